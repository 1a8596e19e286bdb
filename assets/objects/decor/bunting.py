# /// asset
# word = "bunting"
# synonyms = [
#     "pennant", "pennants", "pennant banner", "party banner", "birthday banner", "flag banner", "felt banner",
#     "party decorations",
# ]
# stands_for = ["paper garland", "streamers", "streamer", "paper chain"]
# category = "decor"
# support = "wall"
# colors = ["first", "second"]
# ///
import math

import numpy as np

from scene.language import *
from scene.language.modelling import box, fitted, tube


@register("the string of flags")
def flags(*, first, second):
    tones = (first, second, (0.95, 0.8, 0.35), (0.5, 0.72, 0.6))
    count = 11
    parts = []
    for i in range(count):
        t = (i + 0.5) / count
        y = 0.3 - 0.1 * math.sin(math.pi * t)
        rows = [
            box(
                (1.8 * t - 0.9, y - 0.009 * (k + 0.5), 0.008),
                (0.13 * (1 - k / 18), 0.0092, 0.004),
                tones[i % 4],
                {"roughness": 0.9},
            )
            for k in range(18)
        ]
        parts += rows
    cord = [
        (1.8 * t - 0.9, 0.302 - 0.1 * math.sin(math.pi * t) + 0.016 * (t in (0, 1)), 0.008)
        for t in np.linspace(0, 1, 24)
    ]
    return concat_shapes(*parts, tube(cord, 0.004, (0.95, 0.93, 0.88)))


@register("a string of triangular flags")
def bunting(*, width=1.8, height=0.34, depth=0.02, first=(0.85, 0.35, 0.3), second=(0.3, 0.5, 0.7)):
    whole = library_call("flags", first=first, second=second)
    return fitted(whole, width, height, depth)
