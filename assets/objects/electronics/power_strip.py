# /// asset
# word = "power strip"
# synonyms = ["surge protector", "power board", "extension socket", "multi-socket", "multi-plug", "extension lead", "socket strip"]
# phrase = "a power strip with five sockets, a red switch and its cord"
# category = "electronics"
# support = "surface"
# [colors]
# paint = [0.94, 0.94, 0.93]
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


def moved(shape, at, turn=0.0, axis=(0, 1, 0)):
    """The shape turned about the origin, in radians, and then moved to `at`."""
    return transform_shape(shape, translation_matrix(at) @ rotation_matrix(turn, axis, (0, 0, 0)))


def darker(color, by=0.7):
    return tuple(by * c for c in color)


def fitted(shape, width, height, depth):
    """The shape stretched to exactly its stated size, its base centred on the origin."""
    low, size = compute_shape_min(shape), compute_shape_sizes(shape)
    middle = translation_matrix((-low[0] - size[0] / 2, -low[1], -low[2] - size[2] / 2))
    return transform_shape(
        shape, scale_matrix((width / size[0], height / size[1], depth / size[2]), (0, 0, 0)) @ middle
    )


@register("the long case with its sockets and switch")
def strip_case(*, paint):
    look = (paint, {"roughness": 0.4})
    sockets = []
    for i in range(5):
        x = -0.105 + 0.056 * i
        sockets += [
            rod((x, 0.036, 0), (x, 0.0385, 0), 0.0225, darker(paint, 0.85)),
            rod((x, 0.0385, 0), (x, 0.0395, 0), 0.019, darker(paint, 0.7)),
            *[
                rod((x + s * 0.0085, 0.039, s * 0.004), (x + s * 0.0085, 0.0405, s * 0.004), 0.003, (0.05, 0.05, 0.05))
                for s in (-1, 1)
            ],
        ]
    return concat_shapes(
        box((0, 0.018, 0), (0.35, 0.036, 0.052), *look),
        *[rod((s * 0.175, 0, 0), (s * 0.175, 0.036, 0), 0.026, *look) for s in (-1, 1)],
        *sockets,
        box((0.168, 0.0375, 0), (0.02, 0.003, 0.03), darker(paint, 0.5)),
        moved(
            box((0, 0, 0), (0.016, 0.008, 0.025), (0.88, 0.12, 0.1), {"roughness": 0.2}),
            (0.168, 0.04, 0),
            0.16,
            (0, 0, 1),
        ),
    )


@register("the cord with its plug")
def strip_cord(*, paint):
    look = (darker(paint, 0.92), {"roughness": 0.5})
    line = [(-0.195, 0.012, 0), (-0.235, 0.006, 0.0), (-0.27, 0.005, 0.025)]
    line += [(-0.2 - 0.075 * math.cos(a), 0.005, 0.095 + 0.06 * math.sin(a)) for a in np.linspace(-0.9, 1.9, 12)]
    line += [(-0.12, 0.005, 0.15), (-0.07, 0.008, 0.13)]
    return concat_shapes(
        tube(line, 0.0045, *look),
        moved(
            concat_shapes(
                rod((0, 0.019, 0), (0.035, 0.019, 0), 0.019, *look),
                *[
                    rod((0.034, 0.019, s * 0.0095), (0.054, 0.019, s * 0.0095), 0.0024, *surface("steel"))
                    for s in (-1, 1)
                ],
            ),
            (-0.075, 0, 0.132),
            0.35,
        ),
    )


@register("a power strip with five sockets, a red switch and its cord")
def power_strip(*, width=0.48, height=0.046, depth=0.21, paint=(0.94, 0.94, 0.93)):
    whole = concat_shapes(library_call("strip_case", paint=paint), library_call("strip_cord", paint=paint))
    return fitted(whole, width, height, depth)
