# /// asset
# word = "doormat"
# synonyms = ["door mat", "welcome mat", "entrance mat", "coir mat", "front door mat"]
# category = "textiles"
# support = "rug"
# colors = ["paint", "trim"]
# materials = ["pile"]
# ///
from scene.language import *
from scene.language.modelling import beam, box, finish, fitted

LETTERS = {
    "W": [(0, 1, 0.25, 0), (0.25, 0, 0.5, 0.7), (0.5, 0.7, 0.75, 0), (0.75, 0, 1, 1)],
    "E": [(0, 0, 0, 1), (0, 0, 0.8, 0), (0, 0.5, 0.65, 0.5), (0, 1, 0.8, 1)],
    "L": [(0, 0, 0, 1), (0, 0, 0.8, 0)],
    "C": [(0, 0, 0, 1), (0, 0, 0.8, 0), (0, 1, 0.8, 1)],
    "O": [(0, 0, 0, 1), (0, 0, 0.8, 0), (0, 1, 0.8, 1), (0.8, 0, 0.8, 1)],
    "M": [(0, 0, 0, 1), (0, 1, 0.5, 0.3), (0.5, 0.3, 1, 1), (1, 1, 1, 0)],
}


@register("the brushed pile with its border")
def pile_part(*, width, depth, look, edge):
    strip = 0.028
    return concat_shapes(
        box((0, 0.25, 0), (width, 0.5, depth), edge),
        box((0, 0.3, 0), (width - 2 * strip, 0.6, depth - 2 * strip), *look),
        *[box((0, 0.35, s * (depth / 2 - 0.06)), (width - 0.12, 0.66, 0.008), edge) for s in (-1, 1)],
        *[box((s * (width / 2 - 0.06), 0.35, 0), (0.008, 0.66, depth - 0.12), edge) for s in (-1, 1)],
    )


@register("the word of welcome")
def greeting(*, width, ink):
    cell, tall, parts = width * 0.105, width * 0.125, []
    for i, letter in enumerate("WELCOME"):
        x = (i - 3) * cell - 0.36 * cell
        for x0, y0, x1, y1 in LETTERS[letter]:
            a = (x + x0 * cell * 0.72, 0.5, tall * (0.5 - y0))
            b = (x + x1 * cell * 0.72, 0.5, tall * (0.5 - y1))
            parts.append(beam(a, b, (width * 0.016, 0.9), ink))
            parts += [box((q[0], 0.5, q[2]), (width * 0.016, 0.9, width * 0.016), ink) for q in (a, b)]
    return concat_shapes(*parts)


@register("a bristly doormat with a word of welcome")
def doormat(*, width=0.75, depth=0.45, height=0.002, pile="straw", paint=(0.63, 0.47, 0.28), trim=(0.17, 0.14, 0.12)):
    look = finish(pile, paint)
    whole = concat_shapes(
        library_call("pile_part", width=width, depth=depth, look=look, edge=trim),
        library_call("greeting", width=width, ink=trim),
    )
    return fitted(whole, width, height, depth)
