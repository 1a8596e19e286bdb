# /// asset
# word = "barrel"
# synonyms = ["wine barrel", "cask", "keg", "wooden barrel", "beer keg", "rain barrel", "oak barrel"]
# category = "outdoor"
# support = "floor"
# colors = ["paint"]
# materials = ["wood", "hoops"]
# ///
import math

from scene.language import *
from scene.language.modelling import box, darker, finish, fitted, moved, rod, rotated


def bulge(t):
    """Radius at the share t of the height, as a share of the widest."""
    return 0.8 + 0.2 * math.sin(math.pi * t) ** 0.9


@register("the staves, bellied in the middle")
def staves(*, radius, height, look):
    n, rows = 18, 6
    parts = []
    for i in range(n):
        shade = (darker(look[0], 0.86 + 0.07 * (i * 5 % 3)), look[1])
        for k in range(rows):
            a, b = bulge(k / rows) * radius, bulge((k + 1) / rows) * radius
            lean = math.atan2(b - a, height / rows)
            piece = box(
                (0, 0, 0),
                (radius * 0.08, math.hypot(height / rows, b - a) * 1.01, 2 * max(a, b) * math.tan(math.pi / n) * 0.97),
                *shade,
            )
            parts.append(
                rotated(
                    moved(piece, ((a + b) / 2 - radius * 0.04, height * (k + 0.5) / rows, 0), -lean, (0, 0, 1)),
                    2 * math.pi * i / n,
                )
            )
    return concat_shapes(*parts)


@register("the iron hoops")
def hoop_set(*, radius, height, hoops):
    look = surface(hoops)
    return concat_shapes(
        *[
            rod((0, height * t, 0), (0, height * (t + 0.045), 0), radius * bulge(t + 0.02) * 1.03, *look)
            for t in (0.03, 0.2, 0.74, 0.92)
        ]
    )


@register("the top boards and the tap")
def head_and_tap(*, radius, height, look):
    brass = surface("brass")
    planks = [
        box(
            (x * radius * 0.3, height * 0.965, 0),
            (radius * 0.285, 0.02, 2 * radius * 0.78 * math.sqrt(max(0.05, 1 - (x * 0.3 / 0.78) ** 2))),
            darker(look[0], 0.9 + 0.05 * (k % 2)),
            look[1],
        )
        for k, x in enumerate((-2, -1, 0, 1, 2))
    ]
    z = radius * bulge(0.28)
    return concat_shapes(
        *planks,
        rod((0, height * 0.28, z * 0.97), (0, height * 0.28, z * 1.12), radius * 0.06, *brass),
        rod((0, height * 0.28, z * 1.09), (0, height * 0.2, z * 1.12), radius * 0.05, *brass),
        rod((0, height * 0.28, z * 1.08), (0, height * 0.34, z * 1.08), radius * 0.03, *brass),
        rod((-radius * 0.1, height * 0.34, z * 1.08), (radius * 0.1, height * 0.34, z * 1.08), radius * 0.03, *brass),
    )


@register("a wooden barrel with iron hoops and a tap")
def barrel(*, width=0.62, height=0.88, depth=0.68, paint=None, wood="wood", hoops="iron"):
    look, radius = finish(wood, paint), 0.3
    core = [rod((0, height * 0.02, 0), (0, height * 0.95, 0), radius * 0.72, darker(look[0], 0.5))]
    whole = concat_shapes(
        *core,
        library_call("staves", radius=radius, height=height, look=look),
        library_call("hoop_set", radius=radius, height=height, hoops=hoops),
        library_call("head_and_tap", radius=radius, height=height, look=look),
    )
    return fitted(whole, width, height, depth)
