# /// asset
# word = "faucet"
# synonyms = [
#     "tap", "mixer tap", "water tap", "kitchen faucet", "bathroom faucet", "sink faucet", "spigot", "faucets",
#     "gold faucet",
# ]
# phrase = "a swan-necked tap with a lever"
# category = "kitchen"
# support = "surface"
# [colors]
# metal = [0.85, 0.86, 0.88]
# ///
import itertools
import math

import numpy as np

from scene.language import *


def box(center, size, color, material=None):
    return transform_shape(
        primitive_call("cube", {"scale": size}, color=color, material=material), translation_matrix(center)
    )


def rod(start, end, radius, color, material=None):
    return primitive_call("cylinder", {"radius": radius, "p0": start, "p1": end}, color=color, material=material)


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


def arc(radius, start, stop, count, center=(0, 0)):
    """Points (x, y) on a circle from angle `start` to `stop`, in radians."""
    return [
        (center[0] + radius * math.cos(a), center[1] + radius * math.sin(a)) for a in np.linspace(start, stop, count)
    ]


def fitted(shape, width, height, depth):
    """The shape stretched to exactly its stated size, its base centred on the origin."""
    low, size = compute_shape_min(shape), compute_shape_sizes(shape)
    middle = translation_matrix((-low[0] - size[0] / 2, -low[1], -low[2] - size[2] / 2))
    return transform_shape(
        shape, scale_matrix((width / size[0], height / size[1], depth / size[2]), (0, 0, 0)) @ middle
    )


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
