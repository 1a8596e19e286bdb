# /// asset
# word = "drone"
# synonyms = ["quadcopter", "camera drone", "toy drone", "quadrocopter", "flying drone"]
# phrase = "a drone with four rotors on arms and a camera below its nose"
# category = "toys"
# support = "surface"
# [colors]
# paint = [0.88, 0.89, 0.9]
# rotors = [0.13, 0.135, 0.145]
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


def beam(start, end, size, color, material=None):
    """A squared bar from `start` to `end`; `size` is its width across and its thickness."""
    a, b = np.asarray(start, float), np.asarray(end, float)
    along = b - a
    length = float(np.linalg.norm(along))
    x, y, z = along / length
    bar = primitive_call("cube", {"scale": (size[0], length, size[1])}, color=color, material=material)
    turn = rotation_matrix(math.atan2(x, z), (0, 1, 0), (0, 0, 0)) @ rotation_matrix(
        math.acos(max(-1.0, min(1.0, y))), (1, 0, 0), (0, 0, 0)
    )
    return transform_shape(bar, translation_matrix(tuple((a + b) / 2)) @ turn)


def moved(shape, at, turn=0.0, axis=(0, 1, 0)):
    """The shape turned about the origin, in radians, and then moved to `at`."""
    return transform_shape(shape, translation_matrix(at) @ rotation_matrix(turn, axis, (0, 0, 0)))


def tinted(color, factor):
    return tuple(min(1.0, c * factor) for c in color)


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


@register("the body with its camera and feet")
def body(*, paint, rotors):
    gloss = {"roughness": 0.25}
    return concat_shapes(
        ellipsoid((0, 0.065, 0), (0.048, 0.026, 0.085), paint, gloss),
        ellipsoid((0, 0.079, -0.012), (0.03, 0.018, 0.05), tinted(rotors, 1.4), gloss),
        box((0, 0.036, 0.062), (0.03, 0.026, 0.028), rotors),
        rod((0, 0.034, 0.074), (0, 0.034, 0.084), 0.011, (0.08, 0.08, 0.09)),
        rod((0, 0.034, 0.0835), (0, 0.034, 0.0855), 0.0075, (0.2, 0.35, 0.6), {"roughness": 0.05}),
        *[
            ellipsoid((s * 0.026, 0.064, 0.071), (0.006, 0.005, 0.006), (0.2, 0.9, 0.4), {"emission": 0.8})
            for s in (-1, 1)
        ],
        *[tube([(s * 0.03, 0.05, z), (s * 0.055, 0.006, z)], 0.0042, rotors) for s in (-1, 1) for z in (-0.04, 0.04)],
        *[rod((s * 0.055, 0.006, -0.07), (s * 0.055, 0.006, 0.07), 0.006, rotors) for s in (-1, 1)],
    )


@register("an arm with its motor and rotor")
def arm(*, paint, rotors):
    blade = [
        moved(ellipsoid((s * 0.038, 0, 0), (0.042, 0.0018, 0.0085), rotors), (0.16, 0.098, 0), 0.5) for s in (-1, 1)
    ]
    return concat_shapes(
        beam((0.03, 0.066, 0), (0.16, 0.07, 0), (0.02, 0.014), paint, {"roughness": 0.25}),
        rod((0.16, 0.056, 0), (0.16, 0.09, 0), 0.014, rotors),
        rod((0.16, 0.09, 0), (0.16, 0.103, 0), 0.005, (0.8, 0.8, 0.82)),
        ring((0.16, 0.096, 0), 0.087, 0.0032, tinted(rotors, 1.6), pieces=26),
        *[
            moved(rod((0, 0, 0), (0.087, 0.024, 0), 0.0022, tinted(rotors, 1.6)), (0.16, 0.072, 0), a)
            for a in (0.9, 3.0, 5.1)
        ],
        *blade,
    )


@register("a drone with four rotors on arms and a camera below its nose")
def drone(*, width=0.4, height=0.105, depth=0.4, paint=(0.88, 0.89, 0.9), rotors=(0.13, 0.135, 0.145)):
    arms = [
        moved(library_call("arm", paint=paint, rotors=rotors), (0, 0, 0), math.pi / 4 + i * math.pi / 2)
        for i in range(4)
    ]
    return fitted(concat_shapes(library_call("body", paint=paint, rotors=rotors), *arms), width, height, depth)
