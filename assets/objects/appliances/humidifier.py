# /// asset
# word = "humidifier"
# synonyms = [
#     "diffuser", "aroma diffuser", "essential oil diffuser", "oil diffuser", "vaporizer", "scent diffuser", "mist humidifier",
#     "ultrasonic humidifier",
# ]
# category = "appliances"
# support = "surface"
# colors = ["paint", "base"]
# ///
import math

import numpy as np

from scene.language import *
from scene.language.modelling import ellipsoid, fitted, lathe, rod, round_wall


@register("the drop-shaped tank on its wooden base")
def mist_body(*, paint, base):
    return concat_shapes(
        lathe([(0.07, 0), (0.076, 0.006), (0.078, 0.05)], base, {"roughness": 0.5}, slices=20),
        rod((0, 0.05, 0), (0, 0.054, 0), 0.0765, (1.0, 0.85, 0.55), {"emission": 1.2}),
        lathe(
            [
                (0.078, 0.054),
                (0.079, 0.075),
                (0.074, 0.105),
                (0.062, 0.135),
                (0.043, 0.162),
                (0.025, 0.182),
                (0.017, 0.196),
            ],
            paint,
            {"roughness": 0.25},
            slices=70,
        ),
        round_wall((0.017, 0.194), (0.014, 0.207), 0.0035, paint, {"roughness": 0.25}, panels=24),
        rod((0, 0.19, 0), (0, 0.199, 0), 0.0125, (0.2, 0.2, 0.22)),
        *[ellipsoid((x, 0.027, 0.0765), (0.006, 0.006, 0.003), (0.97, 0.95, 0.9)) for x in (-0.014, 0.014)],
    )


@register("the plume of mist")
def plume():
    mist = ((0.94, 0.97, 1.0), {"opacity": 0.3, "roughness": 0.9})
    return concat_shapes(
        *[
            ellipsoid(
                (0.01 * math.sin(3.2 * t), 0.215 + 0.1 * t, 0.006 * math.cos(4 * t)),
                (0.009 + 0.018 * t, 0.017 + 0.006 * t, 0.009 + 0.018 * t),
                *mist,
            )
            for t in np.linspace(0, 1, 6)
        ]
    )


@register("a drop-shaped humidifier with a plume of mist")
def humidifier(*, width=0.158, height=0.34, depth=0.158, paint=(0.95, 0.95, 0.94), base=(0.72, 0.55, 0.36)):
    whole = concat_shapes(library_call("mist_body", paint=paint, base=base), library_call("plume"))
    return fitted(whole, width, height, depth)
