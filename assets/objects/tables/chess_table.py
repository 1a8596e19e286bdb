# /// asset
# word = "chess table"
# synonyms = ["chess tables", "table with a chessboard", "chess playing table"]
# category = "tables"
# support = "floor"
# clearance = {front = 0.4, back = 0.4}
# colors = ["paint"]
# materials = ["wood"]
# ///
from scene.language import *
from scene.language.modelling import ball, box, cone, finish, fitted, lathe, moved, plate, rod


@register("the pillar on its foot, and the square top")
def chess_stand(*, look):
    pillar = [
        (0.0, 0.0),
        (0.24, 0.0),
        (0.24, 0.03),
        (0.1, 0.06),
        (0.05, 0.12),
        (0.045, 0.3),
        (0.07, 0.38),
        (0.045, 0.46),
        (0.05, 0.6),
        (0.16, 0.69),
        (0.0, 0.69),
    ]
    return concat_shapes(lathe(pillar, *look), plate((0, 0.69, 0), (0.72, 0.035, 0.72), 0.03, *look))


@register("the board of 64 squares")
def chess_squares():
    step = 0.058
    dark, light = (0.25, 0.14, 0.08), (0.92, 0.82, 0.64)
    tiles = [
        box(
            ((i - 3.5) * step, 0.7285, (k - 3.5) * step),
            (step, 0.007, step),
            dark if (i + k) % 2 else light,
            {"roughness": 0.3},
        )
        for i in range(8)
        for k in range(8)
    ]
    return concat_shapes(box((0, 0.727, 0), (step * 8 + 0.03, 0.006, step * 8 + 0.03), (0.15, 0.08, 0.05)), *tiles)


@register("a chess piece")
def chess_piece(*, kind, tone):
    shine = {"roughness": 0.25}
    high = {"pawn": 0.045, "rook": 0.05, "knight": 0.056, "bishop": 0.062, "queen": 0.075, "king": 0.08}[kind]
    foot = concat_shapes(
        rod((0, 0, 0), (0, 0.008, 0), 0.02, tone, shine), cone((0, 0.008, 0), (0, high, 0), 0.016, tone, shine)
    )
    if kind == "rook":
        return concat_shapes(foot, rod((0, high * 0.7, 0), (0, high, 0), 0.014, tone, shine))
    if kind == "knight":
        return concat_shapes(
            foot, moved(box((0, 0, 0), (0.013, 0.026, 0.024), tone, shine), (0, high * 0.85, 0.004), 0.4, (1, 0, 0))
        )
    crown = (
        [box((0, high + 0.012, 0), (0.006, 0.02, 0.006), tone), box((0, high + 0.014, 0), (0.016, 0.005, 0.005), tone)]
        if kind == "king"
        else []
    )
    return concat_shapes(
        foot,
        ball((0, high * 0.9, 0), 0.012 if kind == "pawn" else 0.013, tone, shine),
        rod((0, high * 0.7, 0), (0, high * 0.76, 0), 0.013, tone, shine),
        *crown,
    )


@register("a table inlaid with a chessboard, set for a game")
def chess_table(*, width=0.72, height=0.83, depth=0.72, paint=None, wood="walnut"):
    order = ("rook", "knight", "bishop", "queen", "king", "bishop", "knight", "rook")
    pieces = []
    for s, tone in ((1, (0.95, 0.9, 0.78)), (-1, (0.12, 0.08, 0.06))):
        for i in range(8):
            x = (i - 3.5) * 0.058
            pieces.append(moved(library_call("chess_piece", kind=order[i], tone=tone), (x, 0.732, s * 3.5 * 0.058)))
            pieces.append(moved(library_call("chess_piece", kind="pawn", tone=tone), (x, 0.732, s * 2.5 * 0.058)))
    whole = concat_shapes(library_call("chess_stand", look=finish(wood, paint)), library_call("chess_squares"), *pieces)
    return fitted(whole, width, height, depth)
