# /// asset
# word = "rattle"
# synonyms = ["baby rattle", "maraca", "maracas", "shaker toy"]
# stands_for = [
#     "teether", "pacifier", "teething ring", "dummy", "teething toy",
#     "fidget spinner", "kaleidoscope",
# ]
# category = "toys"
# support = "surface"
# colors = ["first", "second"]
# ///
import math

import numpy as np

from scene.language import *
from scene.language.modelling import ball, fitted, rod, tube


@register("the head and the ring")
def rattle_part(*, first, second):
    gloss = {"roughness": 0.2}
    ring = [(0, 0.035 + 0.026 * math.cos(a), 0.07 + 0.026 * math.sin(a)) for a in np.linspace(0, 2 * math.pi, 26)]
    dots = [
        ball(
            (0.039 * math.sin(b) * math.cos(a), 0.04 + 0.039 * math.sin(b) * math.sin(a), -0.055 + 0.039 * math.cos(b)),
            0.006,
            (0.97, 0.95, 0.9),
        )
        for b in (0.7, 1.57, 2.4)
        for a in np.linspace(0, 2 * math.pi, 7)[:-1]
    ]
    return concat_shapes(
        ball((0, 0.04, -0.055), 0.04, first, gloss),
        rod((0, 0.04, -0.06), (0, 0.04, -0.05), 0.0415, second, gloss),
        rod((0, 0.04, -0.02), (0, 0.04, 0.046), 0.009, second, gloss),
        tube(ring, 0.009, first, gloss),
        *dots,
    )


@register("a baby's rattle")
def rattle(*, width=0.08, height=0.08, depth=0.2, first=(0.95, 0.6, 0.65), second=(0.5, 0.75, 0.85)):
    whole = library_call("rattle_part", first=first, second=second)
    return fitted(whole, width, height, depth)
