# /// asset
# word = "filled barrel"
# synonyms = [
#     "barrel of apples", "barrel of oranges", "barrel of mandarins", "barrel of tangerines", "barrel of potatoes",
#     "barrel of fish", "barrel of olives", "barrel of cucumbers", "barrel of pickles", "barrel of nuts",
#     "barrel of walnuts", "barrel of onions", "barrel of balls", "barrel of ice", "barrel of ice cubes",
# ]
# category = "outdoor"
# support = "floor"
# colors = ["paint"]
# materials = ["wood", "hoops"]
# [variants.goods]
# "apples" = "apple"
# "oranges" = "orange"
# "mandarins" = "orange"
# "tangerines" = "orange"
# "potatoes" = "potato"
# "fish" = "fish"
# "olives" = "olive"
# "cucumbers" = "cucumber"
# "pickles" = "cucumber"
# "nuts" = "nut"
# "walnuts" = "nut"
# "onions" = "onion"
# "balls" = "ball"
# "ice" = "ice"
# "ice cubes" = "ice"
# ///
import math

from scene.language import *
from scene.language.modelling import box, darker, finish, fitted, heap, moved, rod, rotated, round_wall


def bulge(t):
    """Radius at the share t of the height, as a share of the widest."""
    return 0.84 + 0.16 * math.sin(math.pi * min(t * 0.9 + 0.05, 1.0)) ** 0.9


@register("the open barrel: staves and hoops")
def open_barrel(*, radius, height, look, hoops):
    n, rows, parts = 20, 5, []
    for i in range(n):
        shade = (darker(look[0], 0.86 + 0.07 * (i * 5 % 3)), look[1])
        for k in range(rows):
            a, b = bulge(k / rows) * radius, bulge((k + 1) / rows) * radius
            size = (
                radius * 0.07,
                math.hypot(height / rows, b - a) * 1.01,
                2 * max(a, b) * math.tan(math.pi / n) * 0.97,
            )
            piece = moved(
                box((0, 0, 0), size, *shade),
                ((a + b) / 2 - radius * 0.035, height * (k + 0.5) / rows, 0),
                -math.atan2(b - a, height / rows),
                (0, 0, 1),
            )
            parts.append(rotated(piece, 2 * math.pi * i / n))
    bands = [
        round_wall(
            (radius * bulge(t) * 1.02, height * t),
            (radius * bulge(t + 0.05) * 1.02, height * (t + 0.05)),
            0.012,
            *surface(hoops),
            panels=40,
        )
        for t in (0.06, 0.24, 0.68, 0.88)
    ]
    return concat_shapes(rod((0, 0.02, 0), (0, height * 0.7, 0), radius * 0.78, darker(look[0], 0.35)), *parts, *bands)


@register("an open wooden barrel heaped full")
def filled_barrel(*, width=0.6, height=0.82, depth=0.6, paint=None, wood="wood", hoops="iron", goods="apple"):
    whole = concat_shapes(
        library_call("open_barrel", radius=0.3, height=0.7, look=finish(wood, paint), hoops=hoops),
        heap(goods, (0, 0.58, 0), (0.49, 0.24, 0.49), seed=2),
    )
    return fitted(whole, width, height, depth)
