# /// asset
# word = "basketball hoop"
# synonyms = [
#     "basketball net", "basketball backboard", "mini basketball hoop", "basketball goal", "toy basketball hoop",
# ]
# category = "sport"
# support = "wall"
# colors = ["paint"]
# ///
import math

import numpy as np

from scene.language import *
from scene.language.modelling import box, fitted, tube


@register("the backboard")
def board(*, paint):
    lines = [box((x, 0.36, 0.022), (0.02, 0.32, 0.004), paint) for x in (-0.2, 0.2)] + [
        box((0, y, 0.022), (0.42, 0.02, 0.004), paint) for y in (0.21, 0.51)
    ]
    frame = [box((0, y, 0.02), (1.1, 0.03, 0.012), paint) for y in (0.065, 0.785)] + [
        box((s * 0.535, 0.425, 0.02), (0.03, 0.75, 0.012), paint) for s in (-1, 1)
    ]
    return concat_shapes(box((0, 0.425, 0.01), (1.1, 0.75, 0.02), (0.96, 0.96, 0.97)), *lines, *frame)


@register("the ring with its net")
def ring_part():
    orange = (0.92, 0.4, 0.1)
    ring = [(0.22 * math.cos(a), 0.2, 0.36 + 0.22 * math.sin(a)) for a in np.linspace(0, 2 * math.pi, 40)]
    net = []
    for i in range(14):
        a, b = i * math.pi / 7, (i + 0.5) * math.pi / 7
        top, low = (
            (0.22 * math.cos(a), 0.195, 0.36 + 0.22 * math.sin(a)),
            (0.13 * math.cos(a), -0.08, 0.36 + 0.13 * math.sin(a)),
        )
        net += [
            tube([top, (0.18 * math.cos(turn), 0.07, 0.36 + 0.18 * math.sin(turn)), low], 0.0035, (0.96, 0.96, 0.95))
            for turn in (b, a - 0.5 * math.pi / 7)
        ]
    return concat_shapes(tube(ring, 0.011, orange), box((0, 0.2, 0.08), (0.16, 0.05, 0.12), orange), *net)


@register("a backboard with a ring and a net")
def basketball_hoop(*, width=1.1, height=0.85, depth=0.62, paint=(0.8, 0.14, 0.12)):
    whole = concat_shapes(library_call("board", paint=paint), library_call("ring_part"))
    return fitted(whole, width, height, depth)
