# /// asset
# word = "suitcase"
# synonyms = [
#     "luggage", "travel suitcase", "trolley case", "carry-on", "rolling suitcase", "piece of luggage",
#     "suitcases", "carry on bag",
# ]
# category = "storage"
# support = "floor"
# colors = ["paint"]
# ///
import numpy as np

from scene.language import *
from scene.language.modelling import box, darker, fitted, rod, tube


@register("the ribbed shell")
def shell_part(*, paint):
    gloss = {"roughness": 0.35}
    ribs = [
        box((x, 0.36, z), (0.018, 0.56, 0.012), darker(paint, 0.88), gloss)
        for x in np.linspace(-0.15, 0.15, 7)
        for z in (-0.122, 0.122)
    ]
    edges = [
        rod((s * 0.185, 0.085, z), (s * 0.185, 0.635, z), 0.025, paint, gloss) for s in (-1, 1) for z in (-0.095, 0.095)
    ]
    return concat_shapes(
        box((0, 0.36, 0), (0.42, 0.55, 0.19), paint, gloss),
        box((0, 0.36, 0), (0.37, 0.6, 0.24), paint, gloss),
        *edges,
        *ribs,
        box((0, 0.36, 0), (0.424, 0.602, 0.008), (0.15, 0.15, 0.16)),
    )


@register("the wheels and the handles")
def fittings():
    dark, metal = (0.1, 0.1, 0.11), surface("aluminium")
    wheels = [
        rod((s * 0.16 - 0.012, 0.028, z), (s * 0.16 + 0.012, 0.028, z), 0.028, dark)
        for s in (-1, 1)
        for z in (-0.08, 0.08)
    ]
    pole = tube([(-0.09, 0.64, -0.09), (-0.09, 0.712, -0.09), (0.09, 0.712, -0.09), (0.09, 0.64, -0.09)], 0.008, *metal)
    return concat_shapes(
        *wheels,
        pole,
        tube([(-0.06, 0.66, 0), (-0.05, 0.69, 0), (0.05, 0.69, 0), (0.06, 0.66, 0)], 0.009, dark),
        box((0.212, 0.36, 0), (0.01, 0.06, 0.03), metal[0], metal[1]),
    )


@register("a ribbed suitcase on wheels")
def suitcase(*, width=0.42, height=0.72, depth=0.26, paint=(0.2, 0.4, 0.5)):
    whole = concat_shapes(library_call("shell_part", paint=paint), library_call("fittings"))
    return fitted(whole, width, height, depth)
