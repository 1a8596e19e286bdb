# /// asset
# word = "helicopter"
# synonyms = ["toy helicopter", "model helicopter", "remote control helicopter", "toy aircraft"]
# stands_for = ["hot air balloon model"]
# category = "toys"
# support = "surface"
# colors = ["paint"]
# ///
import math

import numpy as np

from scene.language import *
from scene.language.modelling import ball, box, darker, ellipsoid, fitted, moved, rod, tube


@register("the cabin with its tail")
def cabin(*, paint):
    gloss = {"roughness": 0.2}
    return concat_shapes(
        ellipsoid((0, 0.075, 0.05), (0.045, 0.042, 0.075), paint, gloss),
        ellipsoid((0, 0.085, 0.085), (0.036, 0.033, 0.045), (0.4, 0.65, 0.85), {"roughness": 0.05}),
        *[
            ball((0, 0.085 + 0.015 * t, -0.02 - 0.15 * t), 0.022 - 0.014 * t, paint, gloss)
            for t in np.linspace(0, 1, 26)
        ],
        box((0, 0.125, -0.165), (0.006, 0.05, 0.03), darker(paint, 0.7)),
    )


@register("the rotors")
def rotors():
    dark = (0.15, 0.15, 0.16)
    return concat_shapes(
        rod((0, 0.11, 0.04), (0, 0.145, 0.04), 0.005, *surface("steel")),
        *[
            moved(box((0.085, 0, 0), (0.17, 0.003, 0.018), dark), (0, 0.145, 0.04), 0.5 + a)
            for a in (0, math.pi / 2, math.pi, 1.5 * math.pi)
        ],
        *[
            moved(box((0, 0.02, 0), (0.002, 0.045, 0.008), dark), (0.012, 0.105, -0.165), a, (1, 0, 0))
            for a in (0.4, 2.5, 4.6)
        ],
    )


@register("the skids")
def skids():
    tone = (0.2, 0.2, 0.22)
    return concat_shapes(
        *[
            concat_shapes(
                tube([(s * 0.045, 0.006, -0.03), (s * 0.045, 0.006, 0.11), (s * 0.045, 0.016, 0.13)], 0.005, tone),
                *[rod((s * 0.045, 0.006, z), (s * 0.025, 0.045, z), 0.0035, tone) for z in (0.01, 0.08)],
            )
            for s in (-1, 1)
        ]
    )


@register("a toy helicopter")
def toy_helicopter(*, width=0.36, height=0.16, depth=0.36, paint=(0.95, 0.75, 0.15)):
    whole = concat_shapes(library_call("cabin", paint=paint), library_call("rotors"), library_call("skids"))
    return fitted(whole, width, height, depth)
