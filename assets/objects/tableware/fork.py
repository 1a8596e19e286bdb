# /// asset
# word = "fork"
# synonyms = ["dinner fork", "salad fork", "dessert fork"]
# category = "tableware"
# support = "surface"
# colors = ["tint"]
# materials = ["metal"]
# ///
from scene.language import *
from scene.language.modelling import ellipsoid, finish, fitted, rod


@register("the head with four tines")
def head(*, width, length, height, look):
    gap = width / 3.5
    prongs = loop(
        4,
        lambda i: rod(
            (gap * (i - 1.5), height * 0.22, length * 0.1),
            (gap * (i - 1.5), height * 0.5, -length * 0.5),
            width * 0.07,
            *look,
        ),
    )
    return concat_shapes(
        prongs, ellipsoid((0, height * 0.22, length * 0.22), (width / 2, height * 0.16, length * 0.24), *look)
    )


@register("the slender handle, wider at its end")
def handle(*, start, end, width, height, look):
    neck = (0, height * 0.8, start + (end - start) * 0.14)
    return concat_shapes(
        rod((0, height * 0.22, start), neck, width * 0.13, *look),
        ellipsoid(neck, (width * 0.13,) * 3, *look),
        rod(neck, (0, height * 0.35, end - width * 0.4), width * 0.13, *look),
        ellipsoid(
            (0, height * 0.42, start + (end - start) * 0.85), (width * 0.28, width * 0.1, (end - start) * 0.15), *look
        ),
    )


@register("a fork with four tines")
def fork(*, width=0.028, depth=0.2, height=0.02, tint=None, metal="steel"):
    look, length = finish(metal, tint), depth * 0.36
    whole = concat_shapes(
        library_call("head", width=width, length=length, height=height, look=look),
        library_call("handle", start=length * 0.36, end=depth - length / 2, width=width, height=height, look=look),
    )
    return fitted(whole, None, height, None)
