# /// asset
# word = "trivet"
# synonyms = ["hot pad", "pot stand", "iron trivet"]
# phrase = "a round wrought-iron trivet of scrolls on three feet, to set hot pots on"
# category = "tableware"
# support = "surface"
# [colors]
# paint = [0.169, 0.169, 0.173]
# [materials]
# iron = "wrought iron"
# ///
import itertools
import math

import numpy as np

from scene.language import *


def rod(start, end, radius, color, material=None):
    return primitive_call("cylinder", {"radius": radius, "p0": start, "p1": end}, color=color, material=material)


def ellipsoid(center, radii, color, material=None):
    unit = primitive_call("sphere", {"radius": 1.0}, color=color, material=material)
    return transform_shape(unit, translation_matrix(center) @ scale_matrix(radii, (0, 0, 0)))


def tube(points, radius, color, material=None):
    """A bent rod through `points`, rounded at its bends and ends."""
    rods = [
        primitive_call("cylinder", {"radius": radius, "p0": a, "p1": b}, color=color, material=material)
        for a, b in itertools.pairwise(points)
    ]
    ball = primitive_call("sphere", {"radius": radius}, color=color, material=material)
    return concat_shapes(*rods, *[transform_shape(ball, translation_matrix(p)) for p in points])


def moved(shape, at, turn=0.0, axis=(0, 1, 0)):
    """The shape turned about the origin, in radians, and then moved to `at`."""
    return transform_shape(shape, translation_matrix(at) @ rotation_matrix(turn, axis, (0, 0, 0)))


def finish(word, paint=None):
    """The look of a surface: its own colour, or `paint` where one is given."""
    color, material = surface(word)
    return (color if paint is None else paint), material


def ring(center, radius, thick, color, material=None, axis=(0, 1, 0), pieces=28):
    """A round hoop of rods about `axis`, which is one of the three."""
    spots = []
    for i in range(pieces + 1):
        c, s = radius * math.cos(2 * math.pi * i / pieces), radius * math.sin(2 * math.pi * i / pieces)
        flat = {(0, 1, 0): (c, 0, s), (0, 0, 1): (c, s, 0), (1, 0, 0): (0, c, s)}[axis]
        spots.append(tuple(a + b for a, b in zip(center, flat, strict=True)))
    return tube(spots, thick, color, material)


def fitted(shape, width, height, depth):
    """The shape stretched to exactly its stated size, its base centred on the origin."""
    low, size = compute_shape_min(shape), compute_shape_sizes(shape)
    middle = translation_matrix((-low[0] - size[0] / 2, -low[1], -low[2] - size[2] / 2))
    return transform_shape(
        shape, scale_matrix((width / size[0], height / size[1], depth / size[2]), (0, 0, 0)) @ middle
    )


@register("the two rings and the scrolls between them")
def grid(*, look):
    scrolls = []
    for i in range(6):
        for s in (-1, 1):
            curl = [
                (s * (0.012 + r * math.sin(a)), 0, 0.072 - r * math.cos(a) * 0.9)
                for a, r in zip(np.linspace(0.2, 5.4, 14), np.linspace(0.017, 0.006, 14), strict=True)
            ]
            line = tube([(0, 0, 0.034), (s * 0.003, 0, 0.045), *curl], 0.0026, *look)
            scrolls.append(moved(line, (0, 0.026, 0), i * math.pi / 3))
    bars = [
        moved(rod((0, 0.026, 0.034), (0, 0.026, 0.094), 0.0026, *look), (0, 0, 0), (i + 0.5) * math.pi / 3)
        for i in range(6)
    ]
    return concat_shapes(
        ring((0, 0.026, 0), 0.096, 0.005, *look, pieces=40), ring((0, 0.026, 0), 0.034, 0.004, *look), *scrolls, *bars
    )


@register("a foot")
def foot(*, look):
    return concat_shapes(
        rod((0, 0.005, 0.1), (0, 0.026, 0.096), 0.0045, *look),
        ellipsoid((0, 0.005, 0.101), (0.007, 0.005, 0.007), *look),
    )


@register("a round wrought-iron trivet of scrolls on three feet, to set hot pots on")
def trivet(*, width=0.21, height=0.032, depth=0.21, paint=None, iron="wrought iron"):
    look = finish(iron, paint)
    feet = [moved(library_call("foot", look=look), (0, 0, 0), i * 2 * math.pi / 3) for i in range(3)]
    return fitted(concat_shapes(library_call("grid", look=look), *feet), width, height, depth)
