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
from scene.language.modelling import ball, ellipsoid, fitted, rod, round_wall, tinted

TOP = 3.6
"""Metres: the half width of the level top, on which things stand."""
OUTLINE = ((8.0, 0.0), (7.4, 0.45), (6.4, 1.0), (5.2, 1.5), (4.3, 1.78), (TOP, 1.9))
"""(half width, height) of the slope, from its foot to its top."""


def height_at(away):
    """The height of the slope at a distance from the middle, in metres."""
    rising = OUTLINE[::-1]
    return float(np.interp(away, [radius for radius, _ in rising], [height for _, height in rising]))


@register("tufts of grass and a few flowers")
def tufts(*, grass):
    rng = np.random.default_rng(4)
    parts = []
    for _ in range(46):
        angle, away = rng.uniform(0, 6.283), rng.uniform(4.8, 7.4)
        x, z = away * np.cos(angle), away * np.sin(angle)
        y = height_at(away)
        parts.append(ellipsoid((x, y, z), (0.16, 0.1, 0.16), tinted(grass, rng.uniform(0.8, 1.2)), {"roughness": 1.0}))
        if rng.uniform() < 0.35:
            tone = ((0.95, 0.85, 0.3), (0.95, 0.95, 0.95), (0.85, 0.35, 0.45))[int(rng.integers(3))]
            parts.append(ball((x + 0.1, y + 0.16, z), 0.05, tone))
    return concat_shapes(*parts)


@register("a green hill with a level top")
def hill(*, width=11.8, height=1.9, depth=11.8, grass=(0.36, 0.56, 0.22)):
    look = (tinted(grass, 0.97), {"roughness": 1.0})
    bands = [round_wall(OUTLINE[k], OUTLINE[k + 1], 0.3, *look, panels=40) for k in range(len(OUTLINE) - 1)]
    whole = concat_shapes(
        *bands,
        rod((0, 0, 0), (0, OUTLINE[-1][1], 0), TOP, grass, {"roughness": 1.0}),
        library_call("tufts", grass=grass),
    )
    return fitted(whole, width, height, depth)
