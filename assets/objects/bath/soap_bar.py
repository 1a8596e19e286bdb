# /// asset
# word = "bar of soap"
# synonyms = ["soap", "soap bar", "bar soap", "soap dish", "soap tray"]
# stands_for = ["bath bomb", "bath bombs"]
# category = "bath"
# support = "surface"
# colors = ["soap_color", "dish_color"]
# materials = ["dish"]
# ///
import numpy as np

from scene.language import *
from scene.language.modelling import box, darker, ellipsoid, finish, fitted, moved, rod


@register("the slatted dish")
def dish_part(*, width, depth, height, look):
    r = depth * 0.42
    x = width / 2 - r
    return concat_shapes(
        *[rod((s * x, height * 0.2, 0), (s * x, height * 0.55, 0), r * 1.06, *look) for s in (-1, 1)],
        box((0, height * 0.375, 0), (2 * x, height * 0.35, r * 2.12), *look),
        *[
            rod(
                (i * width * 0.11, height * 0.55, -r * 0.8),
                (i * width * 0.11, height * 0.55, r * 0.8),
                height * 0.14,
                *look,
            )
            for i in range(-3, 4)
        ],
        *[
            rod((s * x, 0, z * r * 0.5), (s * x, height * 0.3, z * r * 0.5), height * 0.22, *look)
            for s in (-1, 1)
            for z in (-1, 1)
        ],
    )


@register("the bar with its stamped mark")
def bar(*, width, depth, height, soap_color):
    gloss = {"roughness": 0.3}
    r = depth * 0.36
    light = darker(soap_color, 0.88)
    return concat_shapes(
        box((0, height / 2, 0), (width - 2 * r, height * 0.9, depth), soap_color, gloss),
        box((0, height / 2, 0), (width, height * 0.9, depth - 2 * r), soap_color, gloss),
        *[
            rod(
                (x * (width / 2 - r), height * 0.05, z * (depth / 2 - r)),
                (x * (width / 2 - r), height * 0.95, z * (depth / 2 - r)),
                r,
                soap_color,
                gloss,
            )
            for x in (-1, 1)
            for z in (-1, 1)
        ],
        ellipsoid((0, height * 0.92, 0), (width * 0.42, height * 0.14, depth * 0.4), soap_color, gloss),
        ellipsoid((0, height * 1.045, 0), (width * 0.26, height * 0.022, depth * 0.2), light, gloss),
        ellipsoid((0, height * 1.055, 0), (width * 0.2, height * 0.03, depth * 0.14), soap_color, gloss),
    )


@register("bubbles of foam")
def foam(*, size):
    rng = np.random.default_rng(7)
    return concat_shapes(
        *[
            ellipsoid(
                (rng.uniform(-0.5, 0.5) * size, rng.uniform(0.0, 0.25) * size, rng.uniform(-0.4, 0.4) * size),
                (size * rng.uniform(0.1, 0.2),) * 3,
                (0.97, 0.98, 1.0),
                {"roughness": 0.1, "opacity": 0.85},
            )
            for _ in range(14)
        ]
    )


@register("a bar of soap with foam on a dish")
def soap_bar(*, width=0.13, depth=0.09, height=0.055, soap_color=(0.93, 0.72, 0.75), dish_color=None, dish="ceramic"):
    base = height * 0.42
    whole = concat_shapes(
        library_call("dish_part", width=width, depth=depth, height=base, look=finish(dish, dish_color)),
        moved(
            library_call("bar", width=width * 0.66, depth=depth * 0.6, height=height * 0.44, soap_color=soap_color),
            (0, base * 0.68, 0),
            0.12,
        ),
        moved(library_call("foam", size=width * 0.28), (width * 0.24, base * 1.25, depth * 0.12)),
    )
    return fitted(whole, width, height, depth)
