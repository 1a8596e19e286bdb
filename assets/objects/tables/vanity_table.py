# /// asset
# word = "vanity table"
# synonyms = ["dressing table", "makeup table", "make-up table", "vanity desk", "makeup vanity", "dresser table with mirror"]
# phrase = "a dressing table with three drawers and an oval mirror"
# category = "tables"
# support = "floor"
# clearance = {front = 0.6}
# [colors]
# paint = [0.937, 0.925, 0.894]
# [materials]
# wood = "white wood"
# handles = "brass"
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


def turned(profile, color, material=None, slices=24):
    """A body of revolution; `profile` lists (radius, y) from the bottom up."""
    ys = np.linspace(profile[0][1], profile[-1][1], slices + 1)
    radii = np.interp((ys[1:] + ys[:-1]) / 2, [y for _, y in profile], [r for r, _ in profile])
    return loop(
        slices,
        lambda i: primitive_call(
            "cylinder",
            {"radius": radii[i], "p0": (0, ys[i], 0), "p1": (0, ys[i + 1], 0)},
            color=color,
            material=material,
        ),
    )


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


@register("the table with its drawers and curved legs")
def table_part(*, look, metal):
    legs = [
        concat_shapes(
            *[
                beam(
                    (x * (0.47 + a), y, z * (0.17 + a * 0.5)), (x * (0.47 + b), w, z * (0.17 + b * 0.5)), (s, s), *look
                )
                for (a, y), (b, w), s in (
                    ((0.0, 0.0), (0.012, 0.03), 0.038),
                    ((-0.004, 0.02), (0.0, 0.3), 0.03),
                    ((0.0, 0.28), (0.015, 0.56), 0.042),
                )
            ]
        )
        for x in (-1, 1)
        for z in (-1, 1)
    ]
    drawers = []
    for x, w in ((-0.36, 0.28), (0, 0.4), (0.36, 0.28)):
        drawers += [
            box((x, 0.645, 0.205), (w - 0.012, 0.11, 0.018), tinted(look[0], 1.04), look[1]),
            box((x, 0.645, 0.2125), (w - 0.06, 0.07, 0.008), tinted(look[0], 0.93), look[1]),
            rod((x, 0.645, 0.21), (x, 0.645, 0.235), 0.006, *metal),
            ellipsoid((x, 0.645, 0.24), (0.015, 0.015, 0.012), *metal),
        ]
    return concat_shapes(
        box((0, 0.735, 0), (1.1, 0.028, 0.46), *look),
        box((0, 0.64, -0.005), (1.04, 0.164, 0.4), tinted(look[0], 0.95), look[1]),
        *drawers,
        *legs,
    )


@register("the oval mirror between its posts")
def mirror_part(*, look, metal):
    oval = [(0.27 * math.cos(a), 1.09 + 0.33 * math.sin(a), -0.14) for a in np.linspace(0, 2 * math.pi, 33)]
    pane = primitive_call("cylinder", {"radius": 1.0, "p0": (0, 0, -0.148), "p1": (0, 0, -0.136)}, *surface("mirror"))
    profile = [(0.03, 0.75), (0.016, 0.78), (0.022, 0.9), (0.014, 1.0), (0.02, 1.1), (0.02, 1.13)]
    post = turned([*profile, (0.01, 1.14), (0.018, 1.17), (0.006, 1.19)], *look, slices=26)
    return concat_shapes(
        transform_shape(pane, translation_matrix((0, 1.09, 0)) @ scale_matrix((0.265, 0.325, 1), (0, 0, 0))),
        tube(oval, 0.02, *look),
        *[moved(post, (s * 0.33, 0, -0.14)) for s in (-1, 1)],
        *[rod((s * 0.25, 1.09, -0.14), (s * 0.36, 1.09, -0.14), 0.009, *metal) for s in (-1, 1)],
        box((0, 0.759, -0.14), (0.74, 0.022, 0.1), *look),
    )


@register("a dressing table with three drawers and an oval mirror")
def vanity_table(*, width=1.1, height=1.45, depth=0.48, paint=None, wood="white wood", handles="brass"):
    look, metal = finish(wood, paint), finish(handles)
    whole = concat_shapes(
        library_call("table_part", look=look, metal=metal), library_call("mirror_part", look=look, metal=metal)
    )
    return fitted(whole, width, height, depth)
