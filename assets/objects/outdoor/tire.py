# /// asset
# word = "tire"
# synonyms = ["wheel", "spare tire", "car tire", "tyre", "tires", "car wheel", "tyres", "rubber tire"]
# stands_for = ["bicycle wheel"]
# category = "outdoor"
# support = "floor"
# colors = ["rubber", "metal"]
# ///
import math

from scene.language import *
from scene.language.modelling import box, darker, ellipsoid, fitted, rod, rotated, round_wall


@register("the rubber tire")
def tyre(*, rubber):
    rough = {"roughness": 0.85}
    ring = loop(
        44,
        lambda i: ellipsoid(
            (0.235 * math.cos(i * math.pi / 22), 0.11, 0.235 * math.sin(i * math.pi / 22)),
            (0.075, 0.108, 0.075),
            rubber,
            rough,
        ),
    )
    tread = loop(
        44,
        lambda i: rotated(
            box((0.306, 0.11, 0), (0.024, 0.17, 0.028), darker(rubber, 0.8), rough), i * math.pi / 22 + 0.07
        ),
    )
    return concat_shapes(ring, tread)


@register("the rim with its spokes")
def rim_part(*, metal):
    look = {"metallic": 0.9, "roughness": 0.25}
    spokes = loop(5, lambda i: rotated(box((0.085, 0.17, 0), (0.14, 0.03, 0.04), metal, look), i * 2 * math.pi / 5))
    return concat_shapes(
        round_wall((0.178, 0.03), (0.178, 0.19), 0.014, metal, look, panels=36),
        rod((0, 0.05, 0), (0, 0.19, 0), 0.04, metal, look),
        rod((0, 0.06, 0), (0, 0.07, 0), 0.17, darker(metal, 0.4)),
        spokes,
    )


@register("a tire on its rim")
def tire(*, width=0.64, height=0.22, depth=0.64, rubber=(0.12, 0.12, 0.12), metal=(0.78, 0.79, 0.81)):
    whole = concat_shapes(library_call("tyre", rubber=rubber), library_call("rim_part", metal=metal))
    return fitted(whole, width, height, depth)
