# /// asset
# word = "robot vacuum"
# synonyms = ["robot vacuum cleaner", "robotic vacuum", "roomba", "vacuum robot", "cleaning robot", "robot hoover"]
# stands_for = ["robot mop", "robot lawn mower"]
# category = "tools"
# support = "floor"
# colors = ["paint"]
# ///
import math

import numpy as np

from scene.language import *
from scene.language.modelling import box, ellipsoid, fitted, hoop, lathe, rod, rotated, tinted


@register("the round body with its bumper")
def body(*, paint):
    gloss = {"roughness": 0.3}
    bumper = [
        rotated(box((0, 0.048, 0.172), (0.036, 0.05, 0.014), tinted(paint, 1.9), gloss), a)
        for a in np.linspace(-1.35, 1.35, 17)
    ]
    return concat_shapes(
        lathe([(0.15, 0.012), (0.168, 0.022), (0.168, 0.07), (0.16, 0.08)], paint, gloss, slices=14),
        rod((0, 0.079, 0), (0, 0.0825, 0), 0.152, tinted(paint, 1.7), {"roughness": 0.2}),
        hoop(0.152, 0.0022, (0.7, 0.72, 0.75), center=(0, 0.081, 0), parts=44),
        *bumper,
        *[rod((s * 0.11, 0.02, 0), (s * 0.135, 0.02, 0), 0.02, (0.08, 0.08, 0.08)) for s in (-1, 1)],
        ellipsoid((0, 0.012, 0.1), (0.014, 0.012, 0.014), (0.3, 0.3, 0.32)),
    )


@register("the turret, the lit button and the side brush")
def details(*, paint):
    bristles = []
    for i in range(3):
        for d in (-0.1, 0, 0.1):
            a = 0.5 + 2 * math.pi * i / 3 + d
            tip = (0.12 + 0.095 * math.cos(a), 0.004, 0.12 + 0.095 * math.sin(a))
            bristles.append(rod((0.12, 0.012, 0.12), tip, 0.0018, (0.9, 0.92, 0.9)))
    return concat_shapes(
        rod((0, 0.08, -0.05), (0, 0.1, -0.05), 0.048, paint, {"roughness": 0.3}),
        rod((0, 0.086, -0.05), (0, 0.094, -0.05), 0.0488, (0.45, 0.1, 0.1), {"roughness": 0.1}),
        rod((0, 0.0815, 0.06), (0, 0.085, 0.06), 0.02, (0.25, 0.8, 0.95), {"emission": 0.8}),
        rod((0, 0.0815, 0.06), (0, 0.0865, 0.06), 0.014, (0.95, 0.96, 0.97)),
        *bristles,
        ellipsoid((0.12, 0.014, 0.12), (0.016, 0.008, 0.016), (0.85, 0.3, 0.1)),
    )


@register("a flat round robot vacuum with a bumper, a lidar turret and a side brush")
def robot_vacuum(*, width=0.37, height=0.1, depth=0.37, paint=(0.15, 0.155, 0.165)):
    whole = concat_shapes(library_call("body", paint=paint), library_call("details", paint=paint))
    return fitted(whole, width, height, depth)
