# /// asset
# word = "drone"
# synonyms = ["quadcopter", "camera drone", "toy drone", "quadrocopter", "flying drone"]
# category = "toys"
# support = "surface"
# colors = ["paint", "rotors"]
# ///
import math

from scene.language import *
from scene.language.modelling import beam, box, ellipsoid, fitted, hoop, moved, rod, rotated, tinted, tube


@register("the body with its camera and feet")
def body(*, paint, rotors):
    gloss = {"roughness": 0.25}
    return concat_shapes(
        ellipsoid((0, 0.065, 0), (0.048, 0.026, 0.085), paint, gloss),
        ellipsoid((0, 0.079, -0.012), (0.03, 0.018, 0.05), tinted(rotors, 1.4), gloss),
        box((0, 0.036, 0.062), (0.03, 0.026, 0.028), rotors),
        rod((0, 0.034, 0.074), (0, 0.034, 0.084), 0.011, (0.08, 0.08, 0.09)),
        rod((0, 0.034, 0.0835), (0, 0.034, 0.0855), 0.0075, (0.2, 0.35, 0.6), {"roughness": 0.05}),
        *[
            ellipsoid((s * 0.026, 0.064, 0.071), (0.006, 0.005, 0.006), (0.2, 0.9, 0.4), {"emission": 0.8})
            for s in (-1, 1)
        ],
        *[tube([(s * 0.03, 0.05, z), (s * 0.055, 0.006, z)], 0.0042, rotors) for s in (-1, 1) for z in (-0.04, 0.04)],
        *[rod((s * 0.055, 0.006, -0.07), (s * 0.055, 0.006, 0.07), 0.006, rotors) for s in (-1, 1)],
    )


@register("an arm with its motor and rotor")
def arm(*, paint, rotors):
    blade = [
        moved(ellipsoid((s * 0.038, 0, 0), (0.042, 0.0018, 0.0085), rotors), (0.16, 0.098, 0), 0.5) for s in (-1, 1)
    ]
    return concat_shapes(
        beam((0.03, 0.066, 0), (0.16, 0.07, 0), (0.02, 0.014), paint, {"roughness": 0.25}),
        rod((0.16, 0.056, 0), (0.16, 0.09, 0), 0.014, rotors),
        rod((0.16, 0.09, 0), (0.16, 0.103, 0), 0.005, (0.8, 0.8, 0.82)),
        hoop(0.087, 0.0032, tinted(rotors, 1.6), center=(0.16, 0.096, 0), parts=26),
        *[
            moved(rod((0, 0, 0), (0.087, 0.024, 0), 0.0022, tinted(rotors, 1.6)), (0.16, 0.072, 0), a)
            for a in (0.9, 3.0, 5.1)
        ],
        *blade,
    )


@register("a drone with four rotors on arms and a camera below its nose")
def drone(*, width=0.4, height=0.105, depth=0.4, paint=(0.88, 0.89, 0.9), rotors=(0.13, 0.135, 0.145)):
    arms = [rotated(library_call("arm", paint=paint, rotors=rotors), math.pi / 4 + i * math.pi / 2) for i in range(4)]
    return fitted(concat_shapes(library_call("body", paint=paint, rotors=rotors), *arms), width, height, depth)
