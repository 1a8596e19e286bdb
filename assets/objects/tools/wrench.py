# /// asset
# word = "wrench"
# synonyms = ["spanner", "wrenches", "spanners"]
# stands_for = [
#     "adjustable wrench", "monkey wrench", "pipe wrench", "socket wrench", "allen key", "hex key", "crowbar",
#     "pry bar", "tire iron", "lug wrench",
# ]
# category = "tools"
# support = "surface"
# colors = ["metal"]
# ///
import math

from scene.language import *
from scene.language.modelling import box, darker, fitted, moved, rod, rotated


@register("the shank")
def shank(*, metal):
    look = {"metallic": 0.95, "roughness": 0.3}
    return concat_shapes(
        box((0, 0.009, 0), (0.018, 0.011, 0.16), metal, look),
        box((0, 0.009, 0), (0.011, 0.013, 0.12), darker(metal, 0.85), look),
    )


@register("an open jaw")
def jaw(*, metal, size):
    look = {"metallic": 0.95, "roughness": 0.3}
    prongs = [
        rotated(box((s * size * 0.72, 0.009, -size * 0.62), (size * 0.5, 0.016, size * 1.1), metal, look), s * -0.12)
        for s in (-1, 1)
    ]
    return concat_shapes(rod((0, 0.001, 0.004), (0, 0.017, 0.004), size * 0.92, metal, look), *prongs)


@register("an open-ended wrench")
def wrench(*, width=0.06, height=0.018, depth=0.24, metal=(0.76, 0.77, 0.8)):
    whole = concat_shapes(
        library_call("shank", metal=metal),
        moved(library_call("jaw", metal=metal, size=0.026), (0, 0, -0.09), 0.26),
        moved(library_call("jaw", metal=metal, size=0.02), (0, 0, 0.09), math.pi + 0.26),
    )
    return fitted(whole, width, height, depth)
