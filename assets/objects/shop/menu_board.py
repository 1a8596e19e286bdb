# /// asset
# word = "menu board"
# synonyms = [
#     "chalkboard menu", "wall menu", "wall sign", "sign", "shop sign", "wooden sign", "signboard",
#     "directory sign", "price board", "welcome sign", "vintage sign", "signage",
# ]
# stands_for = [
#     "open sign", "exit sign", "nameplate", "name plate", "plaque", "wall plaque",
#     "warning sign", "no smoking sign", "metal sign", "hanging sign",
#     "address plaque", "license plate",
# ]
# category = "shop"
# support = "wall"
# colors = ["ground", "ink"]
# materials = ["wood"]
# ///
from scene.language import *
from scene.language.modelling import box, fitted


@register("the board in its frame")
def board(*, wood, ground):
    look = surface(wood)
    return concat_shapes(
        box((0, 0.325, 0.01), (0.95, 0.6, 0.02), ground, {"roughness": 0.8}),
        *[box((0, y, 0.02), (1.0, 0.04, 0.04), *look) for y in (0.02, 0.63)],
        *[box((s * 0.48, 0.325, 0.02), (0.04, 0.65, 0.04), *look) for s in (-1, 1)],
    )


@register("the lettering")
def lettering(*, ink):
    title = [box((-0.2 + 0.08 * i, 0.54, 0.022), (0.05, 0.06, 0.003), ink) for i in range(6)]
    rows = [
        box((x - 0.03 * ((i + k) % 3), 0.43 - 0.07 * i, 0.022), (0.26 - 0.04 * ((i + k) % 3), 0.016, 0.003), ink)
        for i in range(5)
        for k, x in enumerate((-0.25, 0.2))
    ]
    prices = [box((x, 0.43 - 0.07 * i, 0.022), (0.045, 0.016, 0.003), ink) for i in range(5) for x in (-0.06, 0.4)]
    return concat_shapes(*title, *rows, *prices)


@register("a framed board with lettering")
def menu_board(*, width=1.0, height=0.65, depth=0.04, ground=(0.1, 0.12, 0.11), ink=(0.95, 0.93, 0.87), wood="oak"):
    whole = concat_shapes(library_call("board", wood=wood, ground=ground), library_call("lettering", ink=ink))
    return fitted(whole, width, height, depth)
