# /// asset
# word = "toy castle"
# synonyms = ["play castle", "toy fort", "model castle"]
# stands_for = [
#     "toy garage", "playhouse model", "toy farm", "scale model",
#     "toy village",
# ]
# category = "toys"
# support = "surface"
# colors = ["stone", "roof"]
# ///
import math

from scene.language import *
from scene.language.modelling import box, cone, darker, fitted, moved, rod, rotated


@register("a tower with a pointed roof")
def tower(*, stone, roof):
    rough = {"roughness": 0.8}
    teeth = loop(8, lambda i: rotated(box((0.055, 0.275, 0), (0.018, 0.03, 0.022), stone, rough), i * math.pi / 4))
    return concat_shapes(
        rod((0, 0, 0), (0, 0.25, 0), 0.055, stone, rough),
        rod((0, 0.24, 0), (0, 0.265, 0), 0.064, darker(stone, 0.9), rough),
        teeth,
        cone((0, 0.265, 0), (0, 0.37, 0), 0.052, roof, {"roughness": 0.4}),
        rod((0, 0.36, 0), (0, 0.41, 0), 0.0025, (0.3, 0.3, 0.3)),
        box((0.016, 0.4, 0), (0.03, 0.018, 0.002), (0.95, 0.8, 0.2)),
        *[box((0, y, 0.053), (0.012, 0.035, 0.006), (0.15, 0.15, 0.18)) for y in (0.1, 0.18)],
    )


@register("the walls and the gate")
def walls(*, stone):
    rough = {"roughness": 0.8}
    sides = [box((0, 0.08, s * 0.13), (0.3, 0.16, 0.03), stone, rough) for s in (-1, 1)] + [
        box((s * 0.15, 0.08, 0), (0.03, 0.16, 0.26), stone, rough) for s in (-1, 1)
    ]
    teeth = [
        box((-0.11 + 0.037 * i, 0.17, s * 0.13), (0.02, 0.025, 0.03), stone, rough) for s in (-1, 1) for i in range(7)
    ]
    return concat_shapes(
        *sides,
        *teeth,
        box((0, 0.055, 0.147), (0.075, 0.11, 0.008), (0.4, 0.25, 0.14)),
        moved(rod((0, 0, 0.143), (0, 0, 0.151), 0.0375, (0.4, 0.25, 0.14)), (0, 0.11, 0)),
        *[box((-0.03 + 0.015 * i, 0.06, 0.152), (0.002, 0.12, 0.003), (0.2, 0.12, 0.08)) for i in range(5)],
        box((0, 0.006, 0.18), (0.075, 0.012, 0.06), (0.4, 0.25, 0.14)),
    )


@register("the keep")
def keep(*, stone, roof):
    rough = {"roughness": 0.8}
    return concat_shapes(
        box((0, 0.13, -0.02), (0.14, 0.26, 0.13), darker(stone, 0.93), rough),
        *[
            box((x, 0.27, -0.02 + z), (0.025, 0.03, 0.025), stone, rough)
            for x in (-0.055, 0, 0.055)
            for z in (-0.05, 0.05)
        ],
        *[box((x, 0.2, 0.046), (0.018, 0.04, 0.004), (0.15, 0.15, 0.18)) for x in (-0.035, 0.035)],
    )


@register("a toy castle with towers")
def toy_castle(*, width=0.44, height=0.42, depth=0.4, stone=(0.72, 0.7, 0.68), roof=(0.3, 0.38, 0.66)):
    whole = concat_shapes(
        library_call("walls", stone=stone),
        library_call("keep", stone=stone, roof=roof),
        *[
            moved(library_call("tower", stone=stone, roof=roof), (x * 0.155, 0, z * 0.135))
            for x in (-1, 1)
            for z in (-1, 1)
        ],
    )
    return fitted(whole, width, height, depth)
