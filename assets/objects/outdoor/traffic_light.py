# /// asset
# word = "traffic light"
# synonyms = ["traffic lights", "stoplight", "traffic signal", "stop light"]
# stands_for = ["pedestrian light", "railway signal"]
# category = "outdoor"
# support = "floor"
# colors = ["paint", "post"]
# ///
import math

import numpy as np

from scene.language import *
from scene.language.modelling import box, ellipsoid, fitted, moved, rod


@register("the post on its plate")
def post_part(*, post):
    steel = {"metallic": 0.5, "roughness": 0.5}
    return concat_shapes(
        box((0, 0.015, 0), (0.34, 0.03, 0.34), post, steel),
        *[rod((x * 0.13, 0.03, z * 0.13), (x * 0.13, 0.055, z * 0.13), 0.016, post) for x in (-1, 1) for z in (-1, 1)],
        rod((0, 0.03, 0), (0, 0.3, 0), 0.085, post, steel),
        rod((0, 0.3, 0), (0, 2.5, 0), 0.055, post, steel),
        box((0, 0.95, 0.07), (0.09, 0.16, 0.05), (0.95, 0.75, 0.1)),
        rod((0, 0.95, 0.095), (0, 0.95, 0.103), 0.025, (0.15, 0.15, 0.16)),
    )


@register("one lamp under its visor")
def lamp(*, glow, paint):
    visor = [
        moved(
            box((0, 0, 0), (0.008, 0.052, 0.08), paint), (0.112 * math.cos(a), 0.112 * math.sin(a), 0.045), a, (0, 0, 1)
        )
        for a in np.linspace(-0.15, math.pi + 0.15, 9)
    ]
    return concat_shapes(
        rod((0, 0, -0.01), (0, 0, 0.012), 0.106, glow, {"emission": 0.9, "roughness": 0.2}),
        ellipsoid((0, 0, 0.012), (0.1, 0.1, 0.05), glow, {"emission": 0.9, "roughness": 0.2}),
        *visor,
    )


@register("the head with its three lamps")
def head(*, paint):
    lamps = [
        moved(library_call("lamp", glow=glow, paint=paint), (0, y, 0.11))
        for y, glow in ((0.31, (0.95, 0.1, 0.08)), (0, (1.0, 0.65, 0.08)), (-0.31, (0.12, 0.8, 0.3)))
    ]
    return concat_shapes(
        box((0, 0, -0.11), (0.44, 1.1, 0.02), paint, {"roughness": 0.5}),
        box((0, 0, 0), (0.32, 0.96, 0.2), paint, {"roughness": 0.5}),
        *lamps,
    )


@register("a traffic light with red, amber and green lamps on a post")
def traffic_light(*, width=0.44, height=3.2, depth=0.44, paint=(0.12, 0.13, 0.13), post=(0.5, 0.52, 0.53)):
    whole = concat_shapes(
        library_call("post_part", post=post), moved(library_call("head", paint=paint), (0, 2.95, 0.07))
    )
    return fitted(whole, width, height, depth)
