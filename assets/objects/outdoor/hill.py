# /// asset
# word = "hill"
# synonyms = ["grassy hill", "green hill", "knoll", "hillock", "mound", "small hill", "grass mound"]
# stands_for = ["mountain", "slope"]
# category = "outdoor"
# support = "floor"
# colors = ["grass"]
# ///
import numpy as np

from scene.language import *
from scene.language.modelling import ball, ellipsoid, fitted, rod, tinted

TOP = 3.0
"""Metres: the half width of the level top, on which things stand."""


@register("tufts of grass and a few flowers")
def tufts(*, grass):
    rng = np.random.default_rng(4)
    parts = []
    for _ in range(46):
        angle, away = rng.uniform(0, 6.283), rng.uniform(3.2, 5.6)
        x, z = away * np.cos(angle), away * np.sin(angle)
        y = 1.9 * max(0.0, 1 - (away / 6.0) ** 2)
        parts.append(ellipsoid((x, y, z), (0.16, 0.1, 0.16), tinted(grass, rng.uniform(0.8, 1.2)), {"roughness": 1.0}))
        if rng.uniform() < 0.35:
            tone = ((0.95, 0.85, 0.3), (0.95, 0.95, 0.95), (0.85, 0.35, 0.45))[int(rng.integers(3))]
            parts.append(ball((x + 0.1, y + 0.16, z), 0.05, tone))
    return concat_shapes(*parts)


@register("a green hill with a level top")
def hill(*, width=12.0, height=1.9, depth=12.0, grass=(0.36, 0.56, 0.22)):
    slope = ellipsoid((0, 0, 0), (6.0, 1.85, 6.0), grass, {"roughness": 1.0})
    whole = concat_shapes(
        slope,
        rod((0, 0, 0), (0, 1.86, 0), TOP - 1.4, tinted(grass, 1.04), {"roughness": 1.0}),
        library_call("tufts", grass=grass),
    )
    low = compute_shape_min(whole)[1]
    return fitted(transform_shape(whole, translation_matrix((0, -low, 0))), width, height, depth)
