# /// asset
# word = "play tunnel"
# synonyms = ["tunnel", "crawl tunnel", "cat tunnel", "toy tunnel", "crawling tunnel"]
# phrase = "a striped play tunnel"
# category = "toys"
# support = "floor"
# [colors]
# first = [0.2, 0.5, 0.8]
# second = [0.95, 0.8, 0.25]
# ///
import itertools
import math

import numpy as np

from scene.language import *


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


def round_wall(bottom, top, thickness, color, material=None, *, panels=32):
    """A hollow round wall of flat panels; `bottom` and `top` are (outer radius, y)."""
    (r0, y0), (r1, y1) = bottom, top
    size = (thickness, math.hypot(r1 - r0, y1 - y0), 2 * max(r0, r1) * math.tan(math.pi / panels))
    lean = rotation_matrix(-math.atan2(r1 - r0, y1 - y0), (0, 0, 1), (0, 0, 0))
    panel = transform_shape(
        primitive_call("cube", {"scale": size}, color=color, material=material),
        translation_matrix(((r0 + r1 - thickness) / 2, (y0 + y1) / 2, 0)) @ lean,
    )
    return loop(
        panels, lambda i: transform_shape(panel, rotation_matrix(2 * math.pi * i / panels, (0, 1, 0), (0, 0, 0)))
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


@register("the striped hoops of cloth")
def hoops(*, first, second):
    def band(i):
        ring = moved(
            round_wall((0.245, 0), (0.245, 0.13), 0.006, first if i % 2 else second, {"roughness": 0.8}, panels=30),
            (0.78 - 0.13 * i, 0, 0),
            math.pi / 2,
            (0, 0, 1),
        )
        wire = tube(
            [(0.78 - 0.13 * i, 0.248 * math.cos(a), 0.248 * math.sin(a)) for a in np.linspace(0, 2 * math.pi, 30)],
            0.007,
            darker(first, 0.6),
        )
        return transform_shape(concat_shapes(ring, wire), translation_matrix((0, 0.25, 0)))

    return loop(12, band)


@register("a striped play tunnel")
def play_tunnel(*, width=1.5, height=0.5, depth=0.5, first=(0.2, 0.5, 0.8), second=(0.95, 0.8, 0.25)):
    whole = library_call("hoops", first=first, second=second)
    return fitted(whole, width, height, depth)
