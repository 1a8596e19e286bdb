# /// asset
# word = "road sign"
# synonyms = [
#     "street sign", "stop sign", "traffic sign", "bus stop sign", "signpost", "direction sign", "hazard sign",
#     "one way sign", "street name sign", "wooden signpost", "finger post",
# ]
# category = "outdoor"
# support = "floor"
# colors = ["paint"]
# [variants.kind]
# "stop" = "stop"
# "bus stop" = "bus"
# "hazard" = "warning"
# "signpost" = "arrows"
# "finger post" = "arrows"
# "direction" = "arrows"
# "street" = "name"
# "street name" = "name"
# ///
import math

from scene.language import *
from scene.language.modelling import box, fitted, moved, rod, rotated

WHITE = (0.97, 0.97, 0.96)


@register("the plate with what it shows")
def face(*, kind, paint):
    if kind == "stop":
        octagon = [rotated(box((0, 0, 0), (0.25, 0.6, 0.02), paint), math.pi * i / 4, (0, 0, 1)) for i in range(4)]
        rim = [rotated(box((0, 0.3, -0.006), (0.27, 0.05, 0.02), WHITE), math.pi * i / 4, (0, 0, 1)) for i in range(8)]
        strokes = [
            *[box((-0.2, y, 0.014), (0.075, 0.02, 0.006), WHITE) for y in (-0.06, 0, 0.06)],
            box((-0.228, 0.03, 0.014), (0.02, 0.07, 0.006), WHITE),
            box((-0.172, -0.03, 0.014), (0.02, 0.07, 0.006), WHITE),
            box((-0.07, 0, 0.014), (0.02, 0.14, 0.006), WHITE),
            box((-0.07, 0.06, 0.014), (0.085, 0.02, 0.006), WHITE),
            *[box((0.06 + s * 0.03, 0, 0.014), (0.02, 0.14, 0.006), WHITE) for s in (-1, 1)],
            *[box((0.06, y, 0.014), (0.06, 0.02, 0.006), WHITE) for y in (-0.06, 0.06)],
            box((0.17, 0, 0.014), (0.02, 0.14, 0.006), WHITE),
            *[box((0.195, y, 0.014), (0.06, 0.02, 0.006), WHITE) for y in (0.06, 0.005)],
            box((0.225, 0.033, 0.014), (0.02, 0.07, 0.006), WHITE),
        ]
        return concat_shapes(*rim, *octagon, *strokes)
    if kind == "warning":
        triangle = [box((0, -0.25 + 0.05 * i, 0), (0.66 - 0.064 * i, 0.051, 0.02), paint) for i in range(10)]
        inner = [
            box((0, -0.2 + 0.04 * i, 0.008), (0.46 - 0.056 * i, 0.041, 0.02), (0.98, 0.85, 0.15)) for i in range(8)
        ]
        return concat_shapes(
            *triangle,
            *inner,
            box((0, -0.03, 0.022), (0.035, 0.16, 0.006), (0.1, 0.1, 0.1)),
            box((0, -0.15, 0.022), (0.035, 0.035, 0.006), (0.1, 0.1, 0.1)),
        )
    if kind == "bus":
        return concat_shapes(
            box((0, 0, 0), (0.5, 0.6, 0.025), (0.1, 0.35, 0.7)),
            box((0, 0.06, 0.015), (0.32, 0.24, 0.006), WHITE),
            *[box((-0.1 + 0.1 * i, 0.1, 0.02), (0.08, 0.09, 0.004), (0.1, 0.35, 0.7)) for i in range(3)],
            *[rod((x, -0.07, 0.01), (x, -0.07, 0.022), 0.035, (0.06, 0.06, 0.07)) for x in (-0.09, 0.09)],
            *[box((0, -0.18 - 0.045 * i, 0.015), (0.34 - 0.08 * i, 0.02, 0.006), WHITE) for i in range(2)],
        )
    if kind in ("arrows", "name"):
        plates = []
        for i, (turn, tone) in enumerate(
            ((0.0, (0.1, 0.4, 0.25)), (0.6, (0.1, 0.3, 0.6)), (math.pi - 0.3, (0.6, 0.4, 0.22)))[
                : 3 if kind == "arrows" else 2
            ]
        ):
            tip = (
                [moved(rotated(box((0, 0, 0), (0.115, 0.115, 0.023), tone), math.pi / 4, (0, 0, 1)), (0.62, 0, 0))]
                if kind == "arrows"
                else []
            )
            plate_part = concat_shapes(
                box((0.33, 0, 0), (0.6, 0.16, 0.024), tone),
                *tip,
                *[box((0.12 + 0.075 * k, 0, s * 0.014), (0.05, 0.06, 0.004), WHITE) for k in range(6) for s in (-1, 1)],
            )
            plates.append(moved(rotated(plate_part, turn), (0, 0.2 - 0.2 * i, 0)))
        return concat_shapes(*plates)
    arrow_shaft = box((0, -0.02, 0.014), (0.06, 0.3, 0.006), WHITE)
    head = [box((0, 0.1 + 0.015 * i, 0.014), (0.2 - 0.026 * i, 0.016, 0.006), WHITE) for i in range(8)]
    return concat_shapes(
        rod((0, 0, -0.01), (0, 0, 0.01), 0.33, WHITE),
        rod((0, 0, -0.005), (0, 0, 0.012), 0.31, (0.1, 0.32, 0.68)),
        arrow_shaft,
        *head,
    )


@register("a road sign on its post")
def road_sign(*, width=None, height=2.6, depth=None, paint=(0.82, 0.07, 0.08), kind="round"):
    whole = concat_shapes(
        rod((0, 0, -0.035), (0, 2.6, -0.035), 0.03, (0.6, 0.61, 0.63), {"metallic": 0.7, "roughness": 0.35}),
        rod((0, 0, -0.035), (0, 0.02, -0.035), 0.1, (0.5, 0.5, 0.5)),
        moved(library_call("face", kind=kind, paint=paint), (0, 2.28, 0)),
    )
    return fitted(whole, width, height, depth)
