# /// asset
# word = "bicycle wheel"
# synonyms = ["bike wheel", "spoked wheel", "wheel of a bicycle", "cycle wheel"]
# category = "sport"
# support = "wall"
# colors = ["rim"]
# ///
import math

from scene.language import *
from scene.language.modelling import beam, fitted, rod, rotated, round_wall

RUBBER = ((0.06, 0.06, 0.065), {"roughness": 0.8})
STEEL = ((0.72, 0.73, 0.75), {"metallic": 0.9, "roughness": 0.25})


@register("the spokes between hub and rim")
def spokes():
    parts = []
    for k in range(28):
        angle = 2 * math.pi * k / 28
        lean = 0.25 if k % 2 else -0.25
        hub = (0.02 * math.cos(angle + lean), 0.014 * (1 if k % 4 < 2 else -1), 0.02 * math.sin(angle + lean))
        parts.append(beam(hub, (0.3 * math.cos(angle), 0, 0.3 * math.sin(angle)), (0.0035, 0.0035), *STEEL))
    return concat_shapes(*parts)


@register("a bicycle wheel with its tyre, rim and spokes")
def bicycle_wheel(*, width=0.68, height=0.68, depth=0.06, rim=(0.75, 0.76, 0.78)):
    flat = concat_shapes(
        round_wall((0.34, -0.018), (0.34, 0.018), 0.028, *RUBBER, panels=48),
        round_wall((0.313, -0.013), (0.313, 0.013), 0.014, rim, {"metallic": 0.8, "roughness": 0.3}, panels=48),
        rod((0, -0.03, 0), (0, 0.03, 0), 0.022, *STEEL),
        library_call("spokes"),
    )
    upright = rotated(flat, math.pi / 2, (1, 0, 0))
    low = compute_shape_min(upright)[1]
    return fitted(transform_shape(upright, translation_matrix((0, -low, 0))), width, height, depth)
