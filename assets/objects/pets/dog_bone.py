# /// asset
# word = "dog bone"
# synonyms = ["bone", "chew bone", "bone for a dog"]
# stands_for = ["dog toy", "chew toy"]
# phrase = "a bone with a knob pair at each end"
# category = "pets"
# support = "floor"
# [colors]
# paint = [0.93, 0.89, 0.79]
# ///
import math

import numpy as np

from scene.language import *


def ellipsoid(center, radii, color, material=None):
    unit = primitive_call("sphere", {"radius": 1.0}, color=color, material=material)
    return transform_shape(unit, translation_matrix(center) @ scale_matrix(radii, (0, 0, 0)))


def turned(profile, color, material=None, slices=24):
    """A body of revolution; `profile` lists (radius, y) from the bottom up."""
    ys = np.linspace(profile[0][1], profile[-1][1], slices + 1)
    radii = np.interp((ys[1:] + ys[:-1]) / 2, [y for _, y in profile], [r for r, _ in profile])
    return loop(
        slices,
        lambda i: primitive_call(
            "cylinder",
            {"radius": radii[i], "p0": (0, ys[i], 0), "p1": (0, ys[i + 1], 0)},
            color=color,
            material=material,
        ),
    )


def moved(shape, at, turn=0.0, axis=(0, 1, 0)):
    """The shape turned about the origin, in radians, and then moved to `at`."""
    return transform_shape(shape, translation_matrix(at) @ rotation_matrix(turn, axis, (0, 0, 0)))


def fitted(shape, width, height, depth):
    """The shape stretched to exactly its stated size, its base centred on the origin."""
    low, size = compute_shape_min(shape), compute_shape_sizes(shape)
    middle = translation_matrix((-low[0] - size[0] / 2, -low[1], -low[2] - size[2] / 2))
    return transform_shape(
        shape, scale_matrix((width / size[0], height / size[1], depth / size[2]), (0, 0, 0)) @ middle
    )


@register("an end with two knobs")
def knobs(*, paint):
    rough = {"roughness": 0.7}
    return concat_shapes(
        *[ellipsoid((0.072, 0.018, s * 0.014), (0.02, 0.018, 0.0175), paint, rough) for s in (-1, 1)],
        ellipsoid((0.055, 0.018, 0), (0.022, 0.0135, 0.015), paint, rough),
    )


@register("a bone with a knob pair at each end")
def dog_bone(*, width=0.184, height=0.036, depth=0.063, paint=(0.93, 0.89, 0.79)):
    end = library_call("knobs", paint=paint)
    shaft = turned(
        [(0.014, -0.06), (0.0105, -0.02), (0.0105, 0.02), (0.014, 0.06)], paint, {"roughness": 0.7}, slices=20
    )
    whole = concat_shapes(end, moved(end, (0, 0, 0), math.pi), moved(shaft, (0, 0.018, 0), math.pi / 2, (0, 0, 1)))
    return fitted(whole, width, height, depth)
