# /// asset
# word = "helicopter"
# synonyms = ["toy helicopter", "model helicopter", "remote control helicopter", "toy aircraft"]
# stands_for = ["hot air balloon model"]
# phrase = "a toy helicopter"
# category = "toys"
# support = "surface"
# [colors]
# paint = [0.95, 0.75, 0.15]
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


def darker(color, by=0.7):
    return tuple(by * c for c in color)


def fitted(shape, width, height, depth):
    """The shape stretched to exactly its stated size, its base centred on the origin."""
    low, size = compute_shape_min(shape), compute_shape_sizes(shape)
    middle = translation_matrix((-low[0] - size[0] / 2, -low[1], -low[2] - size[2] / 2))
    return transform_shape(
        shape, scale_matrix((width / size[0], height / size[1], depth / size[2]), (0, 0, 0)) @ middle
    )


@register("the cabin with its tail")
def cabin(*, paint):
    gloss = {"roughness": 0.2}
    return concat_shapes(
        ellipsoid((0, 0.075, 0.05), (0.045, 0.042, 0.075), paint, gloss),
        ellipsoid((0, 0.085, 0.085), (0.036, 0.033, 0.045), (0.4, 0.65, 0.85), {"roughness": 0.05}),
        *[
            ball((0, 0.085 + 0.015 * t, -0.02 - 0.15 * t), 0.022 - 0.014 * t, paint, gloss)
            for t in np.linspace(0, 1, 26)
        ],
        box((0, 0.125, -0.165), (0.006, 0.05, 0.03), darker(paint, 0.7)),
    )


@register("the rotors")
def rotors():
    dark = (0.15, 0.15, 0.16)
    return concat_shapes(
        rod((0, 0.11, 0.04), (0, 0.145, 0.04), 0.005, *surface("steel")),
        *[
            moved(box((0.085, 0, 0), (0.17, 0.003, 0.018), dark), (0, 0.145, 0.04), 0.5 + a)
            for a in (0, math.pi / 2, math.pi, 1.5 * math.pi)
        ],
        *[
            moved(box((0, 0.02, 0), (0.002, 0.045, 0.008), dark), (0.012, 0.105, -0.165), a, (1, 0, 0))
            for a in (0.4, 2.5, 4.6)
        ],
    )


@register("the skids")
def skids():
    tone = (0.2, 0.2, 0.22)
    return concat_shapes(
        *[
            concat_shapes(
                tube([(s * 0.045, 0.006, -0.03), (s * 0.045, 0.006, 0.11), (s * 0.045, 0.016, 0.13)], 0.005, tone),
                *[rod((s * 0.045, 0.006, z), (s * 0.025, 0.045, z), 0.0035, tone) for z in (0.01, 0.08)],
            )
            for s in (-1, 1)
        ]
    )


@register("a toy helicopter")
def toy_helicopter(*, width=0.36, height=0.16, depth=0.36, paint=(0.95, 0.75, 0.15)):
    whole = concat_shapes(library_call("cabin", paint=paint), library_call("rotors"), library_call("skids"))
    return fitted(whole, width, height, depth)
