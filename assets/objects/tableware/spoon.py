# /// asset
# word = "spoon"
# synonyms = ["tablespoon", "teaspoon", "soup spoon", "wooden spoon", "serving spoon", "utensil", "dessert spoon"]
# stands_for = ["measuring spoons", "measuring spoon"]
# category = "tableware"
# support = "surface"
# colors = ["tint"]
# materials = ["metal"]
# [variants.metal]
# "wooden spoon" = "oak"
# ///
from scene.language import *
from scene.language.modelling import darker, ellipsoid, finish, moved, rod


@register("the bowl of the spoon")
def spoon_bowl(*, width, length, thickness, look):
    hollow = (darker(look[0], 0.6), look[1])
    return concat_shapes(
        ellipsoid((0, thickness * 0.5, 0), (width / 2, thickness * 0.5, length / 2), *look),
        ellipsoid((0, thickness * 0.6, 0), (width * 0.4, thickness * 0.44, length * 0.42), *hollow),
    )


@register("the slender handle, wider at its end")
def handle(*, start, end, width, height, look):
    neck = (0, height * 0.85, start + (end - start) * 0.12)
    return concat_shapes(
        rod((0, height * 0.4, start), neck, width * 0.09, *look),
        rod(neck, (0, height * 0.5, end - width * 0.3), width * 0.09, *look),
        ellipsoid(neck, (width * 0.09,) * 3, *look),
        ellipsoid(
            (0, height * 0.56, start + (end - start) * 0.84), (width * 0.2, width * 0.07, (end - start) * 0.16), *look
        ),
    )


@register("a spoon with an oval bowl")
def spoon(*, width=0.042, depth=0.2, height=0.02, tint=None, metal="steel"):
    look, bowl_length = finish(metal, tint), depth * 0.32
    whole = concat_shapes(
        library_call("spoon_bowl", width=width, length=bowl_length, thickness=height * 0.5, look=look),
        library_call(
            "handle",
            start=bowl_length * 0.46,
            end=depth - bowl_length / 2,
            width=width,
            height=height * 0.95,
            look=look,
        ),
    )
    return moved(whole, (0, 0, -(depth - bowl_length) / 2))
