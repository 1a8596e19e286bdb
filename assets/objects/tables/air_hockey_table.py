# /// asset
# word = "air hockey table"
# synonyms = ["air hockey", "hockey table"]
# stands_for = ["shuffleboard table", "shuffleboard"]
# category = "tables"
# support = "floor"
# clearance = {front = 0.8, back = 0.8}
# colors = ["paint"]
# ///
import math

import numpy as np

from scene.language import *
from scene.language.modelling import ball, box, darker, fitted, lathe, moved, rod, tube


@register("the legs and the body")
def body_part(*, paint):
    legs = [box((x, 0.32, z), (0.14, 0.64, 0.14), darker(paint, 0.6)) for x in (-0.45, 0.45) for z in (-0.9, 0.9)]
    return concat_shapes(*legs, box((0, 0.7, 0), (1.2, 0.16, 2.2), paint, {"roughness": 0.3}))


@register("the playing field with its rails")
def field_part(*, paint):
    red, blue = (0.85, 0.12, 0.12), (0.15, 0.3, 0.75)
    dots = [
        rod((x, 0.782, z), (x, 0.7832, z), 0.004, (0.75, 0.78, 0.8))
        for x in np.linspace(-0.46, 0.46, 12)
        for z in np.linspace(-0.94, 0.94, 22)
    ]
    ring = tube([(0.18 * math.cos(a), 0.782, 0.18 * math.sin(a)) for a in np.linspace(0, 2 * math.pi, 36)], 0.006, red)
    rails = [box((s * 0.57, 0.795, 0), (0.06, 0.05, 2.2), darker(paint, 0.8)) for s in (-1, 1)] + [
        box((x, 0.795, s * 1.07), (0.4, 0.05, 0.06), darker(paint, 0.8)) for s in (-1, 1) for x in (-0.4, 0.4)
    ]
    return concat_shapes(
        box((0, 0.78, 0), (1.1, 0.005, 2.1), (0.96, 0.97, 0.98), {"roughness": 0.1}),
        *dots,
        ring,
        box((0, 0.7825, 0), (1.08, 0.003, 0.014), red),
        *[box((0, 0.7825, z), (1.08, 0.003, 0.014), blue) for z in (-0.6, 0.6)],
        *rails,
        *[box((0, 0.76, s * 1.098), (0.4, 0.04, 0.006), (0.05, 0.05, 0.05)) for s in (-1, 1)],
    )


@register("a mallet")
def mallet(*, tone):
    return concat_shapes(
        rod((0, 0, 0), (0, 0.02, 0), 0.05, tone),
        lathe([(0.04, 0.02), (0.016, 0.03), (0.018, 0.06)], tone),
        ball((0, 0.06, 0), 0.02, tone),
    )


@register("an air hockey table with two mallets")
def air_hockey_table(*, width=1.2, height=0.82, depth=2.2, paint=(0.12, 0.14, 0.2)):
    whole = concat_shapes(
        library_call("body_part", paint=paint),
        library_call("field_part", paint=paint),
        moved(library_call("mallet", tone=(0.85, 0.12, 0.12)), (0.1, 0.783, 0.8)),
        moved(library_call("mallet", tone=(0.15, 0.3, 0.75)), (-0.15, 0.783, -0.75)),
        rod((0.12, 0.783, -0.2), (0.12, 0.79, -0.2), 0.04, (0.9, 0.25, 0.1)),
    )
    return fitted(whole, width, height, depth)
