# /// asset
# word = "napkin holder"
# synonyms = ["paper napkin holder", "napkin stand", "serviette holder", "napkin rack"]
# stands_for = ["napkin dispenser"]
# phrase = "an upright napkin holder of two steel fans with a stack of paper napkins between them"
# category = "tableware"
# support = "surface"
# [colors]
# napkins = [0.96, 0.95, 0.92]
# [materials]
# metal = "black metal"
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
    ball = primitive_call("sphere", {"radius": radius}, color=color, material=material)
    return concat_shapes(*rods, *[transform_shape(ball, translation_matrix(p)) for p in points])


def moved(shape, at, turn=0.0, axis=(0, 1, 0)):
    """The shape turned about the origin, in radians, and then moved to `at`."""
    return transform_shape(shape, translation_matrix(at) @ rotation_matrix(turn, axis, (0, 0, 0)))


def tinted(color, factor):
    return tuple(min(1.0, c * factor) for c in color)


def finish(word, paint=None):
    """The look of a surface: its own colour, or `paint` where one is given."""
    color, material = surface(word)
    return (color if paint is None else paint), material


def fitted(shape, width, height, depth):
    """The shape stretched to exactly its stated size, its base centred on the origin."""
    low, size = compute_shape_min(shape), compute_shape_sizes(shape)
    middle = translation_matrix((-low[0] - size[0] / 2, -low[1], -low[2] - size[2] / 2))
    return transform_shape(
        shape, scale_matrix((width / size[0], height / size[1], depth / size[2]), (0, 0, 0)) @ middle
    )


@register("a side: an arch of wire with rays")
def side(*, look):
    arch = [(0.075 * math.cos(a), 0.02 + 0.075 * math.sin(a), 0) for a in np.linspace(0, math.pi, 17)]
    rays = [
        rod((0, 0.02, 0), (0.073 * math.cos(a), 0.02 + 0.073 * math.sin(a), 0), 0.0018, *look)
        for a in np.linspace(0.45, math.pi - 0.45, 5)
    ]
    return concat_shapes(
        tube([(0.075, 0.006, 0), *arch, (-0.075, 0.006, 0)], 0.003, *look),
        rod((-0.075, 0.02, 0), (0.075, 0.02, 0), 0.0025, *look),
        *rays,
    )


@register("the stack of folded paper napkins")
def stack(*, napkins):
    return concat_shapes(
        *[
            box(
                (0.002 * (i % 3 - 1), 0.066 + 0.0015 * (i % 2), -0.0165 + 0.0037 * i),
                (0.125, 0.115, 0.003),
                tinted(napkins, 1.0 if i % 2 else 0.9),
                {"roughness": 0.95},
            )
            for i in range(10)
        ]
    )


@register("an upright napkin holder of two steel fans with a stack of paper napkins between them")
def napkin_holder(*, width=0.16, height=0.13, depth=0.07, napkins=(0.96, 0.95, 0.92), metal="black metal"):
    look = finish(metal)
    whole = concat_shapes(
        box((0, 0.004, 0), (0.158, 0.008, 0.068), *look),
        *[moved(library_call("side", look=look), (0, 0.004, s * 0.026)) for s in (-1, 1)],
        library_call("stack", napkins=napkins),
    )
    return fitted(whole, width, height, depth)
