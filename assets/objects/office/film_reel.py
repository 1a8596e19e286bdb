# /// asset
# word = "film reel"
# synonyms = ["reel of film", "movie reel", "roll of film", "film roll", "film reels", "cinema reel"]
# stands_for = ["film canister"]
# category = "office"
# support = "surface"
# colors = ["paint"]
# materials = ["metal"]
# ///
import itertools
import math

import numpy as np

from scene.language import *
from scene.language.modelling import box, finish, fitted, hoop, moved, rod, rotated


@register("a side of the reel with its round windows")
def reel_side(*, look):
    return concat_shapes(
        rotated(hoop(0.142, 0.006, *look, parts=60), math.pi / 2, (1, 0, 0)),
        *[
            moved(
                hoop(0.032, 0.0045, *look, parts=28),
                (0.085 * math.cos(a), 0.085 * math.sin(a), 0),
                math.pi / 2,
                (1, 0, 0),
            )
            for a in np.linspace(0, 2 * math.pi, 6)[:-1]
        ],
        *[
            rotated(box((0.082, 0, 0), (0.12, 0.016, 0.004), *look), a + math.pi / 5, (0, 0, 1))
            for a in np.linspace(0, 2 * math.pi, 6)[:-1]
        ],
        rod((0, 0, -0.003), (0, 0, 0.003), 0.04, *look),
        rotated(hoop(0.125, 0.003, *look, parts=48), math.pi / 2, (1, 0, 0)),
    )


@register("the film wound on the core, and the strip that ran off")
def film_strip():
    black = ((0.07, 0.06, 0.06), {"roughness": 0.25})
    line = [(0.02 + 0.028 * k, -0.1475 + 0.0035 * (1 + math.sin(0.9 * k)), 0) for k in range(10)]
    strip, frames = [], []
    for (x0, y0, _), (x1, y1, _) in itertools.pairwise(line):
        length, angle = math.hypot(x1 - x0, y1 - y0), math.atan2(y1 - y0, x1 - x0)
        at = ((x0 + x1) / 2, (y0 + y1) / 2, 0)
        strip.append(moved(box((0, 0, 0), (length * 1.03, 0.0014, 0.035), *black), at, angle, (0, 0, 1)))
        frames.append(moved(box((0, 0.0009, 0), (length * 0.78, 0.001, 0.02), (0.85, 0.72, 0.5)), at, angle, (0, 0, 1)))
        frames += [
            moved(box((d, 0.0009, s * 0.0145), (0.004, 0.001, 0.003), (0.92, 0.9, 0.86)), at, angle, (0, 0, 1))
            for s in (-1, 1)
            for d in (-0.009, 0.0, 0.009)
        ]
    return concat_shapes(
        rod((0, 0, -0.0175), (0, 0, 0.0175), 0.115, *black),
        moved(box((0.0, 0, 0), (0.0014, 0.04, 0.035), *black), (0.032, -0.125, 0), 0.5, (0, 0, 1)),
        *strip,
        *frames,
    )


@register("a steel film reel standing with a strip of film unrolled")
def film_reel(*, width=0.43, height=0.3, depth=0.06, metal="steel", paint=None):
    side = library_call("reel_side", look=finish(metal, paint))
    whole = concat_shapes(moved(side, (0, 0, -0.0225)), moved(side, (0, 0, 0.0225)), library_call("film_strip"))
    return fitted(whole, width, height, depth)
