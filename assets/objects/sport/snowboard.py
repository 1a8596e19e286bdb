# /// asset
# word = "snowboard"
# synonyms = ["snowboards", "freestyle snowboard"]
# category = "sport"
# support = "floor"
# colors = ["deck", "graphic"]
# ///
import math

from scene.language import *
from scene.language.modelling import box, disc, fitted, moved, rotated, tube


@register("the board with upturned ends and its bindings")
def board(*, deck, graphic):
    gloss = {"roughness": 0.25}
    parts = [box((0, 0.012, 0), (0.26, 0.012, 1.14), deck, gloss)]
    parts += [
        moved(rotated(disc((0, 0, 0), (0.14, 0.15), 0.012, deck, gloss), -s * 0.16, (1, 0, 0)), (0, 0.012, s * 0.585))
        for s in (-1, 1)
    ]
    parts += [
        box((0.06 * math.sin(9 * t), 0.0188, t), (0.11, 0.002, 0.05), graphic)
        for t in [-0.5 + 0.045 * i for i in range(23)]
    ]
    for z in (-0.26, 0.26):
        black = (0.1, 0.1, 0.11)
        parts += [
            moved(box((0, 0.026, 0), (0.24, 0.016, 0.12), black), (0, 0, z), 0.1),
            tube(
                [
                    (0.1, 0.03, z - 0.06),
                    (0.13, 0.13, z - 0.05),
                    (0.13, 0.17, z),
                    (0.13, 0.13, z + 0.05),
                    (0.1, 0.03, z + 0.06),
                ],
                0.012,
                black,
            ),
            *[
                tube(
                    [(x, 0.03, z - 0.065), (x, 0.085, z - 0.03), (x, 0.085, z + 0.03), (x, 0.03, z + 0.065)],
                    0.012,
                    (0.75, 0.76, 0.78),
                )
                for x in (-0.05, 0.03)
            ],
        ]
    return concat_shapes(*parts)


@register("a snowboard that leans on its tail")
def snowboard(*, width=0.3, height=1.42, depth=0.42, deck=(0.12, 0.35, 0.62), graphic=(0.98, 0.78, 0.2)):
    return fitted(
        rotated(library_call("board", deck=deck, graphic=graphic), math.pi / 2 - 0.16, (1, 0, 0)), width, height, depth
    )
