# /// asset
# word = "firewood"
# synonyms = [
#     "pile of firewood", "stack of firewood", "pile of logs",
#     "log pile", "wood pile", "woodpile", "stack of logs",
# ]
# stands_for = ["kindling", "branches", "driftwood"]
# category = "outdoor"
# support = "floor"
# colors = ["bark", "cut"]
# ///
import math

import numpy as np

from scene.language import *
from scene.language.modelling import box, fitted, moved, rod, tinted


@register("one log with its rings")
def one_log(*, radius, length, bark, cut):
    ends = []
    for s in (-1, 1):
        for k, (r, tone) in enumerate(((0.9, 1.0), (0.66, 0.86), (0.6, 1.04), (0.36, 0.86), (0.3, 1.04), (0.08, 0.7))):
            z = length / 2 + 0.0015 * (k + 1)
            ends.append(rod((0, 0, s * (length / 2 - 0.01)), (0, 0, s * z), radius * r, tinted(cut, tone)))
    ribs = [
        rod((radius * 0.97 * math.cos(a), radius * 0.97 * math.sin(a), -length / 2 + 0.004),
            (radius * 0.97 * math.cos(a + 0.1), radius * 0.97 * math.sin(a + 0.1), length / 2 - 0.004),
            radius * 0.11, tinted(bark, 0.8))
        for a in np.linspace(0, 2 * math.pi, 10)[:-1]
    ]  # fmt: skip
    return concat_shapes(rod((0, 0, -length / 2), (0, 0, length / 2), radius, bark, {"roughness": 0.95}), *ribs, *ends)


@register("a stack of split logs between two posts")
def firewood(*, width=1.0, height=0.72, depth=0.42, bark=(0.33, 0.23, 0.15), cut=(0.85, 0.68, 0.44)):
    rng = np.random.default_rng(4)
    logs = []
    for row in range(6):
        count = 7 if row % 2 == 0 else 6
        for i in range(count):
            x, y = 0.118 * (i - (count - 1) / 2), 0.105 + 0.102 * row
            shape = library_call(
                "one_log",
                radius=0.0575,
                length=0.36 + rng.uniform(-0.02, 0.04),
                bark=tinted(bark, rng.uniform(0.85, 1.3)),
                cut=tinted(cut, rng.uniform(0.9, 1.08)),
            )
            logs.append(moved(shape, (x, y, rng.uniform(-0.012, 0.012)), rng.uniform(0, 6), (0, 0, 1)))
    wood = surface("pine")
    stand = [
        *[box((s * 0.46, 0.36, z), (0.045, 0.72, 0.045), *wood) for s in (-1, 1) for z in (-0.1, 0.1)],
        *[box((0, 0.022, z), (1.0, 0.044, 0.05), *wood) for z in (-0.1, 0.1)],
    ]
    return fitted(concat_shapes(*logs, *stand), width, height, depth)
