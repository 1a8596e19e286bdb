# /// asset
# word = "coat"
# synonyms = ["jacket", "raincoat", "lab coat", "overcoat", "blazer", "leather jacket", "denim jacket"]
# stands_for = [
#     "hoodie", "sweater", "cardigan", "shirt", "t-shirt", "tshirt", "blouse", "robe", "bathrobe", "dressing gown",
#     "suit", "costume", "uniform", "vest", "kimono", "dress shirt",
# ]
# phrase = "a garment on a hanger"
# category = "textiles"
# support = "wall"
# [colors]
# cloth = [0.25, 0.32, 0.45]
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


def ball(center, radius, color, material=None):
    one = primitive_call("sphere", {"radius": radius}, color=color, material=material)
    return transform_shape(one, translation_matrix(center))


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


def arc(radius, start, stop, count, center=(0, 0)):
    """Points (x, y) on a circle from angle `start` to `stop`, in radians."""
    return [
        (center[0] + radius * math.cos(a), center[1] + radius * math.sin(a)) for a in np.linspace(start, stop, count)
    ]


def darker(color, by=0.7):
    return tuple(by * c for c in color)


def fitted(shape, width, height, depth):
    """The shape stretched to exactly its stated size, its base centred on the origin."""
    low, size = compute_shape_min(shape), compute_shape_sizes(shape)
    middle = translation_matrix((-low[0] - size[0] / 2, -low[1], -low[2] - size[2] / 2))
    return transform_shape(
        shape, scale_matrix((width / size[0], height / size[1], depth / size[2]), (0, 0, 0)) @ middle
    )


@register("the hanger with its hook")
def hanger_part():
    hook = [(x, y, 0) for x, y in arc(0.022, -1.4, math.pi, 14, (0, 0.925))]
    return concat_shapes(
        tube([*hook[::-1], (0.004, 0.875, 0)], 0.0025, *surface("steel")),
        tube([(-0.2, 0.815, 0), (0, 0.875, 0), (0.2, 0.815, 0)], 0.009, *surface("beech")),
    )


@register("the body and the sleeves")
def garment(*, cloth, length):
    soft = {"roughness": 0.9}
    rows = 26
    top, low = 0.85, 0.85 - length
    parts = []
    for i in range(rows):
        t = i / (rows - 1)
        wide = 0.09 + 0.115 * min(1.0, t / 0.1) + 0.03 * t
        deep = 0.035 + 0.03 * min(1.0, t / 0.15)
        parts.append(ellipsoid((0, top - (top - low) * t, 0), (wide, 0.075, deep), cloth, soft))
    for s in (-1, 1):
        points = [(s * 0.17, 0.815, 0), (s * 0.215, 0.72, 0.005), (s * 0.235, 0.55, 0.012), (s * 0.235, 0.42, 0.02)]
        parts.append(tube(points, 0.042, cloth, soft))
        parts.append(rod((s * 0.235, 0.42, 0.02), (s * 0.235, 0.395, 0.021), 0.044, darker(cloth, 0.8), soft))
    return concat_shapes(*parts)


@register("the collar, the front seam and the buttons")
def front(*, cloth, length):
    dark = darker(cloth, 0.7)
    lapels = [
        moved(box((0, 0, 0), (0.05, 0.17, 0.012), dark), (s * 0.035, 0.775, 0.055), s * 0.3, (0, 0, 1)) for s in (-1, 1)
    ]
    buttons = [ball((0.012, 0.66 - 0.1 * k, 0.068), 0.009, (0.9, 0.87, 0.8)) for k in range(int((length - 0.2) / 0.1))]
    return concat_shapes(
        *lapels, box((0, 0.85 - length / 2 - 0.08, 0.064), (0.004, length - 0.2, 0.006), dark), *buttons
    )


@register("a garment on a hanger")
def coat(*, width=0.52, height=0.95, depth=0.16, cloth=(0.25, 0.32, 0.45)):
    length = 0.72
    whole = concat_shapes(
        library_call("hanger_part"),
        library_call("garment", cloth=cloth, length=length),
        library_call("front", cloth=cloth, length=length),
    )
    return fitted(whole, width, height, depth)
