# /// asset
# word = "crystal ball"
# synonyms = ["fortune teller's ball", "glass orb", "magic ball", "fortune telling ball", "scrying orb", "glass ball", "glass sphere"]
# category = "decor"
# support = "surface"
# colors = ["paint", "glow"]
# materials = ["metal"]
# ///
import math

from scene.language import *
from scene.language.modelling import ball, darker, ellipsoid, finish, fitted, hoop, lathe, moved, pipe, rotated


@register("the footed stand")
def stand(*, look):
    feet = [
        rotated(
            pipe([(0.03, 0.035, 0), (0.062, 0.022, 0), (0.07, 0.0, 0), (0.082, 0.006, 0)], 0.0075, *look),
            2 * math.pi * i / 4 + 0.4,
        )
        for i in range(4)
    ]
    claws = [
        rotated(pipe([(0.045, 0.04, 0), (0.07, 0.06, 0), (0.078, 0.085, 0)], 0.006, *look), 2 * math.pi * i / 4 + 0.4)
        for i in range(4)
    ]
    return concat_shapes(
        lathe([(0.03, 0.02), (0.045, 0.03), (0.04, 0.045), (0.055, 0.055)], *look, slices=18),
        *feet,
        *claws,
        hoop(0.058, 0.006, *look, center=(0, 0.055, 0), parts=30),
    )


@register("the ball with its swirling light")
def orb(*, paint, glow):
    lit = {"emission": 1.0, "opacity": 0.8}
    mist = [
        moved(
            ellipsoid((0, 0, 0), (0.04 - 0.005 * k, 0.018, 0.026), glow if k % 2 else darker(glow, 0.7), lit),
            (0.012 * math.cos(2.1 * k), 0.105 + 0.014 * k, 0.012 * math.sin(2.1 * k)),
            1.1 * k,
        )
        for k in range(5)
    ]
    return concat_shapes(
        *mist,
        ball((0, 0.135, 0), 0.016, (0.98, 0.95, 1.0), {"emission": 1.6}),
        ball((0, 0.135, 0), 0.082, paint, {"opacity": 0.42, "roughness": 0.02}),
    )


@register("a crystal ball on a golden stand")
def crystal_ball(*, width=0.17, height=0.22, depth=0.17, metal="gold", paint=(0.75, 0.7, 0.95), glow=(0.6, 0.35, 0.95)):
    return fitted(
        concat_shapes(library_call("stand", look=finish(metal)), library_call("orb", paint=paint, glow=glow)),
        width,
        height,
        depth,
    )
