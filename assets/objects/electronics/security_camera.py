# /// asset
# word = "security camera"
# synonyms = ["surveillance camera", "cctv camera", "cctv", "security cam", "bullet camera", "surveillance cam"]
# stands_for = ["nanny cam", "motion sensor"]
# category = "electronics"
# support = "wall"
# colors = ["paint"]
# ///
import math

import numpy as np

from scene.language import *
from scene.language.modelling import box, ellipsoid, fitted, moved, rod, rotated, tube


@register("the wall plate and the jointed arm")
def camera_bracket(*, paint):
    look = (paint, {"roughness": 0.35})
    return concat_shapes(
        rod((0, 0.05, 0), (0, 0.05, 0.016), 0.05, *look),
        *[
            ellipsoid(
                (0.034 * math.cos(a), 0.05 + 0.034 * math.sin(a), 0.016), (0.005, 0.005, 0.002), *surface("steel")
            )
            for a in (0.5, 2.6, 4.7)
        ],
        tube([(0, 0.05, 0.012), (0, 0.05, 0.085), (0, 0.1, 0.11)], 0.013, *look),
        ellipsoid((0, 0.105, 0.112), (0.021,) * 3, *look),
    )


@register("the housing with its lens and hood")
def camera_housing(*, paint):
    look = (paint, {"roughness": 0.3})
    dark = ((0.05, 0.05, 0.06), {"roughness": 0.15})
    leds = [
        rod(
            (0.024 * math.cos(a), 0.024 * math.sin(a), 0.145),
            (0.024 * math.cos(a), 0.024 * math.sin(a), 0.1475),
            0.0035,
            (0.35, 0.12, 0.15),
        )
        for a in np.linspace(0, 2 * math.pi, 11)[:-1]
    ]
    roof = [
        rotated(box((0, 0.043, 0.022), (0.021, 0.004, 0.275), *look), a, (0, 0, 1)) for a in np.linspace(-1.0, 1.0, 7)
    ]
    return concat_shapes(
        rod((0, 0, -0.1), (0, 0, 0.135), 0.037, *look),
        rod((0, 0, 0.134), (0, 0, 0.1455), 0.034, *dark),
        rod((0, 0, 0.145), (0, 0, 0.15), 0.016, (0.25, 0.25, 0.28)),
        ellipsoid((0, 0, 0.149), (0.0125, 0.0125, 0.006), (0.12, 0.16, 0.35), {"roughness": 0.04}),
        ellipsoid((0, 0, -0.1), (0.037, 0.037, 0.014), *look),
        *leds,
        *roof,
        rod((0.012, -0.034, -0.06), (0.012, -0.036, -0.055), 0.004, (0.9, 0.15, 0.12)),
    )


@register("the cable back to the wall")
def camera_cable():
    return tube([(0, 0.135, 0.02), (0, 0.11, 0.05), (0.0, 0.1, 0.03), (0.0, 0.075, 0.006)], 0.004, (0.12, 0.12, 0.13))


@register("a white surveillance camera on a wall bracket")
def security_camera(*, width=0.1, height=0.2, depth=0.32, paint=(0.93, 0.93, 0.92)):
    housing = moved(library_call("camera_housing", paint=paint), (0, 0.145, 0.14), 0.12, (1, 0, 0))
    whole = concat_shapes(library_call("camera_bracket", paint=paint), housing, library_call("camera_cable"))
    return fitted(whole, width, height, depth)
