# /// asset
# word = "surgical light"
# synonyms = ["operating light", "surgical lamp", "operating lamp", "operating room light", "dental light", "exam light"]
# category = "lighting"
# support = "ceiling"
# colors = ["paint"]
# ///
import math

from scene.language import *
from scene.language.modelling import darker, ellipsoid, fitted, hoop, lathe, moved, rod, tube


@register("the jointed arm")
def surgical_arm(*, paint):
    look = (paint, {"roughness": 0.3})
    return concat_shapes(
        rod((0, 1.26, 0), (0, 1.3, 0), 0.13, *look),
        rod((0, 0.98, 0), (0, 1.28, 0), 0.035, *look),
        rod((0, 0.98, 0), (0, 1.06, 0), 0.055, *look),
        tube([(0, 1.0, 0), (0.5, 1.0, 0)], 0.032, *look),
        rod((0.5, 0.93, 0), (0.5, 1.05, 0), 0.048, *look),
        tube([(0.5, 0.95, 0), (0.02, 0.62, 0)], 0.026, *look),
        ellipsoid((0.02, 0.62, 0), (0.042,) * 3, *look),
        rod((0.02, 0.62, 0), (0.02, 0.44, 0), 0.02, *look),
        *[
            tube(
                [(0.02 + s * 0.006, 0.45, 0), (s * 0.27, 0.42, 0), (s * 0.335, 0.31, 0), (s * 0.335, 0.22, 0)],
                0.016,
                *look,
            )
            for s in (-1, 1)
        ],
    )


@register("the round head with its lamps and handle")
def surgical_head(*, paint):
    look = (paint, {"roughness": 0.25})
    glow = ((1.0, 0.99, 0.93), {"emission": 2.0})
    lamps, rings = [], []
    for count, r in ((6, 0.12), (12, 0.22)):
        for k in range(count):
            a = 2 * math.pi * (k + 0.5 * (count == 6)) / count
            lamps.append(
                rod(
                    (r * math.cos(a), -0.036, r * math.sin(a)), (r * math.cos(a), -0.047, r * math.sin(a)), 0.034, *glow
                )
            )
            rings.append(
                moved(hoop(0.0355, 0.004, *surface("chrome"), parts=20), (r * math.cos(a), -0.044, r * math.sin(a)))
            )
    return concat_shapes(
        lathe([(0.285, -0.042), (0.305, -0.02), (0.29, 0.02), (0.18, 0.055), (0.07, 0.07)], *look, slices=40),
        rod((0, -0.0435, 0), (0, -0.04, 0), 0.283, darker(paint, 0.8)),
        *lamps,
        *rings,
        rod((0, -0.04, 0), (0, -0.14, 0), 0.016, *look),
        ellipsoid((0, -0.145, 0), (0.022, 0.03, 0.022), (0.25, 0.5, 0.75)),
        *[rod((s * 0.3, 0, 0), (s * 0.345, 0, 0), 0.026, *look) for s in (-1, 1)],
    )


@register("a round surgical light on a jointed arm from the ceiling")
def surgical_light(*, width=0.85, height=1.25, depth=0.62, paint=(0.93, 0.94, 0.95)):
    head = moved(library_call("surgical_head", paint=paint), (0, 0.22, 0), 0.3, (1, 0, 0))
    return fitted(concat_shapes(library_call("surgical_arm", paint=paint), head), width, height, depth)
