# /// asset
# word = "plate"
# synonyms = [
#     "dinner plate", "dish", "dinner dish", "side plate", "salad plate", "dessert plate", "sushi plate",
#     "china plate",
# ]
# stands_for = ["saucer"]
# category = "tableware"
# support = "surface"
# colors = ["glaze", "rim"]
# materials = ["ware"]
# [variants.shape]
# "round" = "round"
# "rectangular" = "rectangular"
# "square" = "square"
# ///
from scene.language import *
from scene.language.modelling import box, finish, moved, rod, round_wall


@register("the flat middle of the plate, on its foot")
def well(*, radius, height, glaze, shine):
    return concat_shapes(
        rod((0, 0, 0), (0, height * 0.3, 0), radius * 0.85, glaze, shine),
        rod((0, height * 0.3, 0), (0, height * 0.4, 0), radius, glaze, shine),
    )


@register("the raised border of the plate")
def border(*, inner, outer, height, glaze, rim, shine):
    edge = outer - 0.08 * (outer - inner)
    return concat_shapes(
        round_wall((inner, height * 0.3), (outer, height), height * 0.1, glaze, shine, panels=40),
        round_wall((edge - height * 0.5, height * 0.82), (outer, height), height * 0.2, rim, shine, panels=40),
    )


@register("a plate with four straight sides")
def straight_plate(*, width, depth, height, glaze, rim, shine):
    def block(wide, deep, low, high, x, z, tone):
        cube = box((0, 0, 0), (wide, high - low, deep), tone, shine)
        return moved(cube, (x, (low + high) / 2, z))

    def frame(wide, deep, bar, low, high, tone):
        """Four bars that meet without overlapping; `wide` and `deep` are the outer lengths."""
        x, z = (wide - bar) / 2, (deep - bar) / 2
        return [
            *[block(wide, bar, low, high, 0, s * z, tone) for s in (-1, 1)],
            *[block(bar, deep - 2 * bar, low, high, s * x, 0, tone) for s in (-1, 1)],
        ]

    brim, inset = min(width, depth) * 0.13, min(width, depth) * 0.012
    wide, deep = width - 2 * brim, depth - 2 * brim
    return concat_shapes(
        block(wide * 0.8, deep * 0.8, 0, height * 0.16, 0, 0, glaze),
        block(wide, deep, height * 0.1, height * 0.4, 0, 0, glaze),
        *frame(wide + brim * 0.5, deep + brim * 0.5, brim * 0.3, height * 0.25, height * 0.75, glaze),
        *frame(width, depth, brim, height * 0.7, height * 0.94, glaze),
        *frame(width - 2 * inset, depth - 2 * inset, brim * 0.4, height * 0.85, height, rim),
    )


@register("a round ceramic dinner plate with a coloured rim")
def plate(*, width=0.27, height=0.03, glaze=None, rim=(0.25, 0.4, 0.6), ware="porcelain", shape="round"):
    glaze, shine = finish(ware, glaze)
    radius = width / 2
    if shape != "round":
        depth = width if shape == "square" else width * 0.6
        return library_call(
            "straight_plate", width=width, depth=depth, height=height, glaze=glaze, rim=rim, shine=shine
        )
    return concat_shapes(
        library_call("well", radius=radius * 0.7, height=height, glaze=glaze, shine=shine),
        library_call(
            "border", inner=radius * 0.68, outer=radius, height=height * 0.92, glaze=glaze, rim=rim, shine=shine
        ),
    )
