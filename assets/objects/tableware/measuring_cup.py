# /// asset
# word = "measuring cup"
# synonyms = ["measuring jug", "glass measuring cup", "beaker cup"]
# category = "tableware"
# support = "surface"
# colors = ["marks", "content"]
# materials = ["vessel"]
# ///
from scene.language import *
from scene.language.modelling import box, cone, fitted, pipe, rod, round_wall


@register("the clear cup")
def clear_cup(*, radius, height, tint, clear):
    return concat_shapes(
        rod((0, 0, 0), (0, height * 0.06, 0), radius * 0.95, tint, clear | {"opacity": 0.6}),
        round_wall(
            (radius * 0.98, height * 0.55), (radius, height), radius * 0.06, tint, clear | {"opacity": 0.35}, panels=32
        ),
        cone(
            (-radius * 0.5, height * 0.86, 0), (-radius * 1.25, height, 0), radius * 0.4, tint, clear | {"opacity": 0.4}
        ),
    )


@register("the milk in it")
def filling(*, radius, height, content):
    return rod((0, height * 0.06, 0), (0, height * 0.55, 0), radius * 0.98, content, {"roughness": 0.1})


@register("the printed scale")
def scale_marks(*, radius, height, marks):
    def mark(i):
        width = radius * (0.5 if i % 2 else 0.85)
        return box(
            (radius * 0.1, height * (0.2 + 0.11 * i), radius * 0.98), (width, height * 0.022, radius * 0.08), marks
        )

    return concat_shapes(
        loop(7, mark),
        box((-radius * 0.36, height * 0.52, radius * 0.93), (radius * 0.05, height * 0.68, radius * 0.08), marks),
    )


@register("the handle")
def handle(*, radius, height, reach, tint, clear):
    x = radius + reach * 0.8
    path = [
        (radius * 0.95, height * 0.85, 0),
        (x, height * 0.83, 0),
        (x, height * 0.3, 0),
        (radius * 0.95, height * 0.22, 0),
    ]
    return pipe(path, reach * 0.2, tint, clear | {"opacity": 0.65})


@register("a clear measuring cup with red marks and a handle")
def measuring_cup(
    *, width=0.16, height=0.11, depth=0.105, marks=(0.82, 0.12, 0.12), content=(0.97, 0.95, 0.9), vessel="glass"
):
    radius, (tint, clear) = depth / 2, surface(vessel)
    whole = concat_shapes(
        library_call("filling", radius=radius, height=height * 0.95, content=content),
        library_call("scale_marks", radius=radius, height=height * 0.95, marks=marks),
        library_call("handle", radius=radius, height=height * 0.95, reach=width - depth * 1.13, tint=tint, clear=clear),
        library_call("clear_cup", radius=radius, height=height * 0.95, tint=tint, clear=clear),
    )
    return fitted(whole, width, height, depth)
