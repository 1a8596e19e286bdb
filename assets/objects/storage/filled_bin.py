# /// asset
# word = "filled bin"
# synonyms = [
#     "ball bin", "ball basket", "bin of balls", "bin of tennis balls", "bin of apples", "bin of oranges",
#     "bin of mandarins", "bin of tangerines", "bin of potatoes", "bin of yarn", "bin of wool", "bin of towels",
#     "bin of rolled towels", "bin of candies", "bin of sweets", "bin of candy",
# ]
# category = "sport"
# support = "floor"
# colors = ["paint"]
# materials = ["mesh_wire"]
# [variants.goods]
# "balls" = "ball"
# "tennis balls" = "tennis ball"
# "apples" = "apple"
# "oranges" = "orange"
# "mandarins" = "orange"
# "tangerines" = "orange"
# "potatoes" = "potato"
# "yarn" = "yarn"
# "wool" = "yarn"
# "towels" = "towel"
# "rolled towels" = "towel"
# "candies" = "candy"
# "sweets" = "candy"
# "candy" = "candy"
# ///
import math

from scene.language import *
from scene.language.modelling import finish, fitted, heap, ring, rod


@register("the wire bin")
def wire_bin(*, radius, height, look):
    wires = [
        rod(
            (radius * 0.9 * math.cos(a), 0, radius * 0.9 * math.sin(a)),
            (radius * math.cos(a), height, radius * math.sin(a)),
            0.005,
            *look,
        )
        for a in (2 * math.pi * i / 26 for i in range(26))
    ]
    hoops = [
        ring((0, height * t, 0), radius * (0.9 + 0.1 * t), 0.006, *look, parts=30) for t in (0.02, 0.25, 0.5, 0.75)
    ]
    return concat_shapes(
        rod((0, 0, 0), (0, 0.012, 0), radius * 0.9, *look),
        *wires,
        *hoops,
        ring((0, height, 0), radius, 0.012, *look, parts=30),
    )


@register("a wire bin full of things")
def filled_bin(*, width=0.62, height=0.85, depth=0.62, paint=None, mesh_wire="black metal", goods="ball"):
    filling = [heap(goods, (0, 0.04 + 0.2 * k, 0), (0.54, 0.24, 0.54), seed=k) for k in range(3)]
    whole = concat_shapes(
        library_call("wire_bin", radius=0.3, height=0.7, look=finish(mesh_wire, paint)),
        *filling,
        heap(goods, (0, 0.6, 0), (0.55, 0.25, 0.55), seed=9),
    )
    return fitted(whole, width, height, depth)
