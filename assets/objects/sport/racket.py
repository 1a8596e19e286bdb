# /// asset
# word = "racket"
# synonyms = ["tennis racket", "badminton racket", "racquet", "tennis racquet", "squash racket"]
# stands_for = ["lacrosse stick", "fly swatter"]
# category = "sport"
# support = "surface"
# colors = ["frame"]
# ///
import math

import numpy as np

from scene.language import *
from scene.language.modelling import fitted, rod, tube


@register("the strung head")
def head(*, frame):
    ring = [(0.125 * math.cos(a), 0.0175, -0.18 + 0.155 * math.sin(a)) for a in np.linspace(0, 2 * math.pi, 44)]
    down = [
        rod(
            (x, 0.0175, -0.18 - 0.155 * math.sqrt(1 - (x / 0.125) ** 2)),
            (x, 0.0175, -0.18 + 0.155 * math.sqrt(1 - (x / 0.125) ** 2)),
            0.0009,
            (0.95, 0.95, 0.9),
        )
        for x in np.linspace(-0.11, 0.11, 14)
    ]
    over = [
        rod(
            (-0.125 * math.sqrt(1 - (z / 0.155) ** 2), 0.0175, z - 0.18),
            (0.125 * math.sqrt(1 - (z / 0.155) ** 2), 0.0175, z - 0.18),
            0.0009,
            (0.95, 0.95, 0.9),
        )
        for z in np.linspace(-0.14, 0.14, 17)
    ]
    return concat_shapes(tube(ring, 0.0105, frame, {"roughness": 0.25}), *down, *over)


@register("the throat and the grip")
def handle_part(*, frame):
    throat = [
        tube([(s * 0.055, 0.0175, -0.045), (s * 0.014, 0.0175, 0.1)], 0.0095, frame, {"roughness": 0.25})
        for s in (-1, 1)
    ]
    return concat_shapes(
        *throat,
        rod((0, 0.0175, 0.09), (0, 0.0175, 0.34), 0.0165, (0.12, 0.12, 0.13)),
        *[rod((0, 0.0175, z), (0, 0.0175, z + 0.004), 0.0172, (0.25, 0.25, 0.26)) for z in np.linspace(0.12, 0.32, 9)],
    )


@register("a strung racket")
def racket(*, width=0.27, height=0.035, depth=0.68, frame=(0.15, 0.35, 0.7)):
    whole = concat_shapes(library_call("head", frame=frame), library_call("handle_part", frame=frame))
    return fitted(whole, width, height, depth)
