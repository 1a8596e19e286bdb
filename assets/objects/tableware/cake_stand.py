# /// asset
# word = "cake stand"
# synonyms = ["dessert stand", "pastry stand", "cake plate", "cupcake stand"]
# stands_for = [
#     "centerpiece", "centrepiece", "tiered tray", "tiered stand", "lazy susan", "tiered cake stand",
#     "pedestal bowl", "fruit stand",
# ]
# phrase = "a footed cake stand with a rim"
# category = "tableware"
# support = "surface"
# [colors]
# ware = [0.95, 0.94, 0.92]
# ///
import math

import numpy as np

from scene.language import *


def rod(start, end, radius, color, material=None):
    return primitive_call("cylinder", {"radius": radius, "p0": start, "p1": end}, color=color, material=material)


def ball(center, radius, color, material=None):
    one = primitive_call("sphere", {"radius": radius}, color=color, material=material)
    return transform_shape(one, translation_matrix(center))


def lathe(profile, color, material=None, *, slices=48):
    """A solid of revolution about the y axis; `profile` holds (radius, y) from the bottom up."""
    radii, heights = np.array(profile, dtype=float).T
    step = (heights[-1] - heights[0]) / slices
    middles = heights[0] + step * (np.arange(slices) + 0.5)
    return concat_shapes(
        *[
            primitive_call(
                "cylinder",
                {"radius": float(r), "p0": (0, float(y - step / 2), 0), "p1": (0, float(y + step / 2), 0)},
                color=color,
                material=material,
            )
            for r, y in zip(np.interp(middles, heights, radii), middles, strict=True)
        ]
    )


def fitted(shape, width, height, depth):
    """The shape stretched to exactly its stated size, its base centred on the origin."""
    low, size = compute_shape_min(shape), compute_shape_sizes(shape)
    middle = translation_matrix((-low[0] - size[0] / 2, -low[1], -low[2] - size[2] / 2))
    return transform_shape(
        shape, scale_matrix((width / size[0], height / size[1], depth / size[2]), (0, 0, 0)) @ middle
    )


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
