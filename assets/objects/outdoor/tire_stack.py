# /// asset
# word = "stack of tires"
# synonyms = ["tire stack", "stack of car tires", "stacked tires", "pile of tires", "stack of tyres", "tyre stack", "pile of tyres"]
# category = "outdoor"
# support = "floor"
# colors = ["rubber"]
# ///
import math

from scene.language import *
from scene.language.modelling import box, darker, ellipsoid, fitted, moved, rotated, round_wall


@register("a tire without its rim")
def one_tire(*, rubber):
    rough = {"roughness": 0.88}
    carcass = loop(
        30,
        lambda i: rotated(
            moved(ellipsoid((0, 0, 0), (0.08, 0.1, 0.045), rubber, rough), (0.235, 0.1, 0)), i * math.pi / 15
        ),
    )
    tread = loop(
        36, lambda i: rotated(box((0.305, 0.1, 0), (0.02, 0.145, 0.034), darker(rubber, 0.78), rough), i * math.pi / 18)
    )
    return concat_shapes(
        carcass, tread, round_wall((0.185, 0.03), (0.185, 0.17), 0.02, darker(rubber, 0.6), rough, panels=24)
    )


@register("four car tires stacked on each other")
def tire_stack(*, width=0.68, height=0.8, depth=0.68, rubber=(0.13, 0.13, 0.135)):
    shifts = ((0.0, 0.0), (0.022, -0.012), (-0.015, 0.014), (0.012, 0.018))
    whole = concat_shapes(
        *[moved(library_call("one_tire", rubber=rubber), (x, 0.198 * i, z), 0.4 * i) for i, (x, z) in enumerate(shifts)]
    )
    return fitted(whole, width, height, depth)
