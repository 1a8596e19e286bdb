# /// asset
# word = "cake stand"
# synonyms = ["dessert stand", "pastry stand", "cake plate", "cupcake stand"]
# stands_for = [
#     "centerpiece", "centrepiece", "tiered tray", "tiered stand", "lazy susan", "tiered cake stand",
#     "pedestal bowl",
# ]
# category = "tableware"
# support = "surface"
# colors = ["ware"]
# ///
import math

from scene.language import *
from scene.language.modelling import ball, fitted, lathe, rod


@register("the foot")
def foot(*, ware):
    return lathe(
        [(0.065, 0), (0.06, 0.01), (0.02, 0.03), (0.016, 0.07), (0.03, 0.11)], ware, {"roughness": 0.2}, slices=50
    )


@register("the plate with its scalloped rim")
def plate_part(*, ware):
    beads = loop(
        36,
        lambda i: ball(
            (0.143 * math.cos(i * math.pi / 18), 0.128, 0.143 * math.sin(i * math.pi / 18)),
            0.012,
            ware,
            {"roughness": 0.2},
        ),
    )
    return concat_shapes(rod((0, 0.11, 0), (0, 0.125, 0), 0.145, ware, {"roughness": 0.2}), beads)


@register("a footed cake stand with a rim")
def cake_stand(*, width=0.3, height=0.14, depth=0.3, ware=(0.95, 0.94, 0.92)):
    whole = concat_shapes(library_call("foot", ware=ware), library_call("plate_part", ware=ware))
    return fitted(whole, width, height, depth)
