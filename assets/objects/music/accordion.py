# /// asset
# word = "accordion"
# synonyms = ["squeezebox"]
# stands_for = ["concertina"]
# category = "music"
# support = "surface"
# colors = ["pearl"]
# ///
from scene.language import *
from scene.language.modelling import ball, box, fitted, moved


@register("the bellows")
def bellows_part():
    return concat_shapes(
        *[
            moved(
                box(
                    (0, 0.19, 0),
                    (0.009, 0.36 - 0.02 * (i % 2), 0.17 - 0.02 * (i % 2)),
                    (0.15, 0.12, 0.13) if i % 2 else (0.75, 0.12, 0.14),
                ),
                (0.0095 * (i - 10), 0, 0),
            )
            for i in range(21)
        ]
    )


@register("the two ends with keys and buttons")
def ends(*, pearl):
    gloss = {"roughness": 0.12}
    keys = [box((0.16, 0.035 + 0.0215 * i, 0.094), (0.07, 0.0195, 0.016), (0.97, 0.97, 0.95), gloss) for i in range(16)]
    sharps = [
        box((0.145, 0.046 + 0.0215 * i, 0.104), (0.04, 0.011, 0.012), (0.06, 0.06, 0.06), gloss)
        for i in (0, 1, 3, 4, 5, 7, 8, 10, 11, 12, 14)
    ]
    buttons = [
        ball((-0.165 + 0.022 * (i % 3), 0.06 + 0.023 * (i // 3), 0.09), 0.0075, (0.97, 0.97, 0.95), gloss)
        for i in range(36)
    ]
    return concat_shapes(
        box((0.155, 0.19, 0), (0.11, 0.38, 0.18), pearl, gloss),
        box((-0.155, 0.19, 0), (0.11, 0.38, 0.18), pearl, gloss),
        *keys,
        *sharps,
        *buttons,
        *[box((s * 0.156, 0.19, 0), (0.112, 0.012, 0.182), *surface("gold")) for s in (-1, 1)],
    )


@register("an accordion with keys and bellows")
def accordion(*, width=0.46, height=0.4, depth=0.2, pearl=(0.7, 0.1, 0.14)):
    whole = concat_shapes(library_call("bellows_part"), library_call("ends", pearl=pearl))
    return fitted(whole, width, height, depth)
