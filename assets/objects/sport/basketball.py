# /// asset
# word = "basketball"
# synonyms = ["basket ball", "basketball ball"]
# stands_for = [
#     "baseball", "tennis ball", "golf ball", "volleyball", "cricket ball", "tennis balls", "dodgeball",
#     "bowling ball",
# ]
# phrase = "a ball with seams"
# category = "sport"
# support = "floor"
# [colors]
# leather = [0.82, 0.42, 0.15]
# seam = [0.12, 0.1, 0.09]
# ///
import itertools
import math

import numpy as np

from scene.language import *


def ball(center, radius, color, material=None):
    one = primitive_call("sphere", {"radius": radius}, color=color, material=material)
    return transform_shape(one, translation_matrix(center))


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


def fitted(shape, width, height, depth):
    """The shape stretched to exactly its stated size, its base centred on the origin."""
    low, size = compute_shape_min(shape), compute_shape_sizes(shape)
    middle = translation_matrix((-low[0] - size[0] / 2, -low[1], -low[2] - size[2] / 2))
    return transform_shape(
        shape, scale_matrix((width / size[0], height / size[1], depth / size[2]), (0, 0, 0)) @ middle
    )


@register("the ball with its seams")
def ball_part(*, leather, seam):
    rings = [(0, 0), (math.pi / 2, 0), (0, 1)]
    lines = [
        transform_shape(
            tube([(0.12 * math.cos(a), 0.12 * math.sin(a), 0) for a in np.linspace(0, 2 * math.pi, 48)], 0.0016, seam),
            translation_matrix((0, 0.12, 0))
            @ rotation_matrix(turn, (0, 1, 0), (0, 0, 0))
            @ rotation_matrix(math.pi / 2 * flat, (1, 0, 0), (0, 0, 0)),
        )
        for turn, flat in rings
    ]
    curves = [
        tube(
            [(s * 0.072, 0.12 + 0.096 * math.cos(a), 0.096 * math.sin(a)) for a in np.linspace(0, 2 * math.pi, 48)],
            0.0016,
            seam,
        )
        for s in (-1, 1)
    ]
    return concat_shapes(ball((0, 0.12, 0), 0.12, leather, {"roughness": 0.6}), *lines, *curves)


@register("a ball with seams")
def basketball(*, width=0.24, height=0.24, depth=0.24, leather=(0.82, 0.42, 0.15), seam=(0.12, 0.1, 0.09)):
    whole = library_call("ball_part", leather=leather, seam=seam)
    return fitted(whole, width, height, depth)
