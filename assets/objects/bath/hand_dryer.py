# /// asset
# word = "hand dryer"
# synonyms = ["electric hand dryer", "air dryer", "wall hand dryer", "hand blower", "restroom hand dryer"]
# category = "bath"
# support = "wall"
# colors = ["paint"]
# materials = ["metal"]
# ///
import math

from scene.language import *
from scene.language.modelling import box, darker, finish, fitted, moved, plate, rod


@register("the rounded case")
def case(*, look):
    body = moved(plate((0, 0, 0), (0.28, 0.13, 0.3), 0.06, *look), (0, 0.19, -0.08), math.pi / 2, (1, 0, 0))
    front = moved(plate((0, 0, 0), (0.25, 0.02, 0.27), 0.06, *look), (0, 0.19, 0.047), math.pi / 2, (1, 0, 0))
    seam = moved(
        plate((0, 0, 0), (0.284, 0.008, 0.304), 0.06, darker(look[0], 0.6), look[1]),
        (0, 0.19, -0.04),
        math.pi / 2,
        (1, 0, 0),
    )
    return concat_shapes(body, front, seam)


@register("the nozzle, the sensor and the badge")
def details(*, look):
    dark = (0.07, 0.07, 0.08)
    return concat_shapes(
        rod((0, 0.07, 0.02), (0, -0.0, 0.045), 0.05, darker(look[0], 0.85), look[1]),
        rod((0, 0.005, 0.043), (0, -0.003, 0.046), 0.04, dark),
        box((0, 0.13, 0.068), (0.08, 0.022, 0.006), dark),
        rod((0, 0.13, 0.069), (0, 0.13, 0.073), 0.006, (0.9, 0.1, 0.08), {"emission": 1.5}),
        box((0, 0.24, 0.068), (0.11, 0.05, 0.006), (0.15, 0.4, 0.65)),
        *[box((-0.03 + 0.03 * k, 0.24, 0.0715), (0.006, 0.032, 0.002), (0.97, 0.97, 0.97)) for k in range(3)],
    )


@register("a wall-mounted electric hand dryer")
def hand_dryer(*, width=0.28, height=0.34, depth=0.17, metal="brushed steel", paint=None):
    look = finish(metal, paint)
    return fitted(
        concat_shapes(library_call("case", look=look), library_call("details", look=look)), width, height, depth
    )
