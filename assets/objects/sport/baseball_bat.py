# /// asset
# word = "baseball bat"
# synonyms = ["bat", "softball bat"]
# stands_for = ["cricket bat"]
# phrase = "a wooden baseball bat"
# category = "sport"
# support = "floor"
# [colors]
# wood = [0.8, 0.62, 0.38]
# ///
import numpy as np

from scene.language import *


def rod(start, end, radius, color, material=None):
    return primitive_call("cylinder", {"radius": radius, "p0": start, "p1": end}, color=color, material=material)


def ellipsoid(center, radii, color, material=None):
    unit = primitive_call("sphere", {"radius": 1.0}, color=color, material=material)
    return transform_shape(unit, translation_matrix(center) @ scale_matrix(radii, (0, 0, 0)))


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


@register("the turned wood")
def turned(*, wood):
    profile = [
        (0.022, 0),
        (0.031, 0.02),
        (0.033, 0.1),
        (0.033, 0.3),
        (0.024, 0.5),
        (0.014, 0.66),
        (0.0125, 0.8),
        (0.014, 0.825),
        (0.024, 0.835),
        (0.024, 0.85),
    ]
    return concat_shapes(
        lathe(profile, wood, {"roughness": 0.35}, slices=90),
        ellipsoid((0, 0.012, 0), (0.03, 0.012, 0.03), wood, {"roughness": 0.35}),
    )


@register("the wrapped grip")
def grip():
    return concat_shapes(
        *[rod((0, 0.68 + 0.012 * i, 0), (0, 0.69 + 0.012 * i, 0), 0.0155, (0.15, 0.13, 0.12)) for i in range(11)]
    )


@register("a wooden baseball bat")
def baseball_bat(*, width=0.07, height=0.85, depth=0.07, wood=(0.8, 0.62, 0.38)):
    whole = concat_shapes(library_call("turned", wood=wood), library_call("grip"))
    return fitted(whole, width, height, depth)
