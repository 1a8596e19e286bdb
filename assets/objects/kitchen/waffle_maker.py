# /// asset
# word = "waffle maker"
# synonyms = ["waffle iron"]
# stands_for = [
#     "sandwich press", "panini press", "sandwich maker", "griddle", "electric griddle", "electric grill", "contact grill",
#     "crepe maker", "tabletop grill",
# ]
# category = "kitchen"
# support = "surface"
# colors = ["paint"]
# ///
import math

import numpy as np

from scene.language import *
from scene.language.modelling import box, fitted, hoop, lathe, moved, rod

HINGE = (0.0, 0.062, -0.128)


@register("a half of the shell with its grid, the grid facing up")
def waffle_plate(*, paint):
    dark, iron = (0.1, 0.1, 0.105), (0.17, 0.17, 0.18)
    bars = []
    for x in np.linspace(-0.084, 0.084, 8):
        half = math.sqrt(0.1**2 - x**2)
        bars.append(box((x, 0.046, 0), (0.008, 0.012, 2 * half), iron, {"roughness": 0.4}))
        bars.append(box((0, 0.0455, x), (2 * half, 0.011, 0.008), iron, {"roughness": 0.4}))
    return concat_shapes(
        rod((0, 0.012, 0), (0, 0.04, 0), 0.125, paint, {"roughness": 0.25, "metallic": 0.5}),
        lathe([(0.108, 0.0), (0.12, 0.005), (0.125, 0.013)], paint, {"roughness": 0.25, "metallic": 0.5}, slices=12),
        rod((0, 0.039, 0), (0, 0.0425, 0), 0.119, dark),
        moved(hoop(0.104, 0.005, iron, {"roughness": 0.4}, parts=48), (0, 0.0455, 0)),
        *bars,
    )


@register("the hinge at the back")
def waffle_hinge():
    _, y, z = HINGE
    steel = surface("steel")
    return concat_shapes(
        *[box((s * 0.034, 0.047, -0.127), (0.018, 0.05, 0.03), (0.12, 0.12, 0.13)) for s in (-1, 1)],
        rod((-0.05, y, z), (0.05, y, z), 0.0085, *steel),
    )


@register("an open round waffle maker")
def waffle_maker(*, width=0.26, height=0.34, depth=0.34, paint=(0.75, 0.76, 0.78)):
    black = ((0.08, 0.08, 0.085), {"roughness": 0.4})
    half = library_call("waffle_plate", paint=paint)
    base = moved(half, (0, 0.014, 0))
    lid = concat_shapes(
        moved(half, (0, -0.053, -0.132)),
        box((0, -0.025, -0.03), (0.04, 0.02, 0.06), *black),
        box((0, -0.03, -0.265), (0.06, 0.02, 0.05), *black),
    )
    whole = concat_shapes(
        base,
        library_call("waffle_hinge"),
        moved(lid, HINGE, 1.34, (1, 0, 0)),
        box((0, 0.036, 0.137), (0.07, 0.022, 0.05), *black),
        *[
            rod((s * 0.05, 0.04, 0.112), (s * 0.05, 0.04, 0.1185), 0.006, tone, {"emission": 0.8})
            for s, tone in ((-1, (0.9, 0.2, 0.15)), (1, (0.25, 0.85, 0.35)))
        ],
        *[rod((x, 0, z), (x, 0.018, z), 0.012, *black) for x in (-0.07, 0.07) for z in (-0.07, 0.07)],
    )
    return fitted(whole, width, height, depth)
