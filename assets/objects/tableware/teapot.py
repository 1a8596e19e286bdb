# /// asset
# word = "teapot"
# synonyms = ["china teapot"]
# phrase = "a round teapot with a curved spout, a handle and a knobbed lid"
# category = "tableware"
# support = "surface"
# [colors]
# glaze = [0.45, 0.6, 0.55]
# trim = [0.93, 0.9, 0.82]
# [materials]
# ware = "sage ceramic"
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
    """A bent rod through `points`, rounded at the bends."""
    rods = [
        primitive_call("cylinder", {"radius": radius, "p0": a, "p1": b}, color=color, material=material)
        for a, b in itertools.pairwise(points)
    ]
    bends = [
        transform_shape(
            primitive_call("sphere", {"radius": radius}, color=color, material=material), translation_matrix(p)
        )
        for p in points[1:-1]
    ]
    return concat_shapes(*rods, *bends)


def finish(word, paint=None):
    """The look of a surface: its own colour, or `paint` where one is given."""
    color, material = surface(word)
    return (color if paint is None else paint), material


@register("the round body on its foot")
def pot_body(*, radius, height, glaze, trim, shine):
    return concat_shapes(
        rod((0, 0, 0), (0, height * 0.12, 0), radius * 0.6, trim, shine),
        ellipsoid((0, height * 0.42, 0), (radius, height * 0.38, radius), glaze, shine),
    )


@register("the lid with its knob")
def lid(*, radius, height, glaze, trim, shine):
    return concat_shapes(
        rod((0, height * 0.74, 0), (0, height * 0.77, 0), radius * 0.55, trim, shine),
        ellipsoid((0, height * 0.77, 0), (radius * 0.5, height * 0.1, radius * 0.5), glaze, shine),
        ellipsoid((0, height * 0.925, 0), (radius * 0.14, height * 0.075, radius * 0.14), trim, shine),
    )


@register("the curved spout")
def spout(*, radius, height, glaze, trim, shine):
    path = [
        (radius * 0.8, height * 0.32),
        (radius * 1.15, height * 0.42),
        (radius * 1.35, height * 0.6),
        (radius * 1.62, height * 0.78),
    ]
    thick = [0.26, 0.2, 0.15]
    pieces = [
        tube([(ax, ay, 0), (bx, by, 0)], radius * t, glaze, shine)
        for (ax, ay), (bx, by), t in zip(path[:-1], path[1:], thick, strict=True)
    ]
    knees = [
        ellipsoid((x, y, 0), (radius * t,) * 3, glaze, shine)
        for (x, y), t in zip(path[1:3], (0.215, 0.17), strict=True)
    ]
    return concat_shapes(
        *pieces,
        *knees,
        rod(
            (path[3][0] - 0.003, path[3][1] - 0.002, 0), (path[3][0], path[3][1] + 0.002, 0), radius * 0.17, trim, shine
        ),
    )


@register("the handle")
def handle(*, radius, height, glaze, shine):
    angles = np.linspace(math.pi * 0.5, math.pi * 1.5, 9)
    arc = [(-radius * 0.85 + radius * 0.7 * math.cos(a), height * (0.47 + 0.24 * math.sin(a)), 0) for a in angles]
    return tube(arc, radius * 0.09, glaze, shine)


@register("a round teapot with a curved spout, a handle and a knobbed lid")
def teapot(*, width=0.25, height=0.16, depth=0.15, glaze=None, trim=(0.93, 0.9, 0.82), ware="sage ceramic"):
    glaze, shine = finish(ware, glaze)
    radius = depth / 2
    parts = {"radius": radius, "height": height, "glaze": glaze, "shine": shine}
    whole = concat_shapes(
        library_call("pot_body", trim=trim, **parts),
        library_call("lid", trim=trim, **parts),
        library_call("spout", trim=trim, **parts),
        library_call("handle", **parts),
    )
    low, high = compute_shape_min(whole), compute_shape_max(whole)
    fit = scale_matrix((width / (high[0] - low[0]), 1, 1), (0, 0, 0))
    return transform_shape(whole, fit @ translation_matrix((-(low[0] + high[0]) / 2, 0, 0)))
