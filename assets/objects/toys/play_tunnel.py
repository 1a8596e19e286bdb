# /// asset
# word = "play tunnel"
# synonyms = ["tunnel", "crawl tunnel", "cat tunnel", "toy tunnel", "crawling tunnel"]
# category = "toys"
# support = "floor"
# colors = ["first", "second"]
# ///
import math

import numpy as np

from scene.language import *
from scene.language.modelling import darker, fitted, moved, round_wall, tube


@register("the striped hoops of cloth")
def hoops(*, first, second):
    def band(i):
        ring = moved(
            round_wall((0.245, 0), (0.245, 0.13), 0.006, first if i % 2 else second, {"roughness": 0.8}, panels=30),
            (0.78 - 0.13 * i, 0, 0),
            math.pi / 2,
            (0, 0, 1),
        )
        wire = tube(
            [(0.78 - 0.13 * i, 0.248 * math.cos(a), 0.248 * math.sin(a)) for a in np.linspace(0, 2 * math.pi, 30)],
            0.007,
            darker(first, 0.6),
        )
        return moved(concat_shapes(ring, wire), (0, 0.25, 0))

    return loop(12, band)


@register("a striped play tunnel")
def play_tunnel(*, width=1.5, height=0.5, depth=0.5, first=(0.2, 0.5, 0.8), second=(0.95, 0.8, 0.25)):
    whole = library_call("hoops", first=first, second=second)
    return fitted(whole, width, height, depth)
