# /// asset
# word = "car lift"
# synonyms = [
#     "four-post lift", "four post lift", "vehicle lift", "car hoist", "garage lift", "automotive lift", "auto lift", "car ramp",
# ]
# stands_for = ["two-post lift", "two post lift", "scissor lift", "hydraulic lift"]
# category = "tools"
# support = "floor"
# colors = ["paint"]
# ///
import math

from scene.language import *
from scene.language.modelling import beam, block, box, darker, fitted, rod, rotated

STEEL = ((0.3, 0.31, 0.33), {"metallic": 0.6, "roughness": 0.4})
YELLOW, DARK = (0.95, 0.78, 0.1), (0.07, 0.07, 0.08)
DECK = 1.05
"""Metres: how high the runways are raised."""


@register("a post on its foot, with the warning stripes and the cable")
def post(*, x, z, paint):
    side = 1 if x > 0 else -1
    stripes = [
        box((x - side * 0.071, 0.2 + 0.1 * i, z), (0.006, 0.1, 0.14), YELLOW if i % 2 else DARK) for i in range(6)
    ]
    return concat_shapes(
        block((x, 0, z), (0.34, 0.03, 0.34), *STEEL),
        block((x, 0.03, z), (0.14, 2.05, 0.14), paint, {"roughness": 0.35}),
        block((x, 2.08, z), (0.18, 0.05, 0.18), darker(paint, 0.6)),
        rod((x - side * 0.09, 0.1, z), (x - side * 0.09, 2.05, z), 0.012, (0.75, 0.76, 0.78), {"metallic": 0.9}),
        *stripes,
    )


@register("the runways with the pan between them, and the beams that carry them")
def deck(*, paint):
    gloss = {"roughness": 0.4}
    parts = [block((s * 0.78, DECK - 0.13, 0), (0.56, 0.11, 4.9), paint, gloss) for s in (-1, 1)]
    parts += [block((s * 1.05, DECK - 0.1, 0), (0.03, 0.14, 4.9), darker(paint, 0.7), gloss) for s in (-1, 1)]
    parts.append(block((0, DECK - 0.03, 0), (2.1, 0.03, 4.9), *STEEL))  # one level plate, on which a car stands
    parts += [block((0, DECK - 0.28, s * 2.12), (2.75, 0.16, 0.14), darker(paint, 0.8), gloss) for s in (-1, 1)]
    parts += [block((s * 0.78, DECK - 0.02, -2.47), (0.56, 0.12, 0.05), YELLOW) for s in (-1, 1)]
    return concat_shapes(*parts)


@register("the ramps that hang from the front end, and the power unit")
def ends(*, paint):
    ramps = [beam((s * 0.78, DECK - 0.06, 2.47), (s * 0.78, 0.5, 2.72), (0.54, 0.04), *STEEL) for s in (-1, 1)]
    return concat_shapes(
        *ramps,
        block((1.53, 1.15, 2.12), (0.16, 0.5, 0.28), darker(paint, 0.5)),
        box((1.615, 1.5, 2.12), (0.012, 0.08, 0.16), (0.1, 0.75, 0.3), {"emission": 0.3}),
        rod((1.53, 1.65, 2.12), (1.53, 1.8, 2.12), 0.06, (0.2, 0.2, 0.22)),
    )


@register("a four-post car lift with raised runways")
def car_lift(*, width=5.3, height=2.13, depth=3.1, paint=(0.72, 0.12, 0.12)):
    posts = [library_call("post", x=s * 1.38, z=t * 2.12, paint=paint) for s in (-1, 1) for t in (-1, 1)]
    whole = concat_shapes(*posts, library_call("deck", paint=paint), library_call("ends", paint=paint))
    return fitted(rotated(whole, math.pi / 2), width, height, depth)
