# /// asset
# word = "faucet"
# synonyms = [
#     "tap", "mixer tap", "water tap", "kitchen faucet", "bathroom faucet", "sink faucet", "spigot", "faucets",
#     "gold faucet",
# ]
# category = "kitchen"
# support = "surface"
# colors = ["metal"]
# ///
import math

from scene.language import *
from scene.language.modelling import arc, box, fitted, rod, tube


@register("the curved spout on its base")
def spout(*, metal):
    look = {"metallic": 1.0, "roughness": 0.15}
    bend = [(0, y, z) for z, y in arc(0.075, math.pi, 0.15, 18, (0.075, 0.21))]
    return concat_shapes(
        box((0, 0.006, 0.03), (0.05, 0.012, 0.12), metal, look),
        rod((0, 0, 0), (0, 0.014, 0), 0.026, metal, look),
        rod((0, 0, 0), (0, 0.07, 0), 0.02, metal, look),
        tube([(0, 0.06, 0), *bend, (0, 0.175, 0.152)], 0.0115, metal, look),
        rod((0, 0.16, 0.152), (0, 0.185, 0.1515), 0.0135, metal, look),
    )


@register("the lever")
def lever(*, metal):
    return concat_shapes(
        rod((0.012, 0.055, 0), (0.034, 0.055, 0), 0.012, metal, {"metallic": 1.0, "roughness": 0.15}),
        tube([(0.03, 0.055, 0), (0.04, 0.1, 0.01)], 0.0055, metal, {"metallic": 1.0, "roughness": 0.15}),
    )


@register("a swan-necked tap with a lever")
def faucet(*, width=0.07, height=0.3, depth=0.22, metal=(0.85, 0.86, 0.88)):
    whole = concat_shapes(library_call("spout", metal=metal), library_call("lever", metal=metal))
    return fitted(whole, width, height, depth)
