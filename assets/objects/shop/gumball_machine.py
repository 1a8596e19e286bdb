# /// asset
# word = "gumball machine"
# synonyms = ["candy machine", "bubblegum machine", "candy dispenser", "capsule machine", "gum machine"]
# category = "shop"
# support = "floor"
# colors = ["paint"]
# ///
import math

from scene.language import *
from scene.language.modelling import ball, box, fitted, lathe, rod


@register("the stand")
def stand_part(*, paint):
    gloss = {"roughness": 0.15}
    return concat_shapes(
        lathe([(0.17, 0), (0.165, 0.03), (0.05, 0.06), (0.035, 0.1)], paint, gloss, slices=26),
        rod((0, 0.05, 0), (0, 0.62, 0), 0.032, *surface("chrome")),
        lathe([(0.08, 0.6), (0.13, 0.64), (0.13, 0.8), (0.12, 0.83)], paint, gloss, slices=30),
        box((0, 0.71, 0.12), (0.1, 0.12, 0.03), *surface("chrome")),
        rod((0, 0.74, 0.13), (0, 0.74, 0.16), 0.026, (0.6, 0.6, 0.62)),
        box((0, 0.67, 0.14), (0.06, 0.05, 0.02), (0.1, 0.1, 0.1)),
    )


@register("the globe with the gumballs")
def globe_part(*, paint):
    tones = (
        (0.85, 0.15, 0.2),
        (0.95, 0.8, 0.2),
        (0.2, 0.5, 0.85),
        (0.35, 0.7, 0.35),
        (0.95, 0.95, 0.94),
        (0.9, 0.5, 0.7),
        (0.95, 0.55, 0.15),
    )
    balls = []
    for i in range(110):
        y = -0.12 + 0.16 * i / 110
        r = math.sqrt(max(0.0, 0.145**2 - y * y)) * math.sqrt(((i * 7) % 11 + 1) / 11.5)
        balls.append(
            ball((r * math.cos(i * 2.4), 0.98 + y, r * math.sin(i * 2.4)), 0.021, tones[i % 7], {"roughness": 0.15})
        )
    return concat_shapes(
        ball((0, 0.98, 0), 0.172, (0.9, 0.95, 0.98), {"opacity": 0.18, "roughness": 0.03}),
        *balls,
        lathe([(0.1, 1.12), (0.09, 1.15), (0.03, 1.17), (0.02, 1.2)], paint, {"roughness": 0.15}, slices=18),
    )


@register("a gumball machine on a stand")
def gumball_machine(*, width=0.36, height=1.2, depth=0.36, paint=(0.78, 0.1, 0.12)):
    whole = concat_shapes(library_call("stand_part", paint=paint), library_call("globe_part", paint=paint))
    return fitted(whole, width, height, depth)
