# /// asset
# word = "ice bucket"
# synonyms = ["champagne bucket", "wine bucket", "champagne cooler"]
# category = "tableware"
# support = "surface"
# colors = ["paint", "bottle_tint"]
# materials = ["metal"]
# ///
import math

import numpy as np

from scene.language import *
from scene.language.modelling import box, ellipsoid, finish, fitted, moved, pipe, rod, rotated, round_wall


@register("the bucket with its ring handles")
def pail(*, low, high, height, look):
    rings = [
        rotated(
            moved(
                pipe(
                    [(0.014 * math.cos(a), 0.02 * math.sin(a) - 0.02, 0) for a in np.linspace(0, 2 * math.pi, 11)],
                    0.003,
                    *look,
                ),
                (high * 0.98, height * 0.82, 0),
                math.pi / 2,
            ),
            k * math.pi,
        )
        for k in (0, 1)
    ]
    return concat_shapes(
        rod((0, 0, 0), (0, height * 0.06, 0), low * 0.98, *look),
        round_wall((low, 0), (high, height), high * 0.04, *look, panels=32),
        *rings,
    )


@register("the ice cubes")
def ice(*, radius, y):
    rng = np.random.default_rng(4)
    cubes = []
    for i in range(16):
        r, a = radius * 0.85 * math.sqrt((i + 0.5) / 16), i * 2.4
        turn = rotation_matrix(rng.uniform(0, 1.5), rng.normal(size=3), (0, 0, 0))
        cubes.append(
            transform_shape(
                box((0, 0, 0), (0.03, 0.03, 0.03), (0.86, 0.94, 0.98), {"roughness": 0.08, "opacity": 0.85}),
                translation_matrix((r * math.cos(a), y + rng.uniform(-0.006, 0.01), r * math.sin(a))) @ turn,
            )
        )
    return concat_shapes(rod((0, y - 0.03, 0), (0, y - 0.012, 0), radius, (0.8, 0.9, 0.95)), *cubes)


@register("the bottle, leaning")
def bottle_part(*, radius, height, bottle_tint):
    look = (bottle_tint, {"roughness": 0.1})
    foil = ((0.85, 0.68, 0.25), {"metallic": 0.8, "roughness": 0.35})
    shoulder = [
        rod(
            (0, height * (0.5 + 0.025 * i), 0),
            (0, height * (0.525 + 0.025 * i), 0),
            radius * (1 - 0.62 * ((i + 1) / 8) ** 1.6),
            *look,
        )
        for i in range(8)
    ]
    return concat_shapes(
        rod((0, 0, 0), (0, height * 0.5, 0), radius, *look),
        *shoulder,
        rod((0, height * 0.68, 0), (0, height * 0.94, 0), radius * 0.4, *foil),
        ellipsoid((0, height * 0.95, 0), (radius * 0.48, height * 0.05, radius * 0.48), *foil),
    )


@register("a steel ice bucket with ice cubes and a bottle in it")
def ice_bucket(
    *, width=0.23, height=0.36, depth=0.21, paint=None, bottle_tint=(0.12, 0.28, 0.15), metal="stainless steel"
):
    look, high, tall = finish(metal, paint), 0.1, 0.2
    whole = concat_shapes(
        library_call("pail", low=0.075, high=high, height=tall, look=look),
        library_call("ice", radius=high * 0.9, y=tall * 0.9),
        moved(
            library_call("bottle_part", radius=0.041, height=0.31, bottle_tint=bottle_tint),
            (-0.02, 0.05, -0.01),
            -0.22,
            (0, 0, 1),
        ),
    )
    return fitted(whole, width, height, depth)
