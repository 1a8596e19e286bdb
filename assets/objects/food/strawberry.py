# /// asset
# word = "strawberry"
# synonyms = ["strawberries"]
# stands_for = ["raspberry", "raspberries", "berry", "berries"]
# category = "food"
# support = "surface"
# colors = ["skin"]
# ///
import math

import numpy as np

from scene.language import *
from scene.language.modelling import ball, ellipsoid, fitted, moved, rod


@register("the fruit with its seeds")
def flesh(*, skin):
    radii = [(0.0165 * (1 - 0.75 * t**1.6), 0.016, 0.038 * t - 0.004) for t in np.linspace(0, 1, 16)]
    balls = [ball((0, 0.0165, z), r, skin, {"roughness": 0.3}) for r, _, z in radii]
    seeds = [
        ball((0.96 * r * math.cos(a + 0.5 * k), 0.0165 + 0.96 * r * math.sin(a + 0.5 * k), z), 0.0011, (0.95, 0.8, 0.4))
        for k, (r, _, z) in enumerate(radii[2::3])
        for a in np.linspace(0, 2 * math.pi, 9)[:-1]
    ]
    return concat_shapes(*balls, *seeds)


@register("the leaves at its top")
def calyx():
    blade = ellipsoid((0, 0.009, 0), (0.004, 0.009, 0.0014), (0.25, 0.5, 0.15))
    leaves = loop(6, lambda i: moved(blade, (0, 0.0165, -0.017), i * math.pi / 3, (0, 0, 1)))
    return concat_shapes(leaves, rod((0, 0.0165, -0.016), (0.004, 0.022, -0.026), 0.0012, (0.3, 0.5, 0.2)))


@register("a ripe strawberry with green leaves")
def strawberry(*, width=0.034, height=0.034, depth=0.046, skin=(0.82, 0.1, 0.13)):
    whole = concat_shapes(library_call("flesh", skin=skin), library_call("calyx"))
    return fitted(whole, width, height, depth)
