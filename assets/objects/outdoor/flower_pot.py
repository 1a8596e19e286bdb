# /// asset
# word = "flower pot"
# synonyms = [
#     "clay pot", "terracotta pot", "ceramic pot", "empty pot", "empty flower pot", "pots", "garden pot", "flowerpot", "pot with flowers",
# ]
# category = "outdoor"
# support = "floor"
# colors = ["petals", "paint"]
# materials = ["ware"]
# [variants]
# planted = {"empty" = false, "clay pot" = false, "terracotta pot" = false, "ceramic pot" = false, "garden pot" = false}
# ///
import math

import numpy as np

from scene.language import *
from scene.language.modelling import (
    ball,
    beam,
    darker,
    ellipsoid,
    finish,
    fitted,
    lathe,
    moved,
    rod,
    rotated,
    round_wall,
    tinted,
)

LEAF = (0.26, 0.47, 0.2)


@register("a pot with its thick rim, full of earth")
def one_pot(*, radius, height, look):
    earth = ((0.24, 0.17, 0.12), {"roughness": 1.0})
    return concat_shapes(
        lathe([(radius * 0.62, 0), (radius * 0.86, height * 0.74)], *look, slices=16),
        round_wall((radius * 0.98, height * 0.74), (radius, height), radius * 0.12, *look, panels=28),
        rod((0, height * 0.7, 0), (0, height * 0.9, 0), radius * 0.9, *earth),
    )


@register("a flower with five petals on its stem")
def bloom(*, at, foot, petals):
    x, y, z = at
    parts = [beam(foot, at, (0.006, 0.006), darker(LEAF, 0.8)), ball(at, 0.013, (0.93, 0.76, 0.2))]
    for k in range(5):
        angle = 2 * math.pi * k / 5
        parts.append(
            ellipsoid(
                (x + 0.022 * math.cos(angle), y + 0.003, z + 0.022 * math.sin(angle)), (0.019, 0.006, 0.019), petals
            )
        )
    return concat_shapes(*parts)


@register("leaves and flowers that grow from a pot")
def plant(*, radius, low, petals):
    rng = np.random.default_rng(11)
    parts = []
    for k in range(16):
        angle, out = 2 * math.pi * k / 16 + rng.uniform(-0.2, 0.2), radius * rng.uniform(0.35, 1.1)
        at = (out * math.cos(angle), low + rng.uniform(0.02, 0.07), out * math.sin(angle))
        leaf = rotated(
            ellipsoid((0, 0, 0), (0.05, 0.009, 0.026), tinted(LEAF, rng.uniform(0.8, 1.25))),
            rng.uniform(0.2, 0.8),
            (0, 0, 1),
        )
        parts.append(moved(rotated(leaf, -angle), at))
    for k in range(9):
        angle, out = 2.4 * k, radius * 0.95 * math.sqrt((k + 0.4) / 9)
        x, z = out * math.cos(angle), out * math.sin(angle)
        tone = tinted(petals, rng.uniform(0.88, 1.12))
        parts.append(
            library_call("bloom", at=(x, low + rng.uniform(0.09, 0.16), z), foot=(0.4 * x, low, 0.4 * z), petals=tone)
        )
    return concat_shapes(*parts)


@register("a clay pot with flowers")
def flower_pot(
    *, width=0.3, height=0.38, depth=0.3, planted=True, petals=(0.86, 0.2, 0.3), paint=None, ware="terracotta"
):
    look = finish(ware, paint)
    pot = library_call("one_pot", radius=0.13, height=0.22, look=look)
    if not planted:
        return fitted(pot, width, 0.22 / 0.38 * height, depth)
    return fitted(concat_shapes(pot, library_call("plant", radius=0.12, low=0.2, petals=petals)), width, height, depth)
