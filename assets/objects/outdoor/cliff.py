# /// asset
# word = "cliff"
# synonyms = ["rocky cliff", "sea cliff", "crag", "bluff", "rocky outcrop", "headland", "rock plateau", "cliff top"]
# category = "outdoor"
# support = "floor"
# colors = ["rock_color", "grass"]
# ///
import math

import numpy as np

from scene.language import *
from scene.language.modelling import block, fitted, moved, rod, rotated, tinted

HIGH, RADIUS, TOP = 3.4, 4.0, 3.2
"""Metres: the height, and the half width at the foot and at the level top."""


@register("a ring of blocks of rock that lean inwards")
def ring(*, radius, low, high, count, seed, rock_color):
    rng = np.random.default_rng(seed)
    parts = []
    for k in range(count):
        angle = 2 * math.pi * (k + rng.uniform(-0.25, 0.25)) / count
        size = (
            2 * math.pi * radius / count * rng.uniform(1.0, 1.35),
            (high - low) * rng.uniform(0.85, 1.1),
            rng.uniform(0.7, 1.2),
        )
        stone = rotated(
            block((0, 0, 0), size, tinted(rock_color, rng.uniform(0.78, 1.12)), {"roughness": 0.97}),
            rng.uniform(-0.12, 0.02),
            (1, 0, 0),
        )
        stone = rotated(stone, angle + rng.uniform(-0.2, 0.2))
        out = radius - size[2] / 2
        parts.append(moved(stone, (out * math.sin(angle), low, out * math.cos(angle))))
    return concat_shapes(*parts)


@register("a cliff of rock with grass on its level top")
def cliff(*, width=8.6, height=3.5, depth=8.6, rock_color=(0.47, 0.44, 0.41), grass=(0.33, 0.52, 0.2)):
    whole = concat_shapes(
        library_call("ring", radius=RADIUS + 0.25, low=0.0, high=1.25, count=17, seed=1, rock_color=rock_color),
        library_call(
            "ring", radius=RADIUS - 0.15, low=1.0, high=2.3, count=15, seed=2, rock_color=tinted(rock_color, 1.06)
        ),
        library_call(
            "ring", radius=TOP + 0.25, low=2.1, high=HIGH - 0.12, count=14, seed=3, rock_color=tinted(rock_color, 1.12)
        ),
        rod((0, 0, 0), (0, HIGH - 0.2, 0), TOP - 0.2, rock_color, {"roughness": 0.97}),
        rod((0, HIGH - 0.2, 0), (0, HIGH, 0), TOP, grass, {"roughness": 1.0}),
    )
    return fitted(whole, width, height, depth)
