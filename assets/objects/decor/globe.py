# /// asset
# word = "globe"
# synonyms = ["desk globe", "world globe", "terrestrial globe", "earth globe"]
# category = "decor"
# support = "surface"
# colors = ["ocean", "land"]
# materials = ["wood", "metal"]
# ///
import itertools
import math

import numpy as np

from scene.language import *
from scene.language.modelling import ellipsoid, fitted, lathe, rod, rotated


@register("the ball with oceans and continents")
def earth(*, radius, ocean, land):
    patches = [
        (10, 15, 0.42, 0.32),
        (0, 25, 0.3, 0.34),
        (-12, 20, 0.22, 0.3),
        (48, 10, 0.36, 0.3),
        (50, 60, 0.5, 0.42),
        (35, 95, 0.4, 0.42),
        (25, 78, 0.2, 0.26),
        (-25, 135, 0.26, 0.3),
        (45, -100, 0.42, 0.4),
        (60, -110, 0.34, 0.5),
        (30, -95, 0.22, 0.24),
        (-5, -62, 0.3, 0.3),
        (-22, -60, 0.28, 0.24),
        (-42, -68, 0.22, 0.12),
        (72, -40, 0.2, 0.24),
        (-88, 0, 0.3, 0.3),
    ]

    def continent(k):
        latitude, longitude, tall, wide = patches[k]
        cap = ellipsoid(
            (0, 0, radius * 0.96),
            (radius * wide * 0.95, radius * tall * 0.95, radius * 0.055),
            (0.93, 0.94, 0.94) if latitude < -80 else land,
            {"roughness": 0.5},
        )
        return rotated(rotated(cap, -math.radians(latitude), (1, 0, 0)), math.radians(longitude))

    return concat_shapes(ellipsoid((0, 0, 0), (radius,) * 3, ocean, {"roughness": 0.25}), loop(len(patches), continent))


@register("the half ring that holds the ball by its poles")
def meridian(*, radius, thick, metal):
    arc = [(radius * math.cos(a), radius * math.sin(a), 0) for a in np.linspace(math.pi / 2, 3 * math.pi / 2, 15)]
    pins = [
        rod((0, side * radius * 0.9, 0), (0, side * radius * 1.04, 0), thick * 0.8, *surface(metal)) for side in (-1, 1)
    ]
    return concat_shapes(
        *[rod(a, b, thick, *surface(metal)) for a, b in itertools.pairwise(arc)],
        *[ellipsoid(p, (thick,) * 3, *surface(metal)) for p in arc[1:-1]],
        *pins,
    )


@register("the turned foot")
def foot(*, radius, height, wood, metal):
    return concat_shapes(
        lathe(
            [(radius, 0), (radius, 0.2 * height), (radius * 0.55, 0.4 * height), (radius * 0.2, 0.7 * height)],
            *surface(wood),
            slices=16,
        ),
        rod((0, height * 0.68, 0), (0, height, 0), radius * 0.14, *surface(metal)),
    )


@register("a desk globe tilted in a brass meridian on a wooden foot")
def globe(*, width=0.29, height=0.38, ocean=(0.25, 0.5, 0.72), land=(0.55, 0.62, 0.3), wood="walnut", metal="brass"):
    radius = width * 0.44
    base = height - radius * 2.14
    tilt = rotation_matrix(math.radians(-23), (0, 0, 1), (0, 0, 0))
    ball = concat_shapes(
        rotated(library_call("earth", radius=radius, ocean=ocean, land=land), 0.3),
        library_call("meridian", radius=radius * 1.07, thick=width * 0.017, metal=metal),
    )
    whole = concat_shapes(
        transform_shape(ball, translation_matrix((0, base + radius * 1.07, 0)) @ tilt),
        library_call("foot", radius=width * 0.34, height=base, wood=wood, metal=metal),
    )
    return fitted(whole, width, height, None)
