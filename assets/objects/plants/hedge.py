# /// asset
# word = "hedge"
# synonyms = [
#     "hedges", "clipped hedge", "box hedge", "privet hedge", "boxwood hedge", "garden hedge", "trimmed hedge",
#     "hedgerow", "boxwood",
# ]
# category = "plants"
# support = "floor"
# colors = ["leaves"]
# ///
import numpy as np

from scene.language import *
from scene.language.modelling import box, darker, fitted, leafage, rod


@register("a clipped hedge of small leaves")
def hedge(*, width=2.4, height=1.1, depth=0.6, leaves=(0.22, 0.4, 0.16)):
    rng = np.random.default_rng(4)
    parts = [box((0, 0.55, 0), (2.16, 0.86, 0.36), darker(leaves, 0.5), {"roughness": 1.0})]
    masses = []
    for row, y in enumerate((0.22, 0.54, 0.86)):
        for k in range(8):
            x = -1.0 + 0.27 * k + 0.07 * (row % 2)
            masses.append(((x, y + rng.uniform(-0.02, 0.02), 0), (0.27, 0.25, 0.3)))
    parts.append(leafage(masses, leaves, 0.09, seed=2, spread=0.35))
    for k in range(9):
        x = -1.05 + 0.26 * k
        parts.append(rod((x, 0, 0), (x + 0.04, 0.2, 0), 0.025, (0.33, 0.24, 0.16)))
    return fitted(concat_shapes(*parts), width, height, depth)
