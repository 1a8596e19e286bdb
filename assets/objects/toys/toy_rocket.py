# /// asset
# word = "rocket"
# synonyms = ["toy rocket", "rocket ship", "model rocket", "space rocket", "rocket model"]
# stands_for = ["spaceship", "space shuttle", "toy spaceship", "ufo", "satellite model", "model spaceship"]
# category = "toys"
# support = "surface"
# colors = ["paint", "accent"]
# ///
import math

import numpy as np

from scene.language import *
from scene.language.modelling import ball, box, cone, fitted, moved, rod, rotated, tube


@register("the body with its window")
def hull_part(*, paint, accent):
    gloss = {"roughness": 0.15}
    ring = [(0.026 * math.cos(a), 0.25 + 0.026 * math.sin(a), 0.062) for a in np.linspace(0, 2 * math.pi, 22)]
    return concat_shapes(
        *[
            ball((0, 0.11 + 0.2 * t, 0), 0.05 + 0.018 * math.sin(math.pi * t), paint, gloss)
            for t in np.linspace(0, 1, 30)
        ],
        *[
            ball((0, 0.325 + 0.085 * t, 0), 0.049 * (1 - t) ** 0.75 + 0.004, accent, gloss)
            for t in np.linspace(0, 1, 24)
        ],
        tube(ring, 0.006, (0.85, 0.86, 0.88)),
        moved(rod((0, 0, 0.055), (0, 0, 0.064), 0.024, (0.3, 0.6, 0.85), {"roughness": 0.05}), (0, 0.25, 0)),
        rod((0, 0.04, 0), (0, 0.075, 0), 0.036, (0.3, 0.31, 0.33)),
    )


@register("a fin")
def fin(*, accent):
    return concat_shapes(
        *[
            box((0.05 + 0.055 * t, 0.12 - 0.075 * t, 0), (0.008, 0.11 - 0.02 * t, 0.012), accent, {"roughness": 0.15})
            for t in np.linspace(0, 1, 9)
        ]
    )


@register("the flame")
def flame():
    return concat_shapes(
        cone((0, 0.045, 0), (0, 0.0, 0), 0.028, (0.98, 0.55, 0.1), {"emission": 1.0}),
        cone((0, 0.045, 0), (0, 0.015, 0), 0.016, (0.99, 0.9, 0.4), {"emission": 1.2}),
    )


@register("a toy rocket with fins")
def toy_rocket(*, width=0.22, height=0.42, depth=0.22, paint=(0.95, 0.95, 0.94), accent=(0.82, 0.15, 0.15)):
    whole = concat_shapes(
        library_call("hull_part", paint=paint, accent=accent),
        loop(4, lambda i: rotated(library_call("fin", accent=accent), i * math.pi / 2 + math.pi / 4)),
        library_call("flame"),
    )
    return fitted(whole, width, height, depth)
