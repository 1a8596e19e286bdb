# /// asset
# word = "poker table"
# synonyms = ["card table", "game table"]
# stands_for = ["blackjack table", "casino table"]
# category = "tables"
# support = "floor"
# clearance = {front = 0.7, back = 0.7, left = 0.7, right = 0.7}
# colors = ["felt_color", "paint"]
# materials = ["felt", "frame"]
# ///
import math

from scene.language import *
from scene.language.modelling import ball, block, ellipsoid, finish, fitted, moved, ring, rod


@register("the felt top inside a padded rim")
def top(radius, felt, rim):
    return concat_shapes(
        rod((0, 0, 0), (0, 0.035, 0), radius - 0.06, *felt),
        ring((0, 0.03, 0), radius - 0.055, 0.055, *rim, parts=8),
        *[
            ball(
                (
                    (radius - 0.055) / math.cos(math.pi / 8) * math.cos(a),
                    0.03,
                    (radius - 0.055) / math.cos(math.pi / 8) * math.sin(a),
                ),
                0.055,
                *rim,
            )
            for a in [math.pi / 8 * (2 * i + 1) for i in range(8)]
        ],
    )


@register("a stack of chips")
def chips(count, look):
    white = (0.95, 0.94, 0.9), look[1]
    return concat_shapes(
        *[
            rod((0, 0.008 * i, 0), (0, 0.008 * i + 0.007, 0), 0.022, *white if i % 3 == 2 else look)
            for i in range(count)
        ]
    )


@register("a playing card")
def card(suit):
    return concat_shapes(
        block((0, 0, 0), (0.064, 0.002, 0.09), *finish("white paper")), block((0, 0.002, 0), (0.03, 0.001, 0.04), *suit)
    )


@register("a curved leg")
def leg(height, look):
    return concat_shapes(
        rod((0, 0, 0), (0, height, 0), 0.035, *look),
        ellipsoid((0, height * 0.7, 0), (0.055, 0.1, 0.055), *look),
        ellipsoid((0, 0.03, 0), (0.05, 0.03, 0.05), *look),
    )


@register("an octagonal poker table with green felt, a padded rim and chips")
def poker_table(
    *, width=1.25, depth=1.25, height=0.8, felt="emerald green felt", felt_color=None, frame="mahogany", paint=None
) -> Shape:
    cloth, wood = finish(felt, felt_color), finish(frame, paint)
    rim, top = finish("black leather"), 0.72
    parts = [place("leg", at=(0.4 * s, 0, 0.4 * t), height=top, look=wood) for s in (-1, 1) for t in (-1, 1)]
    parts.append(rod((0, top - 0.1, 0), (0, top, 0), 0.52, *wood))
    board = library_call("top", radius=0.625, felt=cloth, rim=rim)
    parts.append(moved(board, (0, top, 0)))
    red, blue, black = finish("red plastic"), finish("blue plastic"), finish("black plastic")
    piles = [
        (0.0, 0.0, 5, red),
        (0.06, 0.03, 7, blue),
        (-0.05, 0.05, 4, black),
        (0.3, 0.25, 8, red),
        (0.35, 0.2, 6, blue),
        (-0.34, -0.2, 8, black),
    ]
    parts += [place("chips", at=(x, top + 0.035, z), count=n, look=look) for x, z, n, look in piles]
    hands = [(-0.1, 0.36, 8, red), (-0.02, 0.37, -6, black), (0.12, -0.36, 4, red), (0.04, -0.37, -9, black)]
    parts += [place("card", at=(x, top + 0.035, z), turn=turn, suit=suit) for x, z, turn, suit in hands]
    return fitted(concat_shapes(*parts), width, height, depth)
