# /// asset
# word = "umbrella stand"
# synonyms = ["umbrella holder", "umbrella rack", "cane stand", "umbrella basket"]
# phrase = "a stand with two umbrellas"
# category = "storage"
# support = "floor"
# [colors]
# paint = [0.16, 0.16, 0.17]
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


@register("the pierced stand")
def stand_part(*, paint):
    bars = loop(
        18,
        lambda i: rod(
            (0.115 * math.cos(i * math.pi / 9), 0.01, 0.115 * math.sin(i * math.pi / 9)),
            (0.115 * math.cos(i * math.pi / 9), 0.5, 0.115 * math.sin(i * math.pi / 9)),
            0.005,
            paint,
            {"roughness": 0.4},
        ),
    )
    rings = [round_wall((0.122, y), (0.122, y + 0.022), 0.01, paint, {"roughness": 0.4}) for y in (0, 0.24, 0.485)]
    return concat_shapes(rod((0, 0, 0), (0, 0.015, 0), 0.12, darker(paint, 0.8)), bars, *rings)


@register("a closed umbrella")
def umbrella_part(*, tone):
    folds = loop(
        8,
        lambda i: moved(
            ellipsoid((0.014, 0.36, 0), (0.014, 0.26, 0.008), tone if i % 2 else darker(tone, 0.8), {"roughness": 0.7}),
            (0, 0, 0),
            i * math.pi / 4,
        ),
    )
    crook = [(x, y, 0) for x, y in arc(0.032, 0, math.pi, 9, (-0.032, 0.8))]
    return concat_shapes(
        rod((0, 0, 0), (0, 0.72, 0), 0.005, *surface("steel")),
        folds,
        tube([(0, 0.66, 0), *crook], 0.009, *surface("walnut")),
    )


@register("a stand with two umbrellas")
def umbrella_stand(*, width=0.26, height=0.86, depth=0.26, paint=(0.16, 0.16, 0.17)):
    whole = concat_shapes(
        library_call("stand_part", paint=paint),
        moved(
            moved(library_call("umbrella_part", tone=(0.7, 0.12, 0.14)), (0, 0, 0), 0.1, (0, 0, 1)), (0.05, 0.016, 0.02)
        ),
        moved(
            moved(library_call("umbrella_part", tone=(0.14, 0.2, 0.36)), (0, 0, 0), -0.09, (0, 0, 1)),
            (-0.04, 0.016, -0.03),
            0.5,
        ),
    )
    return fitted(whole, width, height, depth)
