# /// asset
# word = "axe"
# synonyms = ["hatchet", "ax", "tomahawk"]
# stands_for = ["pickaxe"]
# phrase = "an axe with a wooden handle"
# category = "tools"
# support = "surface"
# [colors]
# paint = [0.6, 0.12, 0.1]
# [materials]
# wood = "ash"
# ///
import itertools
import math

import numpy as np

from scene.language import *


def box(center, size, color, material=None):
    return transform_shape(
        primitive_call("cube", {"scale": size}, color=color, material=material), translation_matrix(center)
    )


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


def darker(color, by=0.7):
    return tuple(by * c for c in color)


def fitted(shape, width, height, depth):
    """The shape stretched to exactly its stated size, its base centred on the origin."""
    low, size = compute_shape_min(shape), compute_shape_sizes(shape)
    middle = translation_matrix((-low[0] - size[0] / 2, -low[1], -low[2] - size[2] / 2))
    return transform_shape(
        shape, scale_matrix((width / size[0], height / size[1], depth / size[2]), (0, 0, 0)) @ middle
    )


@register("the head")
def head_part(*, paint):
    metal = {"metallic": 0.8, "roughness": 0.35}
    steps = np.linspace(0, 1, 20)
    cheeks = [
        box(
            (-0.02 - 0.1 * t, 0.02, -0.3),
            (0.0056, 0.036 * (1 - 0.88 * t), 0.06 + 0.06 * t**1.6),
            darker(paint, 1.0) if t < 0.75 else (0.85, 0.86, 0.88),
            metal,
        )
        for t in steps
    ]
    return concat_shapes(box((0.008, 0.02, -0.3), (0.06, 0.038, 0.062), paint, metal), *cheeks)


@register("the curved handle")
def handle_part(*, wood):
    points = [(0.012 * math.sin(t * 5), 0.02, -0.34 + 0.69 * t) for t in np.linspace(0, 1, 20)]
    return tube(points, 0.0155, *surface(wood))


@register("an axe with a wooden handle")
def axe(*, width=0.2, height=0.04, depth=0.7, paint=(0.6, 0.12, 0.1), wood="ash"):
    whole = concat_shapes(library_call("head_part", paint=paint), library_call("handle_part", wood=wood))
    return fitted(whole, width, height, depth)
