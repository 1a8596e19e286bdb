# /// asset
# word = "pumpkin"
# synonyms = ["jack-o-lantern", "jack o lantern"]
# stands_for = ["squash", "gourd", "butternut squash"]
# phrase = "a ribbed pumpkin with a stalk"
# category = "food"
# support = "surface"
# [colors]
# skin = [0.9, 0.45, 0.1]
# [variants.carved]
# "jack-o-lantern" = true
# "jack o lantern" = true
# "carved" = true
# "glowing" = true
# ///
import itertools
import math

import numpy as np

from scene.language import *


def box(center, size, color, material=None):
    return transform_shape(
        primitive_call("cube", {"scale": size}, color=color, material=material), translation_matrix(center)
    )


def cone(start, end, radius, color, material=None):
    return primitive_call("cone", {"radius": radius, "p0": start, "p1": end}, color=color, material=material)


def ellipsoid(center, radii, color, material=None):
    unit = primitive_call("sphere", {"radius": 1.0}, color=color, material=material)
    return transform_shape(unit, translation_matrix(center) @ scale_matrix(radii, (0, 0, 0)))


def tube(points, radius, color, material=None):
    """A bent rod through `points`, rounded at its bends and ends."""
    rods = [
        primitive_call("cylinder", {"radius": radius, "p0": a, "p1": b}, color=color, material=material)
        for a, b in itertools.pairwise(points)
    ]
    bends = [
        transform_shape(
            primitive_call("sphere", {"radius": radius}, color=color, material=material), translation_matrix(p)
        )
        for p in points
    ]
    return concat_shapes(*rods, *bends)


def moved(shape, at, turn=0.0, axis=(0, 1, 0)):
    """The shape turned about the origin, in radians, and then moved to `at`."""
    return transform_shape(shape, translation_matrix(at) @ rotation_matrix(turn, axis, (0, 0, 0)))


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


def darker(color, by=0.7):
    return tuple(by * c for c in color)


def fitted(shape, width, height, depth):
    """The shape stretched to exactly its stated size, its base centred on the origin."""
    low, size = compute_shape_min(shape), compute_shape_sizes(shape)
    middle = translation_matrix((-low[0] - size[0] / 2, -low[1], -low[2] - size[2] / 2))
    return transform_shape(
        shape, scale_matrix((width / size[0], height / size[1], depth / size[2]), (0, 0, 0)) @ middle
    )


@register("the ribbed body")
def ribs(*, skin):
    one = ellipsoid((0.07, 0.1, 0), (0.08, 0.1, 0.05), skin, {"roughness": 0.45})
    return concat_shapes(
        loop(12, lambda i: moved(one, (0, 0, 0), i * math.pi / 6)),
        ellipsoid((0, 0.1, 0), (0.1, 0.088, 0.1), darker(skin, 0.85)),
    )


@register("the twisted stalk")
def stalk():
    return concat_shapes(
        tube([(0, 0.18, 0), (0.005, 0.21, 0), (0.03, 0.24, 0.01)], 0.014, (0.42, 0.42, 0.2)),
        lathe([(0.03, 0.176), (0.015, 0.2)], (0.42, 0.42, 0.2), slices=10),
    )


@register("the carved face")
def face():
    dark = ((0.99, 0.8, 0.25), {"emission": 1.2})
    eyes = [moved(cone((0, -0.018, 0), (0, 0.022, 0), 0.022, *dark), (x, 0.13, 0.135)) for x in (-0.05, 0.05)]
    mouth = [
        box((0.022 * i, 0.066 + 0.0045 * i * i, 0.14 - 0.004 * i * i), (0.024, 0.02, 0.02), *dark) for i in range(-3, 4)
    ]
    return concat_shapes(*eyes, *mouth)


@register("a ribbed pumpkin with a stalk")
def pumpkin(*, width=0.3, height=0.25, depth=0.3, skin=(0.9, 0.45, 0.1), carved=False):
    whole = concat_shapes(
        library_call("ribs", skin=skin), library_call("stalk"), *([library_call("face")] if carved else [])
    )
    return fitted(whole, width, height, depth)
