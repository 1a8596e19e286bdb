# /// asset
# word = "board game"
# synonyms = ["game board", "chess board", "chess", "chessboard", "chess set", "tabletop game", "chess game"]
# stands_for = [
#     "checkers", "ludo", "backgammon", "checkers board", "backgammon set", "mahjong", "mahjong set", "scrabble",
#     "monopoly", "backgammon board", "go board",
# ]
# category = "toys"
# support = "surface"
# colors = ["light", "dark"]
# materials = ["frame"]
# ///
from scene.language import *
from scene.language.modelling import box, cone, darker, ellipsoid, rod, stretched, tinted


@register("the board with its squares")
def chessboard(*, size, thick, light, dark, frame):
    s = size * 0.88 / 8
    squares = [
        box(((i - 3.5) * s, thick, (j - 3.5) * s), (s, 0.002, s), dark)
        for i in range(8)
        for j in range(8)
        if (i + j) % 2
    ]
    return concat_shapes(
        box((0, thick / 2, 0), (size, thick, size), *surface(frame)),
        box((0, thick - 0.0005, 0), (size * 0.884, 0.002, size * 0.884), light),
        *squares,
    )


@register("a pawn")
def pawn(*, height, tone):
    return concat_shapes(
        cone((0, 0, 0), (0, height * 1.1, 0), height * 0.32, tone, {"roughness": 0.3}),
        ellipsoid((0, height * 0.8, 0), (height * 0.2,) * 3, tone, {"roughness": 0.3}),
    )


@register("a king or queen, tower or bishop")
def officer(*, height, tone, crown):
    top = {
        "king": [
            box((0, height * 0.97, 0), (height * 0.05, height * 0.16, height * 0.05), tone),
            box((0, height * 0.98, 0), (height * 0.14, height * 0.045, height * 0.05), tone),
        ],
        "rook": [rod((0, height * 0.7, 0), (0, height * 0.9, 0), height * 0.17, tone)],
        "round": [ellipsoid((0, height * 0.86, 0), (height * 0.12, height * 0.14, height * 0.12), tone)],
    }[crown]
    return concat_shapes(
        rod((0, 0, 0), (0, height * 0.1, 0), height * 0.24, tone, {"roughness": 0.3}),
        cone((0, 0.05 * height, 0), (0, height * 1.25, 0), height * 0.2, tone, {"roughness": 0.3})
        if crown != "rook"
        else rod((0, 0, 0), (0, height * 0.75, 0), height * 0.13, tone),
        *top,
    )


@register("a chess board with its pieces set up")
def board_game(*, width=0.4, depth=0.4, height=0.1, light=(0.9, 0.8, 0.62), dark=(0.36, 0.22, 0.14), frame="walnut"):
    thick, s = height * 0.2, width * 0.88 / 8
    rise = height - thick
    pieces = []
    for side, tone in ((1, tinted(light, 1.05)), (-1, darker(dark, 0.5))):
        pieces += [
            place("pawn", at=((i - 3.5) * s, thick, side * 2.5 * s), height=rise * 0.52, tone=tone) for i in range(0, 8)
        ]
        pieces += [
            place("officer", at=((i - 3.5) * s, thick, side * 3.5 * s), height=rise * h, tone=tone, crown=crown)
            for i, h, crown in (
                (0, 0.6, "rook"),
                (2, 0.75, "round"),
                (3, 0.86, "round"),
                (4, 0.95, "king"),
                (5, 0.75, "round"),
                (7, 0.6, "rook"),
            )
        ]
    board = stretched(
        library_call("chessboard", size=width, thick=thick, light=light, dark=dark, frame=frame), (1, 1, 1)
    )
    whole = concat_shapes(board, *pieces)
    size = compute_shape_sizes(whole)
    return stretched(whole, (1, height / size[1], depth / size[2]))
