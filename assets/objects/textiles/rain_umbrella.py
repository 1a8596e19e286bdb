# /// asset
# word = "rain umbrella"
# synonyms = [
#     "open umbrella", "hand umbrella", "walking umbrella", "wet umbrella", "umbrella for the rain",
#     "closed umbrella", "folded umbrella", "rolled umbrella",
# ]
# category = "textiles"
# support = "floor"
# colors = ["cloth"]
# materials = ["handle"]
# [variants.folded]
# "closed" = true
# "folded" = true
# "rolled" = true
# [variants.width]
# "closed" = 0.11
# "folded" = 0.11
# "rolled" = 0.11
# [variants.height]
# "closed" = 0.92
# "folded" = 0.92
# "rolled" = 0.92
# [variants.depth]
# "closed" = 0.1
# "folded" = 0.1
# "rolled" = 0.1
# ///
import itertools
import math

from scene.language import *
from scene.language.modelling import arc, ball, cone, darker, fitted, lathe, moved, oval_wall, rod, rotated, tube


@register("the canopy of cloth over eight ribs")
def canopy(*, cloth):
    ribs, rows = 8, 8
    arch = [(0.52 * math.sin(a), 0.32 * math.cos(a)) for a in [math.radians(84) * k / rows for k in range(rows + 1)]]
    parts = [
        oval_wall(
            (0, y1, 0), (r1, r1), (max(r0, 0.01),) * 2, y0 - y1, cloth, {"roughness": 0.6}, thickness=0.004, parts=32
        )
        for (r0, y0), (r1, y1) in itertools.pairwise(arch)
    ]
    for i in range(ribs):
        c, s = math.cos(2 * math.pi * i / ribs), math.sin(2 * math.pi * i / ribs)
        seam = [(r * c, y + 0.002, r * s) for r, y in arch]
        parts += [rod(p, q, 0.004, darker(cloth, 0.6)) for p, q in itertools.pairwise(seam)]
        parts.append(rod((0, 0.1, 0), (0.4 * c, 0.18, 0.4 * s), 0.004, (0.6, 0.6, 0.62)))
    tips = [
        ball((0.515 * math.cos(a), 0.04, 0.515 * math.sin(a)), 0.009, (0.7, 0.7, 0.72))
        for a in [2 * math.pi * i / ribs for i in range(ribs)]
    ]
    return concat_shapes(*parts, *tips)


@register("the cloth rolled around its stick, with a strap")
def rolled_cloth(*, cloth):
    folds = [
        rotated(
            moved(cone((0, 0.3, 0), (0, -0.32, 0), 0.022, darker(cloth, 0.85 + 0.15 * (i % 2))), (0.012, 0, 0)),
            2 * math.pi * i / 8,
        )
        for i in range(8)
    ]
    return concat_shapes(
        *folds,
        lathe([(0.008, -0.34), (0.02, -0.1), (0.03, 0.24), (0.018, 0.31)], cloth, {"roughness": 0.6}, slices=30),
        rod((0, 0.06, 0), (0, 0.085, 0), 0.034, darker(cloth, 0.6)),
    )


@register("an umbrella for the rain with a crook handle")
def rain_umbrella(*, width=1.05, height=0.85, depth=1.05, cloth=(0.1, 0.2, 0.45), handle="walnut", folded=False):
    hook = [(x, y, 0) for x, y in arc(0.05, 0, -math.pi, 9, (-0.05, -0.5))]
    metal = ((0.6, 0.6, 0.62), {"metallic": 0.8, "roughness": 0.3})
    grip = tube([(0, -0.38, 0), *hook], 0.015, *surface(handle))
    if folded:
        upright = concat_shapes(library_call("rolled_cloth", cloth=cloth), rotated(grip, math.pi, (0, 0, 1)))
        return fitted(concat_shapes(upright, rod((0, -0.42, 0), (0, 0.4, 0), 0.007, *metal)), width, height, depth)
    standing = concat_shapes(
        library_call("canopy", cloth=cloth),
        rod((0, -0.5, 0), (0, 0.32, 0), 0.008, *metal),
        cone((0, 0.3, 0), (0, 0.42, 0), 0.014, (0.5, 0.5, 0.52)),
        grip,
    )
    return fitted(rotated(standing, 0.86, (1, 0, 0)), width, height, depth)
