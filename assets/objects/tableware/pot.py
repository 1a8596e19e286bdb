# /// asset
# word = "pot"
# synonyms = [
#     "cooking pot", "stock pot", "soup pot", "casserole", "dutch oven", "stew pot", "pot with lid", "stockpot",
# ]
# stands_for = ["saucepan"]
# category = "tableware"
# support = "surface"
# colors = ["paint"]
# materials = ["metal", "grips"]
# ///
import math

from scene.language import *
from scene.language.modelling import darker, ellipsoid, finish, moved, pipe, rod, rotated


@register("the pot itself")
def vessel(*, radius, height, look):
    return concat_shapes(
        rod((0, 0, 0), (0, height, 0), radius, *look),
        rod((0, height * 0.96, 0), (0, height, 0), radius * 1.03, *look),
        rod((0, height * 0.04, 0), (0, height * 0.06, 0), radius * 1.005, darker(look[0], 0.7), look[1]),
    )


@register("a side handle")
def side_handle(*, reach, span, thick, grips):
    return pipe(
        [(0, 0, -span / 2), (reach, 0, -span / 2), (reach, 0, span / 2), (0, 0, span / 2)], thick, *surface(grips)
    )


@register("the domed lid with its knob")
def lid(*, radius, height, look, grips):
    return concat_shapes(
        ellipsoid((0, 0, 0), (radius, height * 0.5, radius), *look),
        rod((0, -height * 0.04, 0), (0, height * 0.06, 0), radius * 1.04, *look),
        rod((0, height * 0.45, 0), (0, height * 0.75, 0), radius * 0.07, *surface(grips)),
        ellipsoid((0, height * 0.85, 0), (radius * 0.17, height * 0.15, radius * 0.17), *surface(grips)),
    )


@register("a steel cooking pot with two handles and a knobbed lid")
def pot(*, width=0.34, height=0.22, depth=0.25, paint=None, metal="stainless steel", grips="black plastic"):
    look, radius, rim = finish(metal, paint), depth / 2 / 1.04, height * 0.68
    thick = 0.009
    reach = (width - 2 * radius) / 2 - thick + 0.006
    return concat_shapes(
        library_call("vessel", radius=radius, height=rim, look=look),
        moved(library_call("lid", radius=radius, height=height - rim, look=look, grips=grips), (0, rim, 0)),
        *[
            rotated(
                moved(
                    library_call("side_handle", reach=reach, span=depth * 0.36, thick=thick, grips=grips),
                    (radius - 0.006, rim * 0.78, 0),
                ),
                math.pi * k,
            )
            for k in (0, 1)
        ],
    )
