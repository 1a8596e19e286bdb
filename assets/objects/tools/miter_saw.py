# /// asset
# word = "miter saw"
# synonyms = ["mitre saw", "chop saw", "compound saw", "circular saw", "drop saw", "sliding mitre saw"]
# category = "tools"
# support = "surface"
# colors = ["paint"]
# ///
import math

from scene.language import *
from scene.language.modelling import block, box, darker, fitted, moved, rod, rotated, tube

STEEL = ((0.76, 0.77, 0.79), {"metallic": 0.85, "roughness": 0.28})
DARK = ((0.11, 0.11, 0.12), {"roughness": 0.6})


@register("the raised head with blade, guard, motor and handle")
def head_part(*, paint):
    teeth = [
        rotated(moved(box((0, 0, 0), (0.003, 0.008, 0.008), *STEEL), (0, 0.126, 0)), 2 * math.pi * i / 40, (1, 0, 0))
        for i in range(40)
    ]
    guard = [
        rotated(
            moved(box((0, 0, 0), (0.05, 0.012, 0.05), paint, {"roughness": 0.35}), (0, 0.14, 0)),
            2 * math.pi * i / 20,
            (1, 0, 0),
        )
        for i in range(-6, 6)
    ]
    return concat_shapes(
        rod((-0.0015, 0, 0), (0.0015, 0, 0), 0.125, *STEEL),
        *teeth,
        *guard,
        rod((0.0, 0, 0), (0.02, 0, 0), 0.03, *DARK),
        rod((-0.026, 0.0, 0), (-0.024, 0, 0), 0.135, paint, {"roughness": 0.35}),
        rod((0.03, 0.04, 0), (0.2, 0.06, 0), 0.055, *DARK),
        rod((0.13, 0.052, 0), (0.16, 0.055, 0), 0.058, paint),
        tube([(0.0, 0.14, 0.06), (0.0, 0.19, 0.12), (0.0, 0.16, 0.19), (0.0, 0.1, 0.16)], 0.017, *DARK),
    )


@register("a mitre saw with its turntable, fence and a board on it")
def miter_saw(*, width=0.72, height=0.56, depth=0.6, paint=(0.96, 0.72, 0.08)):
    whole = concat_shapes(
        block((0, 0.0, 0), (0.62, 0.07, 0.22), (0.45, 0.46, 0.48), {"metallic": 0.5, "roughness": 0.45}),
        rod((0, 0.0, 0.02), (0, 0.078, 0.02), 0.16, *STEEL),
        block((0, 0.02, 0.2), (0.09, 0.05, 0.16), *STEEL),
        rod((0, 0.045, 0.27), (0, 0.045, 0.33), 0.018, *DARK),
        *[block((s * 0.2, 0.07, -0.06), (0.22, 0.075, 0.015), *STEEL) for s in (-1, 1)],
        box((0, 0.079, 0.06), (0.006, 0.004, 0.34), *DARK),
        box((-0.1, 0.095, -0.015), (0.6, 0.035, 0.07), (0.82, 0.64, 0.4)),
        block((0.03, 0.03, -0.2), (0.1, 0.26, 0.09), darker(paint, 0.8)),
        rod((-0.03, 0.28, -0.2), (0.09, 0.28, -0.2), 0.035, *DARK),
        moved(
            rotated(box((0, 0, 0), (0.05, 0.05, 0.2), paint, {"roughness": 0.35}), -0.45, (1, 0, 0)),
            (0.03, 0.33, -0.11),
        ),
        moved(library_call("head_part", paint=paint), (0, 0.34, 0.03)),
    )
    return fitted(whole, width, height, depth)
