# /// asset
# word = "storage bench"
# synonyms = [
#     "window seat", "shoe bench", "upholstered bench", "cushioned bench", "hall bench with storage",
#     "blanket bench", "mudroom bench",
# ]
# category = "seating"
# support = "floor"
# clearance = {front = 0.4}
# colors = ["cushion_color", "paint"]
# materials = ["cushion", "body", "basket"]
# ///
from scene.language import *
from scene.language.modelling import block, darker, finish, fitted, pad


@register("a basket in a cubby")
def basket(width, height, depth, look):
    dark = darker(look[0], 0.55), look[1]
    bands = [block((0, height / 5 * i, 0), (width, height / 5 - 0.006, depth), *look) for i in range(5)]
    return concat_shapes(
        block((0, 0, 0), (width - 0.012, height - 0.01, depth - 0.012), *dark),
        *bands,
        block((0, height * 0.68, depth / 2), (0.09, 0.02, 0.004), *dark),
    )


@register("the long cushion on top")
def cushion(width, depth, look):
    return pad((0, 0, 0), (width, 0.08, depth), *look, edge=0.04)


@register("a storage bench with open cubbies under a cushioned top")
def storage_bench(
    *,
    width=1.1,
    depth=0.4,
    height=0.5,
    cushion="gray fabric",
    cushion_color=None,
    body="white wood",
    paint=None,
    basket="wicker",
) -> Shape:
    wood, cloth, cane = finish(body, paint), finish(cushion, cushion_color), finish(basket)
    board, top = 0.022, height - 0.08
    cell = (width - board) / 3
    parts = [
        block((0, top - board, 0), (width, board, depth), *wood),
        block((0, 0.05, 0), (width, board, depth), *wood),
        block((0, 0, -0.01), (width - 0.04, 0.05, depth - 0.06), *wood),
        block((0, 0.06, -depth / 2 + 0.01), (width - 0.01, top - 0.07, 0.01), *wood),
    ]
    parts += [block((-width / 2 + board / 2 + cell * i, 0.05, 0), (board, top - 0.06, depth), *wood) for i in range(4)]
    parts += [
        place(
            "basket",
            at=(cell * (i - 1), 0.05 + board, 0.005),
            width=cell - 0.06,
            height=top - 0.15,
            depth=depth - 0.05,
            look=cane,
        )
        for i in range(3)
    ]
    parts.append(place("cushion", at=(0, top, 0), width=width, depth=depth, look=cloth))
    return fitted(concat_shapes(*parts), width, height, depth)
