# /// asset
# word = "mast"
# synonyms = ["ship mast", "ship's mast", "mast with sails", "pirate ship mast"]
# category = "outdoor"
# support = "floor"
# colors = ["sail"]
# ///
import math

import numpy as np

from scene.language import *
from scene.language.modelling import box, darker, drape, fitted, lathe, rod, tube

WOOD = ((0.45, 0.3, 0.18), {"roughness": 0.8})
ROPE = ((0.72, 0.6, 0.42), {"roughness": 1.0})


def sail_part(low, high, wide, sail):
    """A square sail that the wind fills, below its yard."""
    xs = np.linspace(-1, 1, 11)
    belly = [0.12 + 0.3 * math.cos(1.4 * x) for x in xs]
    middle = [(1.02 * wide * x, (low + high) / 2, b) for x, b in zip(xs, belly, strict=True)]
    return concat_shapes(
        drape([(wide * x, high, 0.08) for x in xs], middle, 0.03, sail, {"roughness": 0.95}),
        drape(middle, [(1.06 * wide * x, low, 0.15) for x in xs], 0.03, sail, {"roughness": 0.95}),
        rod((-1.12 * wide, high + 0.04, 0.06), (1.12 * wide, high + 0.04, 0.06), 0.045, *WOOD),
    )


@register("a ship's mast with two sails, a lookout and shrouds")
def mast(*, width=3.0, height=5.2, depth=1.0, sail=(0.93, 0.89, 0.78)):
    parts = [lathe([(0.16, 0), (0.13, 2.0), (0.09, 5.2)], *WOOD, slices=40), rod((0, 0, 0), (0, 0.14, 0), 0.3, *WOOD)]
    parts += [sail_part(1.35, 2.9, 1.3, sail), sail_part(3.1, 4.1, 0.95, sail)]
    parts.append(lathe([(0.24, 4.3), (0.34, 4.72)], *WOOD, slices=14))
    parts.append(rod((0, 4.7, 0), (0, 4.725, 0), 0.31, darker(WOOD[0], 0.45)))
    parts.append(box((0.2, 5.08, 0), (0.4, 0.2, 0.012), (0.12, 0.12, 0.13)))
    for s in (-1, 1):
        foot = [(s * (0.9 + 0.2 * k), 0.0, -0.45 + 0.06 * k) for k in range(3)]
        parts += [tube([p, (s * 0.1, 4.25, -0.05)], 0.012, *ROPE) for p in foot]
        for i in range(11):
            t = (i + 1) / 13
            ends = [tuple(np.array(p) * (1 - t) + np.array((s * 0.1, 4.25, -0.05)) * t) for p in (foot[0], foot[2])]
            parts.append(rod(*ends, 0.009, *ROPE))
    return fitted(concat_shapes(*parts), width, height, depth)
