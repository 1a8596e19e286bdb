# /// asset
# word = "american football"
# synonyms = ["football with laces", "gridiron football", "pigskin"]
# stands_for = ["rugby ball"]
# category = "sport"
# support = "surface"
# colors = ["paint", "laces"]
# ///
import itertools
import math

import numpy as np

from scene.language import *
from scene.language.modelling import fitted, rod, rotated, tinted, tube


@register("the pointed leather body with its stripes")
def body(*, paint, laces):
    rough = {"roughness": 0.6}
    xs = np.linspace(-0.14, 0.14, 57)
    parts = []
    for a, b in itertools.pairwise(xs):
        x = abs(a + b) / 2
        r = 0.085 * (1 - (x / 0.145) ** 1.9) ** 0.85
        stripe = 0.075 < x < 0.09
        parts.append(
            rod(
                (float(a), 0, 0),
                (float(b), 0, 0),
                float(r) + (0.0005 if stripe else 0),
                laces if stripe else paint,
                rough,
            )
        )
    seams = []
    for k in range(4):
        a = math.pi / 4 + k * math.pi / 2
        line = [
            (float(x), math.cos(a) * r, math.sin(a) * r)
            for x in xs[2:-2:3]
            for r in [0.0853 * (1 - (abs(float(x)) / 0.145) ** 1.9) ** 0.85]
        ]
        seams.append(tube(line, 0.0012, tinted(paint, 0.5)))
    return concat_shapes(*parts, *seams)


@register("the laces")
def lacing(*, laces):
    def top(x):
        return 0.0855 * (1 - (abs(x) / 0.145) ** 1.9) ** 0.85

    ties = [
        tube([(x, top(x) - 0.001, -0.013), (x, top(x) + 0.002, 0), (x, top(x) - 0.001, 0.013)], 0.0028, laces)
        for x in np.linspace(-0.042, 0.042, 8).tolist()
    ]
    return concat_shapes(
        *ties, tube([(x, top(x) + 0.001, 0) for x in np.linspace(-0.05, 0.05, 9).tolist()], 0.003, laces)
    )


@register("a pointed leather football with white laces and stripes")
def american_football(*, width=0.28, height=0.17, depth=0.17, paint=(0.45, 0.22, 0.11), laces=(0.96, 0.95, 0.92)):
    whole = concat_shapes(library_call("body", paint=paint, laces=laces), library_call("lacing", laces=laces))
    return fitted(rotated(whole, 0.35, (1, 0, 0)), width, height, depth)
