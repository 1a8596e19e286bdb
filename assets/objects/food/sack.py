# /// asset
# word = "sack"
# synonyms = [
#     "burlap sack", "sack of potatoes", "grain sack", "sack of grain", "potato sack", "gunny sack", "jute sack", "coffee sack",
#     "hop bag", "feed bag", "rice bag", "bag of rice", "bag of grain", "burlap bag", "sacks", "feed sack",
# ]
# stands_for = [
#     "bag of cement", "cement bag", "bag of soil", "potting soil", "soil bag", "fertilizer bag", "bag of fertilizer",
#     "money bag", "santa sack",
# ]
# phrase = "a full burlap sack tied at the neck with rope"
# category = "food"
# support = "floor"
# [colors]
# paint = [0.67, 0.56, 0.39]
# [materials]
# cloth = "burlap"
# ///
import itertools
import math

import numpy as np

from scene.language import *


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


def moved(shape, at, turn=0.0, axis=(0, 1, 0)):
    """The shape turned about the origin, in radians, and then moved to `at`."""
    return transform_shape(shape, translation_matrix(at) @ rotation_matrix(turn, axis, (0, 0, 0)))


def darker(color, by=0.7):
    return tuple(by * c for c in color)


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


@register("the bulging sack")
def bulge(*, look):
    color, rough = look
    body = lathe(
        [
            (0.17, 0.0),
            (0.205, 0.02),
            (0.225, 0.08),
            (0.228, 0.18),
            (0.215, 0.3),
            (0.19, 0.4),
            (0.14, 0.48),
            (0.075, 0.54),
            (0.05, 0.57),
        ],
        color,
        rough,
        slices=80,
    )
    bumps = [
        ellipsoid((0.06 * math.cos(a), y, 0.06 * math.sin(a)), (0.185, 0.165, 0.185), color, rough)
        for a, y in ((0.5, 0.18), (1.9, 0.25), (3.2, 0.17), (4.6, 0.24), (5.6, 0.2))
    ]
    folds = [
        tube(
            [
                (0.16 * math.cos(a), 0.455, 0.16 * math.sin(a)),
                (0.085 * math.cos(a), 0.53, 0.085 * math.sin(a)),
                (0.045 * math.cos(a), 0.575, 0.045 * math.sin(a)),
            ],
            0.012,
            color,
            rough,
        )
        for a in np.linspace(0, 2 * math.pi, 15)[:-1]
    ]
    return concat_shapes(body, *bumps, *folds)


@register("the open ruff above the rope")
def ruff(*, look):
    color, rough = look
    rope = surface("rope")
    flares = [
        tube(
            [
                (0.04 * math.cos(a), 0.575, 0.04 * math.sin(a)),
                ((0.085 + 0.025 * (k % 2)) * math.cos(a), 0.67, (0.085 + 0.025 * (k % 2)) * math.sin(a)),
            ],
            0.016,
            color,
            rough,
        )
        for k, a in enumerate(np.linspace(0, 2 * math.pi, 19)[:-1])
    ]
    return concat_shapes(
        round_wall((0.045, 0.575), (0.095, 0.668), 0.008, color, rough, panels=24),
        *flares,
        *[
            moved(hoop(0.056, 0.008, darker(rope[0], 0.8), rope[1], parts=24), (0, 0.565 + 0.014 * k, 0))
            for k in range(2)
        ],
        tube([(0.02, 0.572, 0.06), (0.045, 0.53, 0.115), (0.04, 0.48, 0.165)], 0.007, darker(rope[0], 0.8), rope[1]),
        tube([(0.0, 0.572, 0.06), (-0.025, 0.53, 0.12), (-0.035, 0.47, 0.172)], 0.007, darker(rope[0], 0.8), rope[1]),
    )


@register("a full burlap sack tied at the neck with rope")
def sack(*, width=0.48, height=0.68, depth=0.48, cloth="burlap", paint=None):
    look = finish(cloth, paint)
    return fitted(
        concat_shapes(library_call("bulge", look=look), library_call("ruff", look=look)), width, height, depth
    )
