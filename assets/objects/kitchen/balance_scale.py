# /// asset
# word = "balance scale"
# synonyms = ["balance", "scales of justice", "beam balance", "apothecary scale", "pair of scales", "justice scale", "two-pan balance"]
# stands_for = ["jeweler scale", "analytical balance", "lab scale"]
# phrase = "a brass balance scale with two hanging pans"
# category = "kitchen"
# support = "surface"
# [colors]
# paint = [0.788, 0.647, 0.353]
# [materials]
# metal = "brass"
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
    bends = [
        transform_shape(
            primitive_call("sphere", {"radius": radius}, color=color, material=material), translation_matrix(p)
        )
        for p in points
    ]
    return concat_shapes(*rods, *bends)


def hoop(radius, thickness, color, material=None, *, parts=36):
    """A ring of round section about the y axis, its middle at the origin."""
    turn = 2 * math.pi / parts
    points = [(radius * math.cos(turn * i), 0, radius * math.sin(turn * i)) for i in range(parts + 1)]
    return tube(points, thickness, color, material)


def lathe(profile, color, material=None, *, slices=48):
    """A solid of revolution about the y axis; `profile` holds (radius, y) from the bottom up."""
    radii, heights = np.array(profile, dtype=float).T
    step = (heights[-1] - heights[0]) / slices
    middles = heights[0] + step * (np.arange(slices) + 0.5)
    return concat_shapes(
        *[
            primitive_call(
                "cylinder",
                {"radius": float(r), "p0": (0, float(y - step / 2), 0), "p1": (0, float(y + step / 2), 0)},
                color=color,
                material=material,
            )
            for r, y in zip(np.interp(middles, heights, radii), middles, strict=True)
        ]
    )


def moved(shape, at, turn=0.0, axis=(0, 1, 0)):
    """The shape turned about the origin, in radians, and then moved to `at`."""
    return transform_shape(shape, translation_matrix(at) @ rotation_matrix(turn, axis, (0, 0, 0)))


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


@register("the pillar on its wooden base")
def balance_pillar(*, look):
    wood = surface("walnut")
    return concat_shapes(
        box((0, 0.012, 0), (0.24, 0.024, 0.14), *wood),
        box((0, 0.029, 0), (0.21, 0.012, 0.11), *wood),
        lathe(
            [(0.035, 0.035), (0.03, 0.045), (0.012, 0.06), (0.01, 0.2), (0.014, 0.21), (0.008, 0.22), (0.007, 0.36)],
            *look,
            slices=60,
        ),
        ellipsoid((0, 0.375, 0), (0.013, 0.017, 0.013), *look),
        rod((0, 0.345, -0.02), (0, 0.345, 0.02), 0.008, *look),
        moved(box((0, -0.05, 0.014), (0.004, 0.1, 0.002), *look), (0, 0.34, 0), 0.06, (0, 0, 1)),
        box((0, 0.245, 0.012), (0.07, 0.006, 0.004), *look),
    )


@register("the beam and the two pans on their chains")
def balance_beam(*, look):
    tilt = 0.06
    ends = [(s * 0.19 * math.cos(tilt), 0.345 + s * 0.19 * math.sin(tilt)) for s in (-1, 1)]
    parts = [
        tube(
            [
                (ends[0][0], ends[0][1], 0),
                (-0.09, 0.362, 0),
                (0, 0.352, 0),
                (0.09, 0.374, 0),
                (ends[1][0], ends[1][1], 0),
            ],
            0.006,
            *look,
        )
    ]
    for x, y in ends:
        low = y - 0.2
        parts.append(ellipsoid((x, y, 0), (0.009,) * 3, *look))
        for k in range(3):
            a = 2 * math.pi * k / 3 + 0.5
            parts.append(rod((x, y, 0), (x + 0.064 * math.cos(a), low + 0.012, 0.064 * math.sin(a)), 0.0015, *look))
        parts.append(moved(lathe([(0.02, 0.0), (0.05, 0.004), (0.068, 0.013)], *look, slices=12), (x, low, 0)))
        parts.append(moved(hoop(0.068, 0.0028, *look, parts=36), (x, low + 0.0135, 0)))
    x, y = ends[0]
    parts.append(rod((x - 0.015, y - 0.188, 0), (x - 0.015, y - 0.148, 0), 0.016, *look))
    parts.append(rod((x - 0.015, y - 0.15, 0), (x - 0.015, y - 0.138, 0), 0.007, *look))
    parts += [
        ellipsoid((ends[1][0] + dx, ends[1][1] - 0.183, dz), (0.013, 0.009, 0.012), (0.55, 0.6, 0.66))
        for dx, dz in ((0, 0), (0.02, 0.014), (-0.02, 0.01), (0.004, -0.022))
    ]
    return concat_shapes(*parts)


@register("a brass balance scale with two hanging pans")
def balance_scale(*, width=0.52, height=0.39, depth=0.14, metal="brass", paint=None):
    look = finish(metal, paint)
    return fitted(
        concat_shapes(library_call("balance_pillar", look=look), library_call("balance_beam", look=look)),
        width,
        height,
        depth,
    )
