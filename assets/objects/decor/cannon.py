# /// asset
# word = "cannon"
# synonyms = ["ship cannon", "pirate cannon", "iron cannon", "old cannon", "ship's cannon", "artillery"]
# category = "decor"
# support = "floor"
# colors = ["paint"]
# materials = ["metal", "wood"]
# ///
import math

from scene.language import *
from scene.language.modelling import ball, block, darker, finish, fitted, lathe, moved, rod


@register("the barrel with its rings")
def barrel(*, look):
    profile = [
        (0.1, 0.0),
        (0.165, 0.05),
        (0.17, 0.12),
        (0.155, 0.2),
        (0.15, 0.6),
        (0.125, 1.1),
        (0.11, 1.35),
        (0.135, 1.42),
        (0.14, 1.48),
    ]
    rings = [
        rod((0, y, 0), (0, y + 0.04, 0), r, *look)
        for y, r in ((0.12, 0.182), (0.5, 0.165), (0.95, 0.148), (1.43, 0.15))
    ]
    return concat_shapes(
        lathe(profile, *look, slices=70),
        *rings,
        rod((0, 1.475, 0), (0, 1.482, 0), 0.085, (0.02, 0.02, 0.02)),
        ball((0, -0.07, 0), 0.065, *look),
        rod((0, -0.04, 0), (0, 0.03, 0), 0.05, *look),
        rod((-0.24, 0.62, 0), (0.24, 0.62, 0), 0.05, *look),
    )


@register("the stepped wooden carriage on four wheels")
def carriage(*, wood, iron):
    dark = (darker(wood[0], 0.7), wood[1])
    parts = []
    for s in (-1, 1):
        parts += [
            block((s * 0.2, 0.2 + 0.1 * i, -0.08 + 0.1 * i), (0.08, 0.1, 1.1 - 0.22 * i), *wood) for i in range(4)
        ]
        for z in (-0.42, 0.36):
            r = 0.15 if z < 0 else 0.17
            parts.append(rod((s * 0.27, r, z), (s * 0.36, r, z), r, *wood))
            parts.append(rod((s * 0.3, r, z), (s * 0.365, r, z), r * 0.82, *dark))
            parts.append(rod((s * 0.36, r, z), (s * 0.385, r, z), 0.035, *iron))
    parts += [rod((-0.36, y, z), (0.36, y, z), 0.04, *dark) for y, z in ((0.15, -0.42), (0.17, 0.36))]
    parts.append(block((0, 0.2, -0.1), (0.34, 0.08, 0.9), *dark))
    parts += [rod((s * 0.2, 0.6, 0.16), (s * 0.245, 0.6, 0.16), 0.06, *iron) for s in (-1, 1)]
    return concat_shapes(*parts)


@register("a pile of cannon balls")
def shot(*, iron):
    r = 0.075
    spots = [(0, 0, 0), (2 * r, 0, 0), (r, 0, 1.73 * r), (r, 1.63 * r, 0.58 * r)]
    return concat_shapes(*[ball((x, r + y, z), r, *iron) for x, y, z in spots])


@register("an old iron cannon on a wooden carriage with cannon balls")
def cannon(*, width=1.0, height=0.95, depth=1.75, metal="cast iron", paint=None, wood="walnut"):
    iron, timber = finish(metal, paint), finish(wood)
    gun = moved(moved(library_call("barrel", look=iron), (0, -0.62, 0)), (0, 0.66, 0.16), math.pi / 2 - 0.08, (1, 0, 0))
    whole = concat_shapes(
        gun, library_call("carriage", wood=timber, iron=iron), moved(library_call("shot", iron=iron), (0.44, 0, 0.2))
    )
    return fitted(whole, width, height, depth)
