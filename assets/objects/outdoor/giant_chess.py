# /// asset
# word = "giant chess set"
# synonyms = [
#     "giant chess", "garden chess", "outdoor chess set", "giant garden chess", "giant chessboard",
#     "life-size chess", "outdoor chess", "giant chess board", "large garden chess set",
# ]
# category = "outdoor"
# support = "floor"
# colors = ["light", "dark"]
# ///
from scene.language import *
from scene.language.modelling import ball, block, box, cone, fitted, lathe, moved, rod, rotated

STEP = 0.42


@register("the large squares")
def squares(*, light, dark):
    return concat_shapes(
        block((0, 0, 0), (STEP * 8 + 0.16, 0.03, STEP * 8 + 0.16), (0.35, 0.34, 0.33)),
        *[
            block(
                ((i - 3.5) * STEP, 0.03, (k - 3.5) * STEP),
                (STEP, 0.01, STEP),
                dark if (i + k) % 2 else light,
                {"roughness": 0.5},
            )
            for i in range(8)
            for k in range(8)
        ],
    )


@register("a turned chess piece")
def piece(*, kind, tone):
    look = (tone, {"roughness": 0.3})
    tall = {"pawn": 0.38, "rook": 0.46, "knight": 0.52, "bishop": 0.58, "queen": 0.68, "king": 0.72}[kind]
    body = lathe(
        [
            (0.14, 0),
            (0.14, 0.04),
            (0.11, 0.06),
            (0.07, 0.13),
            (0.05, tall * 0.55),
            (0.085, tall * 0.68),
            (0.05, tall * 0.72),
        ],
        *look,
        slices=16,
    )
    top = {
        "pawn": [ball((0, tall * 0.85, 0), 0.075, *look)],
        "rook": [
            rod((0, tall * 0.68, 0), (0, tall, 0), 0.09, *look),
            *[rotated(box((0, tall + 0.02, 0.07), (0.05, 0.05, 0.04), *look), 1.2566 * i) for i in range(5)],
        ],
        "knight": [
            moved(rotated(box((0, 0, 0), (0.08, 0.2, 0.12), *look), -0.2, (1, 0, 0)), (0, tall * 0.85, 0)),
            moved(rotated(box((0, 0, 0), (0.075, 0.09, 0.2), *look), 0.4, (1, 0, 0)), (0, tall * 0.97, 0.07)),
            *[cone((s * 0.025, tall * 1.0, -0.02), (s * 0.03, tall * 1.13, -0.03), 0.03, *look) for s in (-1, 1)],
        ],
        "bishop": [
            lathe([(0.03, tall * 0.7), (0.075, tall * 0.8), (0.05, tall * 0.93), (0.0, tall)], *look, slices=12),
            ball((0, tall, 0), 0.025, *look),
        ],
        "queen": [
            cone((0, tall * 0.98, 0), (0, tall * 0.55, 0), 0.1, *look),
            *[moved(ball((0, tall, 0.08), 0.025, *look), (0, 0, 0), 0.785 * i) for i in range(8)],
            ball((0, tall, 0), 0.045, *look),
        ],
        "king": [
            cone((0, tall * 0.95, 0), (0, tall * 0.5, 0), 0.1, *look),
            ball((0, tall * 0.95, 0), 0.07, *look),
            box((0, tall * 1.12, 0), (0.03, 0.15, 0.03), *look),
            box((0, tall * 1.14, 0), (0.1, 0.03, 0.03), *look),
        ],
    }[kind]
    return concat_shapes(body, *top)


@register("a giant chess set for a garden, its pieces knee-high")
def giant_chess(*, width=3.5, height=0.9, depth=3.5, light=(0.93, 0.9, 0.82), dark=(0.12, 0.11, 0.11)):
    order = ("rook", "knight", "bishop", "queen", "king", "bishop", "knight", "rook")
    pieces = []
    for s, tone in ((1, (0.95, 0.94, 0.9)), (-1, (0.08, 0.08, 0.085))):
        for i, kind in enumerate(order):
            x = (i - 3.5) * STEP
            one = library_call("piece", kind=kind, tone=tone)
            pieces.append(moved(one, (x, 0.04, s * 3.5 * STEP), 3.1416 if s > 0 else 0.0))
            pieces.append(moved(library_call("piece", kind="pawn", tone=tone), (x, 0.04, s * 2.5 * STEP)))
    return fitted(concat_shapes(library_call("squares", light=light, dark=dark), *pieces), width, height, depth)
