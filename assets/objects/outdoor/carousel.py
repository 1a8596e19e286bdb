# /// asset
# word = "carousel"
# synonyms = [
#     "fairground carousel", "horse carousel", "carrousel", "merry-go-round with horses", "old-fashioned carousel",
# ]
# category = "outdoor"
# support = "floor"
# clearance = {front = 0.8}
# colors = ["first", "second"]
# ///
import math

from scene.language import *
from scene.language.modelling import ball, box, cone, darker, ellipsoid, fitted, moved, rod, rotated, taper, tube

GOLD = ((0.9, 0.7, 0.28), {"metallic": 0.7, "roughness": 0.3})
COATS = ((0.96, 0.95, 0.92), (0.5, 0.3, 0.18), (0.15, 0.14, 0.15), (0.85, 0.72, 0.5))


@register("a wooden horse on its pole")
def carousel_horse(*, coat, saddle):
    mane = darker(coat, 0.45)
    legs = [
        tube([(s * 0.1, 0.9, z), (s * 0.1, 0.68, z + b), (s * 0.1, 0.5, z + c)], 0.042, coat)
        for s in (-1, 1)
        for z, b, c in ((0.3, 0.14, 0.02), (-0.32, -0.06, -0.22))
    ]
    return concat_shapes(
        ellipsoid((0, 1.0, 0), (0.17, 0.19, 0.46), coat, {"roughness": 0.3}),
        taper((0, 1.05, 0.32), (0, 1.48, 0.55), 0.15, 0.09, coat),
        moved(rotated(ellipsoid((0, 0, 0.1), (0.075, 0.085, 0.19), coat), 0.6, (1, 0, 0)), (0, 1.5, 0.55)),
        *[ellipsoid((0, 1.2 + 0.08 * i, 0.32 + 0.035 * i), (0.03, 0.09, 0.07), mane) for i in range(5)],
        *[cone((s * 0.045, 1.56, 0.55), (s * 0.05, 1.67, 0.55), 0.03, coat) for s in (-1, 1)],
        tube([(0, 1.06, -0.44), (0, 1.0, -0.58), (0, 0.72, -0.62)], 0.05, mane),
        ellipsoid((0, 1.13, -0.02), (0.185, 0.1, 0.2), saddle, {"roughness": 0.4}),
        *legs,
        rod((0, 0.25, 0), (0, 2.75, 0), 0.026, *GOLD),
    )


@register("the striped roof with its painted rim")
def roof_part(*, first, second):
    parts = []
    for i in range(16):
        tone = first if i % 2 else second
        for k in range(8):
            r0, r1 = 2.75 * (1 - k / 8), 2.75 * (1 - (k + 1) / 8)
            slab = box((0, 0, 0), ((r0 - r1) * 1.08, 0.04, 2 * r0 * math.tan(math.pi / 16) * 1.01), tone)
            parts.append(
                rotated(
                    moved(slab, ((r0 + r1) / 2, 3.2 + 1.0 * (k + 0.5) / 8, 0), -math.atan2(1.0, 2.75), (0, 0, 1)),
                    2 * math.pi * i / 16,
                )
            )
        panel = box((2.72, 2.98, 0), (0.05, 0.46, 2 * 2.74 * math.tan(math.pi / 16)), second if i % 2 else first)
        parts += [
            rotated(panel, 2 * math.pi * i / 16),
            rotated(ball((2.78, 2.98, 0), 0.1, (1.0, 0.9, 0.6), {"emission": 1.4}), 2 * math.pi * i / 16),
        ]
    return concat_shapes(*parts, ball((0, 4.28, 0), 0.16, *GOLD), cone((0, 4.3, 0), (0, 4.7, 0), 0.06, *GOLD))


@register("a carousel with wooden horses under a striped roof")
def carousel(*, width=5.7, height=4.7, depth=5.7, first=(0.82, 0.15, 0.16), second=(0.97, 0.94, 0.86)):
    parts = [
        rod((0, 0, 0), (0, 0.25, 0), 2.75, (0.6, 0.42, 0.26)),
        rod((0, 0.1, 0), (0, 0.22, 0), 2.8, *GOLD),
        rod((0, 0.25, 0), (0, 3.2, 0), 0.62, second),
        *[
            rotated(box((0.6, 1.6, 0), (0.06, 1.8, 0.24), first if i % 2 else (0.2, 0.45, 0.7)), 2 * math.pi * i / 12)
            for i in range(12)
        ],
        rod((0, 3.05, 0), (0, 3.2, 0), 2.7, darker(second, 0.9)),
        library_call("roof_part", first=first, second=second),
    ]
    for i in range(8):
        a = 2 * math.pi * i / 8
        horse_part = library_call(
            "carousel_horse", coat=COATS[i % 4], saddle=((0.75, 0.12, 0.15), (0.15, 0.4, 0.7), (0.2, 0.55, 0.3))[i % 3]
        )
        parts.append(moved(horse_part, (2.05 * math.cos(a), 0.22 * (i % 2), -2.05 * math.sin(a)), a + math.pi))
    return fitted(concat_shapes(*parts), width, height, depth)
