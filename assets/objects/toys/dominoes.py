# /// asset
# word = "dominoes"
# synonyms = ["domino set", "row of dominoes", "domino tiles", "domino game", "dominos", "line of dominoes"]
# category = "toys"
# support = "surface"
# colors = ["tile", "pips"]
# ///
import math

from scene.language import *
from scene.language.modelling import box, fitted, moved, rod, rotated

SPOTS = {
    1: ((0, 0),),
    2: ((-1, -1), (1, 1)),
    3: ((-1, -1), (0, 0), (1, 1)),
    4: ((-1, -1), (1, 1), (-1, 1), (1, -1)),
    5: ((-1, -1), (1, 1), (-1, 1), (1, -1), (0, 0)),
    6: ((-1, -1), (1, 1), (-1, 1), (1, -1), (-1, 0), (1, 0)),
}


@register("a domino that stands on its short edge")
def domino(*, top, low, tile, pips):
    dots = [
        rod((x * 0.006, y + v * 0.006, s * 0.004), (x * 0.006, y + v * 0.006, s * 0.0044), 0.0022, pips)
        for y, count in ((0.036, top), (0.012, low))
        for x, v in SPOTS[count]
        for s in (-1, 1)
    ]
    return concat_shapes(
        box((0, 0.024, 0), (0.024, 0.048, 0.008), tile, {"roughness": 0.3}),
        *[box((0, 0.024, s * 0.0041), (0.02, 0.001, 0.0004), pips) for s in (-1, 1)],
        *dots,
    )


@register("a curved row of standing dominoes, the last of them falling")
def dominoes(*, width=0.36, height=0.05, depth=0.16, tile=(0.95, 0.93, 0.87), pips=(0.08, 0.08, 0.09)):
    parts = []
    for i in range(14):
        x = -0.16 + 0.024 * i
        z, slope = 0.05 * math.sin(9 * x), 0.45 * math.cos(9 * x)
        one = library_call("domino", top=1 + i * 5 % 6, low=1 + i * 3 % 6, tile=tile, pips=pips)
        lean = {11: 0.25, 12: 0.55, 13: 0.95}.get(i, 0.0)
        parts.append(moved(rotated(one, lean, (1, 0, 0)), (x, 0, z), math.pi / 2 - slope))
    return fitted(concat_shapes(*parts), width, height, depth)
