# /// asset
# word = "traffic cone"
# synonyms = ["cone", "cones", "safety cone", "traffic cones", "orange cone"]
# stands_for = ["bollard"]
# phrase = "a traffic cone with white bands"
# category = "outdoor"
# support = "floor"
# [colors]
# paint = [0.95, 0.4, 0.08]
# ///
import numpy as np

from scene.language import *


def box(center, size, color, material=None):
    return transform_shape(
        primitive_call("cube", {"scale": size}, color=color, material=material), translation_matrix(center)
    )


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


@register("the cone on its foot")
def cone_part(*, paint):
    plastic = {"roughness": 0.4}
    return concat_shapes(
        box((0, 0.02, 0), (0.38, 0.04, 0.38), paint, plastic),
        lathe([(0.145, 0.035), (0.03, 0.7)], paint, plastic, slices=90),
    )


@register("the white bands")
def bands():
    white = ((0.97, 0.97, 0.96), {"roughness": 0.4})
    return concat_shapes(
        *[
            lathe(
                [(0.1465 - 0.173 * (y - 0.035) + 0.0, y), (0.1465 - 0.173 * (y + h - 0.035), y + h)], *white, slices=18
            )
            for y, h in ((0.25, 0.12), (0.46, 0.09))
        ]
    )


@register("a traffic cone with white bands")
def traffic_cone(*, width=0.38, height=0.7, depth=0.38, paint=(0.95, 0.4, 0.08)):
    whole = concat_shapes(library_call("cone_part", paint=paint), library_call("bands"))
    return fitted(whole, width, height, depth)
