# /// asset
# word = "bird cage"
# synonyms = ["birdcage", "cage", "parrot cage"]
# phrase = "a domed wire cage with a perch and a bird"
# category = "pets"
# support = "floor"
# [colors]
# wire = [0.85, 0.72, 0.4]
# feather = [0.95, 0.8, 0.2]
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


def cone(start, end, radius, color, material=None):
    return primitive_call("cone", {"radius": radius, "p0": start, "p1": end}, color=color, material=material)


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


@register("the bars and the dome")
def bars(*, wire):
    metal = {"metallic": 0.8, "roughness": 0.35}

    def bar(i):
        a = i * math.pi / 14
        c, s = math.cos(a), math.sin(a)
        dome = [
            (0.23 * math.cos(t) * c, 0.6 + 0.24 * math.sin(t), 0.23 * math.cos(t) * s)
            for t in np.linspace(0, math.pi / 2 - 0.05, 8)
        ]
        return tube([(0.23 * c, 0.06, 0.23 * s), *dome], 0.003, wire, metal)

    rings = [round_wall((0.234, y), (0.234, y + 0.008), 0.007, wire, metal, panels=40) for y in (0.06, 0.24, 0.42, 0.6)]
    hook = [(x, y, 0) for x, y in arc(0.025, -math.pi / 2, 1.5 * math.pi, 16, (0, 0.868))]
    return concat_shapes(loop(28, bar), *rings, tube(hook, 0.004, wire, metal), ball((0, 0.84, 0), 0.014, wire, metal))


@register("the tray with its perches")
def tray_part(*, wire):
    return concat_shapes(
        rod((0, 0, 0), (0, 0.05, 0), 0.25, darker(wire, 0.85)),
        rod((0, 0.05, 0), (0, 0.062, 0), 0.235, (0.85, 0.76, 0.55)),
        rod((-0.22, 0.34, 0), (0.22, 0.34, 0), 0.008, *surface("beech")),
        rod((0, 0.2, -0.22), (0, 0.2, 0.22), 0.008, *surface("beech")),
    )


@register("the bird")
def bird(*, feather):
    soft = {"roughness": 0.8}
    return concat_shapes(
        ellipsoid((0, 0.045, 0), (0.026, 0.042, 0.03), feather, soft),
        ball((0, 0.095, 0.012), 0.023, feather, soft),
        cone((0, 0.093, 0.03), (0, 0.086, 0.052), 0.008, (0.95, 0.6, 0.15)),
        moved(box((0, -0.045, -0.02), (0.022, 0.09, 0.006), darker(feather, 0.7)), (0, 0.03, 0), 0.35, (1, 0, 0)),
        *[ellipsoid((s * 0.024, 0.05, -0.005), (0.007, 0.035, 0.02), darker(feather, 0.8), soft) for s in (-1, 1)],
        *[ball((s * 0.013, 0.1, 0.03), 0.0035, (0.05, 0.05, 0.05)) for s in (-1, 1)],
    )


@register("a domed wire cage with a perch and a bird")
def bird_cage(*, width=0.5, height=0.9, depth=0.5, wire=(0.85, 0.72, 0.4), feather=(0.95, 0.8, 0.2)):
    whole = concat_shapes(
        library_call("bars", wire=wire),
        library_call("tray_part", wire=wire),
        moved(library_call("bird", feather=feather), (0.06, 0.346, 0), 0.4),
    )
    return fitted(whole, width, height, depth)
