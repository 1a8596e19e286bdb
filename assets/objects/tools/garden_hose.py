# /// asset
# word = "garden hose"
# synonyms = ["hose", "water hose", "coiled hose", "hosepipe"]
# stands_for = ["hose reel", "fire hose", "sprinkler"]
# category = "tools"
# support = "floor"
# colors = ["rubber"]
# ///
import math

from scene.language import *
from scene.language.modelling import fitted, moved, rod, tube


@register("the coils")
def coils(*, rubber):
    points = [
        (
            (0.23 - 0.012 * math.sin(i * 0.35)) * math.cos(i * 0.2618),
            0.016 + 0.0011 * max(0, i - 24),
            (0.23 - 0.012 * math.sin(i * 0.35)) * math.sin(i * 0.2618),
        )
        for i in range(110)
    ]
    return tube(points, 0.0145, rubber, {"roughness": 0.45})


@register("the nozzle")
def nozzle():
    return concat_shapes(
        rod((0, 0, 0), (0.05, 0, 0), 0.017, *surface("brass")),
        rod((0.05, 0, 0), (0.13, 0, 0), 0.012, (0.9, 0.7, 0.15)),
        rod((0.13, 0, 0), (0.145, 0, 0), 0.018, (0.15, 0.15, 0.15)),
    )


@register("a coiled garden hose with a nozzle")
def garden_hose(*, width=0.56, height=0.14, depth=0.56, rubber=(0.2, 0.5, 0.25)):
    whole = concat_shapes(library_call("coils", rubber=rubber), moved(library_call("nozzle"), (0.1, 0.12, 0.19), 0.7))
    return fitted(whole, width, height, depth)
