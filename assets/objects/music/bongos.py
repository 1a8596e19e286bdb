# /// asset
# word = "bongos"
# synonyms = ["bongo", "bongo drums", "bongo drum", "pair of bongos"]
# stands_for = ["cajon", "tabla"]
# phrase = "a pair of bongos joined side by side"
# category = "music"
# support = "floor"
# [colors]
# wood = [0.6, 0.3, 0.13]
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


def darker(color, by=0.7):
    return tuple(by * c for c in color)


def fitted(shape, width, height, depth):
    """The shape stretched to exactly its stated size, its base centred on the origin."""
    low, size = compute_shape_min(shape), compute_shape_sizes(shape)
    middle = translation_matrix((-low[0] - size[0] / 2, -low[1], -low[2] - size[2] / 2))
    return transform_shape(
        shape, scale_matrix((width / size[0], height / size[1], depth / size[2]), (0, 0, 0)) @ middle
    )


@register("one of the drums")
def bongo_drum(*, radius, wood):
    chrome = surface("chrome")
    lugs = [
        moved(
            concat_shapes(
                rod((radius * 1.03, 0.06, 0), (radius * 1.05, 0.165, 0), 0.0035, *chrome),
                box((radius * 1.0, 0.06, 0), (0.016, 0.02, 0.016), *chrome),
            ),
            (0, 0, 0),
            2 * math.pi * (k + 0.5) / 5,
        )
        for k in range(5)
    ]
    return concat_shapes(
        lathe(
            [(radius * 0.82, 0.0), (radius * 0.88, 0.06), (radius * 0.95, 0.14), (radius * 0.96, 0.168)],
            wood,
            {"roughness": 0.25},
            slices=40,
        ),
        *[
            rod((0, y, 0), (0, y + 0.012, 0), radius * r, darker(wood, 0.6), {"roughness": 0.3})
            for y, r in ((0.004, 0.85), (0.048, 0.89))
        ],
        rod((0, 0.165, 0), (0, 0.176, 0), radius * 0.97, (0.94, 0.9, 0.8), {"roughness": 0.75}),
        moved(hoop(radius * 1.01, 0.006, *chrome, parts=44), (0, 0.168, 0)),
        *lugs,
    )


@register("a pair of bongos joined side by side")
def bongos(*, width=0.4, height=0.178, depth=0.215, wood=(0.6, 0.3, 0.13)):
    whole = concat_shapes(
        moved(library_call("bongo_drum", radius=0.088, wood=wood), (-0.1, 0, 0)),
        moved(library_call("bongo_drum", radius=0.1, wood=wood), (0.108, 0, 0)),
        box((-0.002, 0.085, 0), (0.06, 0.06, 0.045), darker(wood, 0.6), {"roughness": 0.3}),
    )
    return fitted(whole, width, height, depth)
