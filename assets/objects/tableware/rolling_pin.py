# /// asset
# word = "rolling pin"
# synonyms = ["pastry roller", "dough roller"]
# category = "tableware"
# support = "surface"
# colors = ["paint"]
# materials = ["wood", "grips"]
# ///
from scene.language import *
from scene.language.modelling import ellipsoid, finish, rod


@register("the roller")
def roller(*, length, radius, look):
    return rod((-length / 2, radius, 0), (length / 2, radius, 0), radius, *look)


@register("a handle")
def handle(*, side, start, end, radius, axle, grips):
    tip = end - axle * 0.5
    return concat_shapes(
        rod((side * start, radius, 0), (side * (start + 0.02), radius, 0), axle * 0.5, *surface("steel")),
        rod((side * (start + 0.012), radius, 0), (side * tip, radius, 0), axle * 0.85, *surface(grips)),
        ellipsoid(
            (side * (start + end) / 2, radius, 0), ((end - start) * 0.42, axle * 1.1, axle * 1.1), *surface(grips)
        ),
        ellipsoid((side * tip, radius, 0), (axle * 0.5, axle * 0.9, axle * 0.9), *surface(grips)),
    )


@register("a wooden rolling pin with two handles")
def rolling_pin(*, width=0.44, height=0.062, depth=0.062, paint=None, wood="beech", grips="cherry wood"):
    radius, length = height / 2, width * 0.58
    return concat_shapes(
        library_call("roller", length=length, radius=radius, look=finish(wood, paint)),
        *[
            library_call(
                "handle", side=side, start=length / 2, end=width / 2, radius=radius, axle=radius * 0.42, grips=grips
            )
            for side in (-1, 1)
        ],
    )
