# /// asset
# word = "lighthouse"
# synonyms = [
#     "lighthouse tower", "beacon", "toy lighthouse", "model lighthouse", "miniature lighthouse",
#     "lighthouse figurine",
# ]
# category = "outdoor"
# support = "floor"
# colors = ["bands", "wall"]
# [variants.width]
# "figurine" = 0.12
# "miniature" = 0.12
# "model" = 0.12
# "toy" = 0.12
# [variants.height]
# "figurine" = 0.345
# "miniature" = 0.345
# "model" = 0.345
# "toy" = 0.345
# [variants.depth]
# "figurine" = 0.12
# "miniature" = 0.12
# "model" = 0.12
# "toy" = 0.12
# ///
import math

from scene.language import *
from scene.language.modelling import ball, block, box, cone, darker, fitted, lathe, ring, rod, rotated

IRON = ((0.13, 0.14, 0.15), {"roughness": 0.5})


@register("the tapering tower in bands, with door and windows")
def tower(*, bands, wall):
    low, high, count = 1.55, 1.0, 6
    parts = []
    for i in range(count):
        r0, r1 = (low + (high - low) * k / count for k in (i, i + 1))
        profile = [(r0, 0.5 + 1.3 * i), (r1, 0.5 + 1.3 * (i + 1))]
        parts.append(lathe(profile, wall if i % 2 else bands, {"roughness": 0.7}, slices=20))
    windows = [
        rotated(box((0, y, r), (0.34, 0.55, 0.14), (0.12, 0.15, 0.18)), a)
        for y, r, a in ((3.3, 1.27, 0.0), (5.4, 1.12, 0.0), (4.3, 1.2, 2.2), (6.6, 1.06, -1.9), (6.9, 1.02, 0.4))
    ]
    return concat_shapes(
        lathe([(1.95, 0), (1.75, 0.5)], (0.55, 0.54, 0.52), {"roughness": 0.9}, slices=12),
        *parts,
        *windows,
        block((0, 0.5, 1.5), (0.8, 1.45, 0.16), (0.35, 0.2, 0.12)),
        block((0, 0.5, 1.46), (1.0, 1.58, 0.16), wall),
        *[block((0, 0.0, 1.78 + 0.25 * i), (1.1, 0.5 - 0.16 * i, 0.3), (0.6, 0.59, 0.57)) for i in range(3)],
    )


@register("the gallery with its railing and the lantern room with the lamp")
def lantern_room(*, bands):
    posts = [
        rod((1.32 * math.cos(a), 8.5, 1.32 * math.sin(a)), (1.32 * math.cos(a), 9.15, 1.32 * math.sin(a)), 0.025, *IRON)
        for a in [2 * math.pi * i / 16 for i in range(16)]
    ]
    bars = [
        rod((0.72 * math.cos(a), 8.6, 0.72 * math.sin(a)), (0.72 * math.cos(a), 9.85, 0.72 * math.sin(a)), 0.03, *IRON)
        for a in [2 * math.pi * i / 10 for i in range(10)]
    ]
    return concat_shapes(
        lathe([(1.0, 8.1), (1.42, 8.35), (1.42, 8.5)], darker(bands, 0.8), slices=10),
        *posts,
        *[ring((0, y, 0), 1.32, 0.025, *IRON) for y in (8.82, 9.15)],
        rod((0, 8.5, 0), (0, 8.85, 0), 0.76, (0.92, 0.91, 0.88)),
        rod((0, 8.85, 0), (0, 9.85, 0), 0.7, (0.75, 0.88, 0.92), {"opacity": 0.3, "roughness": 0.05}),
        *bars,
        rod((0, 8.85, 0), (0, 9.1, 0), 0.2, *IRON),
        ball((0, 9.35, 0), 0.3, (1.0, 0.9, 0.5), {"emission": 2.5}),
        rod((0, 9.85, 0), (0, 9.93, 0), 0.86, darker(bands, 0.9)),
        cone((0, 9.93, 0), (0, 10.75, 0), 0.84, bands, {"roughness": 0.5}),
        ball((0, 10.75, 0), 0.13, *IRON),
        rod((0, 10.7, 0), (0, 11.2, 0), 0.02, *IRON),
    )


@register("a striped lighthouse with its lamp")
def lighthouse(*, width=3.9, height=11.2, depth=3.9, bands=(0.78, 0.12, 0.1), wall=(0.95, 0.94, 0.91)):
    whole = concat_shapes(library_call("tower", bands=bands, wall=wall), library_call("lantern_room", bands=bands))
    return fitted(whole, width, height, depth)
