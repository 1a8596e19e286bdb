# /// asset
# word = "bowling pins"
# synonyms = ["bowling pin", "skittles", "ninepins", "bowling set", "set of bowling pins"]
# stands_for = ["juggling club", "rolling club"]
# category = "sport"
# support = "floor"
# colors = ["stripes", "ball"]
# ///
import math

from scene.language import *
from scene.language.modelling import ellipsoid, fitted, lathe, rod


@register("a pin with two red stripes")
def pin(*, stripes):
    profile = [
        (0.026, 0),
        (0.036, 0.04),
        (0.06, 0.11),
        (0.056, 0.16),
        (0.034, 0.225),
        (0.024, 0.255),
        (0.03, 0.3),
        (0.033, 0.335),
        (0.024, 0.365),
        (0.008, 0.38),
    ]
    gloss = {"roughness": 0.15}
    return concat_shapes(
        lathe(profile, (0.96, 0.95, 0.92), gloss, slices=40),
        rod((0, 0.238, 0), (0, 0.247, 0), 0.0302, stripes, gloss),
        rod((0, 0.262, 0), (0, 0.271, 0), 0.0285, stripes, gloss),
    )


@register("the ball with its three holes")
def bowling_ball(*, ball):
    holes = [
        ellipsoid((x, 0.108 + y, math.sqrt(0.108**2 - x * x - y * y)), (0.013, 0.013, 0.006), (0.03, 0.03, 0.03))
        for x, y in ((-0.018, 0.055), (0.018, 0.055), (0.0, 0.012))
    ]
    return concat_shapes(ellipsoid((0, 0.108, 0), (0.108, 0.108, 0.108), ball, {"roughness": 0.1}), *holes)


@register("ten white bowling pins with red stripes and a ball before them")
def bowling_pins(*, width=1.03, height=0.38, depth=1.15, stripes=(0.8, 0.1, 0.1), ball=(0.12, 0.14, 0.4)):
    pins = [
        place("pin", at=(0.3 * (i - row / 2), 0, -0.26 * row), stripes=stripes)
        for row in range(4)
        for i in range(row + 1)
    ]
    whole = concat_shapes(*pins, place("bowling_ball", at=(0.06, 0, 0.3), ball=ball))
    return fitted(whole, width, height, depth)
