# /// asset
# word = "pancakes"
# synonyms = ["pancake", "stack of pancakes"]
# stands_for = ["waffle", "waffles", "crepe", "crepes", "french toast"]
# phrase = "a stack of pancakes with butter on a plate"
# category = "food"
# support = "surface"
# [colors]
# crumb = [0.82, 0.58, 0.3]
# ///
import math

import numpy as np

from scene.language import *


def box(center, size, color, material=None):
    return transform_shape(
        primitive_call("cube", {"scale": size}, color=color, material=material), translation_matrix(center)
    )


def ellipsoid(center, radii, color, material=None):
    unit = primitive_call("sphere", {"radius": 1.0}, color=color, material=material)
    return transform_shape(unit, translation_matrix(center) @ scale_matrix(radii, (0, 0, 0)))


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


@register("the stack")
def stack_part(*, crumb):
    rounds = [
        lathe(
            [(0.062, 0), (0.068, 0.004), (0.068, 0.009), (0.06, 0.013)],
            darker(crumb, 0.9 + 0.05 * (i % 3)),
            {"roughness": 0.7},
            slices=6,
        )
        for i in range(4)
    ]
    placed = [
        moved(r, (0.004 * math.sin(2 * i), 0.018 + 0.0125 * i, 0.004 * math.cos(3 * i))) for i, r in enumerate(rounds)
    ]
    syrup = [
        ellipsoid(
            (0.05 * math.cos(a), 0.0685, 0.05 * math.sin(a)),
            (0.022, 0.002, 0.022),
            (0.5, 0.24, 0.06),
            {"roughness": 0.1},
        )
        for a in np.linspace(0, 2 * math.pi, 8)[:-1]
    ]
    return concat_shapes(*placed, *syrup, box((0, 0.077, 0), (0.026, 0.014, 0.026), (0.99, 0.9, 0.5)))


@register("the plate")
def under_plate():
    return lathe(
        [(0.065, 0), (0.075, 0.006), (0.108, 0.016), (0.11, 0.019)], (0.95, 0.94, 0.91), {"roughness": 0.2}, slices=16
    )


@register("a stack of pancakes with butter on a plate")
def pancakes(*, width=0.22, height=0.085, depth=0.22, crumb=(0.82, 0.58, 0.3)):
    whole = concat_shapes(library_call("under_plate"), library_call("stack_part", crumb=crumb))
    return fitted(whole, width, height, depth)
