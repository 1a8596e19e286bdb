# /// asset
# word = "dustpan"
# synonyms = ["dust pan", "dustpan and brush", "dust brush"]
# category = "tools"
# support = "floor"
# colors = ["paint"]
# ///
import math

import numpy as np

from scene.language import *
from scene.language.modelling import box, darker, fitted, moved, rod, tube


@register("the pan")
def pan_part(*, paint):
    plastic = {"roughness": 0.4}
    return concat_shapes(
        box((0, 0.004, 0), (0.25, 0.006, 0.2), paint, plastic),
        *[box((s * 0.122, 0.03, -0.03), (0.006, 0.055, 0.14), paint, plastic) for s in (-1, 1)],
        box((0, 0.032, -0.098), (0.25, 0.06, 0.006), paint, plastic),
        tube([(0, 0.05, -0.1), (0, 0.07, -0.16), (0, 0.072, -0.24)], 0.013, paint, plastic),
    )


@register("the brush")
def brush_part(*, paint):
    bristles = [
        rod((x, 0.0, z), (x * 1.05, -0.05, z * 1.2), 0.006, (0.85, 0.78, 0.62))
        for x in np.linspace(-0.07, 0.07, 11)
        for z in (-0.012, 0, 0.012)
    ]
    return concat_shapes(
        box((0, 0.01, 0), (0.16, 0.02, 0.036), darker(paint, 0.8)),
        *bristles,
        tube([(0.08, 0.012, 0), (0.12, 0.02, 0), (0.2, 0.022, 0)], 0.0105, darker(paint, 0.8)),
    )


@register("a dustpan with its brush")
def dustpan(*, width=0.26, height=0.12, depth=0.36, paint=(0.2, 0.5, 0.62)):
    whole = concat_shapes(
        library_call("pan_part", paint=paint),
        moved(library_call("brush_part", paint=paint), (0.0, 0.06, 0.03), math.pi / 2 + 0.15),
    )
    return fitted(whole, width, height, depth)
