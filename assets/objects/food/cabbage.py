# /// asset
# word = "cabbage"
# synonyms = ["lettuce", "head of lettuce", "cauliflower", "broccoli", "salad greens", "leafy greens"]
# stands_for = ["artichoke"]
# category = "food"
# support = "surface"
# colors = ["leaf"]
# [variants.kind]
# "lettuce" = "lettuce"
# "head of lettuce" = "lettuce"
# "salad greens" = "lettuce"
# "broccoli" = "broccoli"
# "cauliflower" = "cauliflower"
# ///
import math

import numpy as np

from scene.language import *
from scene.language.modelling import ball, darker, ellipsoid, fitted, lathe, moved


@register("a curved outer leaf")
def leaf_blade(*, size, tone):
    return concat_shapes(
        ellipsoid((0, size * 0.5, 0), (size * 0.4, size * 0.52, size * 0.07), tone, {"roughness": 0.6}),
        ellipsoid(
            (0, size * 0.46, size * 0.05),
            (size * 0.03, size * 0.42, size * 0.04),
            tuple(min(1.0, c * 1.25 + 0.08) for c in tone),
        ),
    )


@register("the tight florets")
def florets(*, tone, stem):
    heads = []
    for a in np.linspace(0, math.pi / 2 * 0.95, 5):
        count = max(1, round(13 * math.sin(a)))
        heads += [
            ball(
                (0.06 * math.sin(a) * math.cos(b), 0.085 + 0.055 * math.cos(a), 0.06 * math.sin(a) * math.sin(b)),
                0.022,
                tone,
                {"roughness": 0.9},
            )
            for b in np.linspace(0, 2 * math.pi, count + 1)[:-1]
        ]
    return concat_shapes(*heads, lathe([(0.026, 0), (0.03, 0.04), (0.055, 0.085)], stem))


@register("a head of leafy vegetable")
def cabbage(*, width=0.2, height=0.17, depth=0.2, leaf=None, kind="cabbage"):
    tones = {
        "cabbage": (0.58, 0.72, 0.4),
        "lettuce": (0.42, 0.65, 0.25),
        "broccoli": (0.22, 0.42, 0.16),
        "cauliflower": (0.93, 0.9, 0.8),
    }
    tone = leaf or tones[kind]
    if kind in ("broccoli", "cauliflower"):
        whole = library_call("florets", tone=tone, stem=(0.66, 0.75, 0.45))
    else:
        ring = [
            moved(
                moved(
                    library_call("leaf_blade", size=0.13, tone=darker(tone, 0.75 + 0.12 * level)),
                    (0, 0, 0.035 - 0.012 * level),
                    0.35 - 0.3 * level,
                    (1, 0, 0),
                ),
                (0, 0.004, 0),
                2 * math.pi * i / 7 + 0.45 * level,
            )
            for level in range(2)
            for i in range(7)
        ]
        whole = concat_shapes(ellipsoid((0, 0.075, 0), (0.07, 0.068, 0.07), tone, {"roughness": 0.6}), *ring)
    return fitted(whole, width, height, depth)
