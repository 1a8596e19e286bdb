# /// asset
# word = "gas cylinder"
# synonyms = [
#     "gas bottle", "gas tank", "oxygen tank", "oxygen cylinder", "helium tank", "nitrogen tank",
#     "co2 tank", "compressed gas cylinder",
# ]
# stands_for = ["propane tank", "scuba tank"]
# category = "tools"
# support = "floor"
# colors = ["paint", "shoulder"]
# ///
import math

import numpy as np

from scene.language import *
from scene.language.modelling import beam, box, fitted, hoop, lathe, moved, rod


@register("the cylinder with its shoulder and label")
def shell(*, paint, shoulder):
    gloss = {"roughness": 0.35}
    dome = [(0.115 * math.cos(a), 1.12 + 0.12 * math.sin(a)) for a in np.linspace(0, 1.3, 10)]
    return concat_shapes(
        lathe([(0.108, 0), (0.115, 0.02)], paint, gloss, slices=3),
        rod((0, 0.02, 0), (0, 1.12, 0), 0.115, paint, gloss),
        rod((0, 0.98, 0), (0, 1.121, 0), 0.1158, shoulder, gloss),
        lathe(dome, shoulder, gloss, slices=18),
        rod((0, 0.62, 0), (0, 0.74, 0), 0.1157, (0.95, 0.8, 0.15)),
        moved(box((0, 0.68, 0.116), (0.06, 0.06, 0.006), (0.85, 0.1, 0.1)), (0, 0, 0)),
        moved(box((0, 0, 0), (0.042, 0.042, 0.009), (0.97, 0.97, 0.95)), (0, 0.68, 0.116), math.pi / 4, (0, 0, 1)),
    )


@register("the valve with its wheel, gauge and outlet")
def valve():
    brass, dark = surface("brass"), (0.12, 0.12, 0.13)
    spokes = [
        rod((0, 1.375, 0), (0.038 * math.cos(a), 1.375, 0.038 * math.sin(a)), 0.005, dark) for a in (0.3, 2.4, 4.5)
    ]
    return concat_shapes(
        rod((0, 1.22, 0), (0, 1.26, 0), 0.036, *surface("steel")),
        rod((0, 1.25, 0), (0, 1.37, 0), 0.018, *brass),
        hoop(0.04, 0.007, dark, center=(0, 1.375, 0), parts=18),
        *spokes,
        rod((0, 1.305, 0), (0.07, 1.305, 0), 0.012, *brass),
        rod((0.07, 1.305, 0), (0.085, 1.305, 0), 0.018, *brass),
        rod((0, 1.305, 0), (0, 1.305, 0.04), 0.009, *brass),
        rod((0, 1.305, 0.04), (0, 1.305, 0.062), 0.036, *brass),
        rod((0, 1.305, 0.06), (0, 1.305, 0.0635), 0.031, (0.97, 0.97, 0.95)),
        beam((0, 1.305, 0.065), (0.016, 1.322, 0.065), (0.004, 0.002), (0.8, 0.1, 0.1)),
    )


@register("a tall steel gas cylinder with a valve, a gauge and a warning label")
def gas_cylinder(*, width=0.23, height=1.38, depth=0.23, paint=(0.15, 0.4, 0.3), shoulder=(0.92, 0.92, 0.9)):
    whole = concat_shapes(library_call("shell", paint=paint, shoulder=shoulder), library_call("valve"))
    return fitted(whole, width, height, depth)
