# /// asset
# word = "cutting board"
# synonyms = ["chopping board", "cheese board", "charcuterie board", "bread board", "serving board"]
# stands_for = ["serving platter", "sushi mat", "charcuterie platter"]
# category = "tableware"
# support = "surface"
# colors = ["paint"]
# materials = ["wood"]
# ///
from scene.language import *
from scene.language.modelling import box, darker, finish, fitted, rod


@register("the board, with rounded corners and a juice groove")
def slab(*, width, depth, height, look):
    r, dark = depth * 0.12, (darker(look[0], 0.72), look[1])
    x, z, g = width / 2 - r, depth / 2 - r, depth * 0.012
    corners = [rod((i * x, 0, j * z), (i * x, height, j * z), r, *look) for i in (-1, 1) for j in (-1, 1)]
    groove = [box((0, height, j * depth * 0.4), (width * 0.86, 0.0006, g), *dark) for j in (-1, 1)]
    groove += [box((i * width * 0.43, height, 0), (g, 0.0006, depth * 0.8 + g), *dark) for i in (-1, 1)]
    return concat_shapes(
        box((0, height / 2, 0), (width, height, 2 * z), *look),
        box((0, height / 2, 0), (2 * x, height, depth), *look),
        *corners,
        *groove,
    )


@register("the handle with its hole")
def handle(*, length, width, height, look):
    return concat_shapes(
        box((length * 0.35, height / 2, 0), (length * 0.75, height, width), *look),
        rod((length * 0.72, 0, 0), (length * 0.72, height, 0), width * 0.62, *look),
        rod((length * 0.72, -0.0002, 0), (length * 0.72, height + 0.0004, 0), width * 0.28, (0.12, 0.09, 0.07)),
    )


@register("a wooden cutting board with a handle and a hanging hole")
def cutting_board(*, width=0.42, depth=0.24, height=0.022, paint=None, wood="oak"):
    look, body = finish(wood, paint), width * 0.78
    whole = concat_shapes(
        library_call("slab", width=body, depth=depth, height=height, look=look),
        place(
            "handle",
            at=(body / 2 + (width - body) * 0.45, 0, 0),
            length=(width - body) * 0.95,
            width=depth * 0.22,
            height=height,
            look=look,
        ),
    )
    return fitted(whole, width, height, None)
