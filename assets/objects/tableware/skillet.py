# /// asset
# word = "skillet"
# synonyms = ["frying pan", "pan", "saute pan", "cast iron skillet", "fry pan"]
# category = "tableware"
# support = "surface"
# colors = ["paint", "yolk"]
# materials = ["metal"]
# ///
from scene.language import *
from scene.language.modelling import ellipsoid, finish, fitted, moved, rod, round_wall


@register("the shallow pan")
def pan_body(*, radius, height, look):
    return concat_shapes(
        rod((0, 0, 0), (0, height * 0.14, 0), radius * 0.86, *look),
        round_wall((radius * 0.86, 0), (radius, height), radius * 0.05, *look, panels=36),
    )


@register("the long handle with its hanging hole")
def handle(*, start, end, height, thick, look):
    return concat_shapes(
        rod((start, height * 0.75, 0), (end - thick, height * 1.02, 0), thick, *look),
        ellipsoid((end - thick, height * 1.02, 0), (thick * 2.2, thick, thick * 1.6), *look),
        rod(
            (end - thick, height * 1.02 - thick * 1.1, 0),
            (end - thick, height * 1.02 + thick * 1.1, 0),
            thick * 0.7,
            (0.8, 0.8, 0.8),
        ),
    )


@register("a fried egg")
def egg(*, size, yolk):
    return concat_shapes(
        ellipsoid((0, 0, 0), (size, size * 0.1, size * 0.8), (0.97, 0.96, 0.93), {"roughness": 0.3}),
        ellipsoid(
            (size * 0.5, 0, size * 0.4), (size * 0.55, size * 0.08, size * 0.5), (0.97, 0.96, 0.93), {"roughness": 0.3}
        ),
        ellipsoid((size * 0.1, size * 0.08, 0), (size * 0.34, size * 0.22, size * 0.34), yolk, {"roughness": 0.2}),
    )


@register("a frying pan with a long handle and fried eggs in it")
def skillet(*, width=0.48, depth=0.28, height=0.06, paint=None, yolk=(0.98, 0.72, 0.1), metal="cast iron"):
    look, radius = finish(metal, paint), depth / 2
    rim = height * 0.78
    whole = concat_shapes(
        library_call("pan_body", radius=radius, height=rim, look=look),
        library_call("handle", start=radius * 0.95, end=width - radius, height=rim, thick=0.011, look=look),
        moved(library_call("egg", size=radius * 0.34, yolk=yolk), (-radius * 0.32, rim * 0.2, radius * 0.1)),
        moved(library_call("egg", size=radius * 0.32, yolk=yolk), (radius * 0.34, rim * 0.2, -radius * 0.25), 2.0),
    )
    return fitted(whole, width, height, depth)
