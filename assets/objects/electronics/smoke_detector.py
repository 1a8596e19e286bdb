# /// asset
# word = "smoke detector"
# synonyms = ["smoke alarm", "fire alarm", "fire detector", "smoke sensor", "carbon monoxide detector"]
# category = "electronics"
# support = "ceiling"
# colors = ["paint"]
# ///
import math

from scene.language import *
from scene.language.modelling import ball, box, darker, fitted, lathe, rod, rotated


@register("the slots around the rim")
def slots(*, paint):
    dark = darker(paint, 0.3)
    return concat_shapes(
        *[rotated(box((0.054, 0.021, 0), (0.006, 0.006, 0.007), dark), i * math.pi / 14) for i in range(28)]
    )


@register("a round smoke detector with a lamp")
def smoke_detector(*, width=0.12, height=0.045, depth=0.12, paint=(0.95, 0.95, 0.93)):
    body = lathe(
        [(0.03, 0.0), (0.046, 0.006), (0.053, 0.016), (0.053, 0.026), (0.06, 0.028), (0.06, 0.045)],
        paint,
        {"roughness": 0.4},
        slices=40,
    )
    grille = [
        rotated(box((r, 0.0005, 0), (0.0025, 0.003, 0.7 * r), darker(paint, 0.6)), i * math.pi / 3)
        for r in (0.014, 0.021)
        for i in range(6)
    ]
    lamp = ball((0.0, 0.004, 0.038), 0.004, (1.0, 0.1, 0.08), {"emission": 2.0})
    whole = concat_shapes(
        body,
        library_call("slots", paint=paint),
        *grille,
        lamp,
        rod((0, -0.001, 0), (0, 0.005, 0), 0.009, darker(paint, 0.85)),
    )
    return fitted(whole, width, height, depth)
