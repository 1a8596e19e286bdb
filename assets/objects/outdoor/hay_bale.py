# /// asset
# word = "hay bale"
# synonyms = ["bale of hay", "hay", "straw bale", "hay bales", "bale"]
# stands_for = ["sandbag", "sandbags", "haystack", "hay stack", "stack of hay", "heap of hay"]
# category = "outdoor"
# support = "floor"
# colors = ["straw"]
# ///
import math

from scene.language import *
from scene.language.modelling import box, darker, fitted, moved, rod, tube


@register("the straw")
def straw_part(*, straw):
    rough = {"roughness": 1.0}
    blades = [
        moved(
            rod((-0.09, 0, 0), (0.09, 0, 0), 0.006, darker(straw, 0.8 + 0.05 * (i % 5)), rough),
            (
                0.4 * math.sin(i * 2.4),
                0.06 + 0.34 * ((i * 0.618) % 1),
                (0.235 if i % 2 else -0.235) + 0.008 * math.sin(i),
            ),
            0.5 * math.sin(i * 1.7),
            (0, 0, 1),
        )
        for i in range(70)
    ] + [
        moved(
            rod((-0.09, 0, 0), (0.09, 0, 0), 0.006, darker(straw, 0.8 + 0.05 * (i % 5)), rough),
            (0.38 * math.sin(i * 2.4), 0.432, 0.2 * math.sin(i * 1.3)),
            1.5 * math.sin(i * 1.1),
        )
        for i in range(40)
    ]
    return concat_shapes(box((0, 0.22, 0), (0.92, 0.43, 0.47), straw, rough), *blades)


@register("the twine")
def twine():
    return concat_shapes(
        *[
            tube(
                [(x, 0.006, -0.242), (x, 0.44, -0.242), (x, 0.44, 0.242), (x, 0.006, 0.242), (x, 0.006, -0.242)],
                0.006,
                (0.45, 0.3, 0.15),
            )
            for x in (-0.22, 0.22)
        ]
    )


@register("a tied bale of hay")
def hay_bale(*, width=0.95, height=0.45, depth=0.5, straw=(0.85, 0.7, 0.36)):
    whole = concat_shapes(library_call("straw_part", straw=straw), library_call("twine"))
    return fitted(whole, width, height, depth)
