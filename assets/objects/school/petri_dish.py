# /// asset
# word = "petri dish"
# synonyms = ["petri dishes", "culture dish", "agar plate"]
# category = "school"
# support = "surface"
# colors = ["agar", "culture"]
# ///
import math

import numpy as np

from scene.language import *
from scene.language.modelling import ellipsoid, fitted, moved, rod, rotated, round_wall


@register("one round dish with agar")
def dish(*, radius, height, agar):
    clear = {"opacity": 0.35, "roughness": 0.03}
    return concat_shapes(
        rod((0, 0, 0), (0, height * 0.1, 0), radius, (0.85, 0.92, 0.94), clear | {"opacity": 0.6}),
        rod((0, height * 0.1, 0), (0, height * 0.45, 0), radius * 0.96, agar, {"roughness": 0.2}),
        round_wall(
            (radius, 0), (radius, height), radius * 0.03, (0.85, 0.92, 0.94), clear | {"opacity": 0.45}, panels=32
        ),
    )


@register("colonies on the agar")
def colonies(*, radius, y, culture):
    rng = np.random.default_rng(6)
    tints = (culture, (0.85, 0.4, 0.35), (0.95, 0.95, 0.9), (0.45, 0.4, 0.7))
    spots = []
    for i in range(22):
        r, a = radius * 0.82 * math.sqrt(rng.uniform(0.02, 1)), rng.uniform(0, 6.28)
        size = radius * rng.uniform(0.04, 0.12)
        spots.append(
            ellipsoid(
                (r * math.cos(a), y, r * math.sin(a)),
                (size, size * 0.3, size),
                tints[i % 4 if i % 3 else 0],
                {"roughness": 0.5},
            )
        )
    return concat_shapes(*spots)


@register("a lid leaning on the dish")
def leaning_lid(*, radius, height):
    clear = {"opacity": 0.4, "roughness": 0.03}
    lid = concat_shapes(
        rod((0, height * 0.85, 0), (0, height, 0), radius, (0.85, 0.92, 0.94), clear),
        round_wall((radius, 0), (radius, height), radius * 0.03, (0.85, 0.92, 0.94), clear, panels=32),
    )
    return rotated(lid, -0.5, (0, 0, 1))


@register("a stack of two petri dishes with cultures growing in one")
def petri_dish(*, width=0.16, height=0.055, depth=0.1, agar=(0.95, 0.85, 0.6), culture=(0.4, 0.6, 0.35)):
    r, tall = 0.048, 0.017
    first = concat_shapes(
        library_call("dish", radius=r, height=tall, agar=agar),
        library_call("colonies", radius=r, y=tall * 0.47, culture=culture),
    )
    lid = library_call("leaning_lid", radius=r * 1.04, height=tall)
    low = compute_shape_min(lid)
    whole = concat_shapes(
        moved(first, (-0.02, 0, 0)),
        moved(lid, (0.054, -low[1], -0.006)),
    )
    return fitted(whole, width, height, depth)
