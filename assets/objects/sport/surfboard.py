# /// asset
# word = "surfboard"
# synonyms = ["paddleboard", "paddle board", "surf board"]
# stands_for = ["bodyboard", "wakeboard", "boogie board"]
# category = "sport"
# support = "floor"
# colors = ["paint", "stripe"]
# ///
import numpy as np

from scene.language import *
from scene.language.modelling import ellipsoid, fitted, moved


@register("the board with its stripe")
def board(*, paint, stripe):
    gloss = {"roughness": 0.15}
    ys = np.linspace(0, 1, 40)
    wides = 0.26 * np.sqrt(np.clip(1 - np.abs(2 * ys - 0.92) ** 2.6 / 1.25, 0.01, 1))
    core = [
        ellipsoid((0, 0.05 + 1.9 * y, 0), (float(w), 0.14, 0.034 * float(w) / 0.26 + 0.004), paint, gloss)
        for y, w in zip(ys, wides, strict=True)
    ]
    band = [
        ellipsoid(
            (0, 0.05 + 1.9 * y, 0.003), (0.05 * float(w) / 0.26, 0.14, 0.034 * float(w) / 0.26 + 0.004), stripe, gloss
        )
        for y, w in zip(ys, wides, strict=True)
    ]
    return concat_shapes(*core, *band)


@register("the fins")
def fins():
    return concat_shapes(
        *[
            moved(ellipsoid((0, 0, -0.05), (0.004, 0.05, 0.06), (0.1, 0.1, 0.12)), (x, y, -0.02))
            for x, y in ((0, 0.2), (-0.1, 0.3), (0.1, 0.3))
        ]
    )


@register("a surfboard standing upright")
def surfboard(*, width=0.52, height=2.0, depth=0.16, paint=(0.95, 0.93, 0.86), stripe=(0.15, 0.5, 0.65)):
    whole = concat_shapes(library_call("board", paint=paint, stripe=stripe), library_call("fins"))
    return fitted(whole, width, height, depth)
