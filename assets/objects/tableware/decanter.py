# /// asset
# word = "decanter"
# synonyms = ["whiskey decanter", "crystal decanter", "wine decanter", "whisky decanter"]
# category = "tableware"
# support = "surface"
# colors = ["spirit"]
# materials = ["vessel"]
# ///
import math

from scene.language import *
from scene.language.modelling import box, ellipsoid, fitted, moved, rod, round_wall


@register("the square cut-crystal bottle")
def bottle_part(*, size, height, spirit, vessel):
    color, clear = surface(vessel)
    facets = [
        transform_shape(
            box((0, height * 0.3, size / 2), (size * 0.3, size * 0.3, size * 0.04), color, clear | {"opacity": 0.5}),
            rotation_matrix(k * math.pi / 2, (0, 1, 0), (0, 0, 0))
            @ translation_matrix((0, height * 0.0, 0))
            @ rotation_matrix(math.pi / 4, (0, 0, 1), (0, height * 0.3, 0)),
        )
        for k in range(4)
    ]
    shoulder = [
        box(
            (0, height * (0.62 + 0.018 * i), 0),
            (size * (0.98 - 0.14 * i), height * 0.02, size * (0.98 - 0.14 * i)),
            color,
            clear | {"opacity": 0.5},
        )
        for i in range(5)
    ]
    return concat_shapes(
        box((0, height * 0.03, 0), (size, height * 0.06, size), color, clear | {"opacity": 0.6}),
        box((0, height * 0.27, 0), (size * 0.98, height * 0.44, size * 0.98), spirit, {"roughness": 0.06}),
        box((0, height * 0.55, 0), (size * 0.98, height * 0.12, size * 0.98), color, clear | {"opacity": 0.35}),
        *facets,
        *shoulder,
        rod((0, height * 0.68, 0), (0, height * 0.82, 0), size * 0.2, color, clear | {"opacity": 0.5}),
        rod((0, height * 0.8, 0), (0, height * 0.83, 0), size * 0.28, color, clear | {"opacity": 0.6}),
        ellipsoid((0, height * 0.915, 0), (size * 0.24, height * 0.085, size * 0.24), color, clear | {"opacity": 0.7}),
    )


@register("a tumbler of whisky")
def small_tumbler(*, radius, height, spirit, vessel):
    color, clear = surface(vessel)
    return concat_shapes(
        rod((0, 0, 0), (0, height * 0.14, 0), radius * 0.95, color, clear | {"opacity": 0.6}),
        rod((0, height * 0.14, 0), (0, height * 0.42, 0), radius * 0.98, spirit, {"roughness": 0.06}),
        round_wall(
            (radius, height * 0.42), (radius, height), radius * 0.08, color, clear | {"opacity": 0.4}, panels=20
        ),
    )


@register("a cut-crystal decanter of whisky with a ball stopper and two tumblers")
def decanter(*, width=0.26, height=0.25, depth=0.15, spirit=(0.75, 0.4, 0.1), vessel="crystal"):
    whole = concat_shapes(
        moved(library_call("bottle_part", size=0.1, height=0.25, spirit=spirit, vessel=vessel), (-0.06, 0, 0)),
        *[
            moved(library_call("small_tumbler", radius=0.036, height=0.08, spirit=spirit, vessel=vessel), (x, 0, side))
            for x, side in ((0.045, 0.04), (0.1, -0.03))
        ],
    )
    return fitted(whole, width, height, depth)
