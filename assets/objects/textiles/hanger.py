# /// asset
# word = "hanger"
# synonyms = ["coat hanger", "clothes hanger", "hangers"]
# phrase = "a wooden clothes hanger"
# category = "textiles"
# support = "surface"
# [materials]
# wood = "beech"
# ///
import itertools
import math

import numpy as np

from scene.language import *


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


@register("the shoulders and the bar")
def shoulders(*, wood):
    look = surface(wood)
    return concat_shapes(
        tube(
            [(-0.21, 0.013, 0.08), (-0.1, 0.013, 0.0), (0, 0.013, -0.03), (0.1, 0.013, 0.0), (0.21, 0.013, 0.08)],
            0.011,
            *look,
        ),
        rod((-0.2, 0.013, 0.075), (0.2, 0.013, 0.075), 0.006, *look),
    )


@register("the hook")
def hook_part():
    bend = [(x, 0.013, -y) for x, y in arc(0.024, -1.3, math.pi, 16, (0, 0.105))]
    return tube([*bend[::-1], (0.004, 0.013, -0.078), (0, 0.013, -0.03)], 0.0025, *surface("steel"))


@register("a wooden clothes hanger")
def hanger(*, width=0.44, height=0.03, depth=0.24, wood="beech"):
    whole = concat_shapes(library_call("shoulders", wood=wood), library_call("hook_part"))
    return fitted(whole, width, height, depth)
