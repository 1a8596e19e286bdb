# /// asset
# word = "popcorn machine"
# synonyms = ["popcorn maker", "popcorn popper"]
# category = "shop"
# support = "surface"
# colors = ["paint", "corn"]
# materials = ["metal"]
# ///
import math

import numpy as np

from scene.language import *
from scene.language.modelling import box, darker, ellipsoid, moved, rod


@register("the red base and the roof with its sign")
def base_and_roof(*, width, height, depth, paint, metal):
    look = (paint, {"roughness": 0.3})
    letters = [
        box(
            (width * (-0.3 + 0.1 * i), height * 0.905, depth * 0.507),
            (width * 0.065, height * 0.05, 0.004),
            (1.0, 0.95, 0.8),
            {"emission": 0.8},
        )
        for i in range(7)
    ]
    stripes = [
        box(
            (width * (-0.4 + 0.16 * i), height * 0.13, depth * 0.502),
            (width * 0.08, height * 0.2, 0.003),
            (0.97, 0.95, 0.9),
        )
        for i in range(6)
    ]
    return concat_shapes(
        box((0, height * 0.13, 0), (width, height * 0.26, depth), *look),
        *stripes,
        box((0, height * 0.265, 0), (width * 1.02, height * 0.02, depth * 1.02), *surface(metal)),
        box((0, height * 0.9, 0), (width, height * 0.13, depth), *look),
        box((0, height * 0.975, 0), (width * 0.86, height * 0.05, depth * 0.86), *look),
        *[box((0, height * y, 0), (width * 1.02, height * 0.015, depth * 1.02), *surface(metal)) for y in (0.84, 0.96)],
        *letters,
    )


@register("the glass walls with brass corners")
def glass_walls(*, width, base, top, depth, metal):
    clear = {"opacity": 0.14, "roughness": 0.03}
    posts = [
        rod(
            (x * width * 0.48, base, z * depth * 0.48),
            (x * width * 0.48, top, z * depth * 0.48),
            width * 0.022,
            *surface(metal),
        )
        for x in (-1, 1)
        for z in (-1, 1)
    ]
    return concat_shapes(
        *posts,
        *[
            box((0, (base + top) / 2, z * depth * 0.48), (width * 0.94, top - base, 0.003), (0.85, 0.93, 0.95), clear)
            for z in (-1, 1)
        ],
        *[
            box((x * width * 0.48, (base + top) / 2, 0), (0.003, top - base, depth * 0.94), (0.85, 0.93, 0.95), clear)
            for x in (-1, 1)
        ],
    )


@register("the hanging kettle, tipping corn out")
def kettle(*, radius, drop, metal):
    steel = surface("chrome")
    pot = concat_shapes(
        rod((0, -radius * 0.7, 0), (0, radius * 0.5, 0), radius, *steel),
        rod((0, radius * 0.45, 0), (0, radius * 0.55, 0), radius * 1.06, *surface(metal)),
    )
    return concat_shapes(
        rod((0, 0, 0), (0, -drop, 0), radius * 0.12, *steel),
        moved(pot, (0, -drop, 0), 0.35, (0, 0, 1)),
    )


@register("a heap of popcorn")
def popcorn_heap(*, width, depth, rise, corn):
    rng = np.random.default_rng(8)
    flakes = []
    for _ in range(60):
        x, side = rng.uniform(-0.44, 0.44), rng.uniform(-0.44, 0.44)
        top = rise * (0.55 + 0.4 * (1 - 2 * abs(x)) * (1 - 2 * abs(side)) + 0.12 * math.sin(9 * x))
        flakes.append(
            ellipsoid(
                (x * width, top, side * depth),
                (width * 0.055, width * 0.045, width * 0.05),
                tuple(min(1.0, c * rng.uniform(0.9, 1.05)) for c in corn),
                {"roughness": 0.9},
            )
        )
    return concat_shapes(
        box((0, rise * 0.28, 0), (width * 0.96, rise * 0.56, depth * 0.96), darker(corn, 0.95)), *flakes
    )


@register("a popcorn machine with a kettle and popcorn behind glass")
def popcorn_machine(
    *, width=0.5, height=0.8, depth=0.42, paint=(0.8, 0.13, 0.14), corn=(0.99, 0.93, 0.7), metal="gold"
):
    base, top = height * 0.275, height * 0.84
    whole = concat_shapes(
        library_call("base_and_roof", width=width, height=height, depth=depth, paint=paint, metal=metal),
        moved(library_call("kettle", radius=width * 0.17, drop=height * 0.13, metal=metal), (0, top, 0)),
        moved(
            library_call("popcorn_heap", width=width * 0.92, depth=depth * 0.92, rise=height * 0.22, corn=corn),
            (0, base, 0),
        ),
        library_call("glass_walls", width=width, base=base, top=top, depth=depth, metal=metal),
    )
    low, high = compute_shape_min(whole), compute_shape_max(whole)
    fit = scale_matrix((width / (high[0] - low[0]), height / (high[1] - low[1]), depth / (high[2] - low[2])), (0, 0, 0))
    return transform_shape(whole, fit @ translation_matrix((0, -low[1], 0)))
