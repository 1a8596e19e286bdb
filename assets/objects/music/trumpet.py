# /// asset
# word = "trumpet"
# synonyms = ["bugle", "cornet", "horn", "brass instrument"]
# stands_for = ["trombone", "french horn", "tuba"]
# phrase = "a brass trumpet"
# category = "music"
# support = "surface"
# [colors]
# brass = [0.88, 0.68, 0.28]
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


def arc(radius, start, stop, count, center=(0, 0)):
    """Points (x, y) on a circle from angle `start` to `stop`, in radians."""
    return [
        (center[0] + radius * math.cos(a), center[1] + radius * math.sin(a)) for a in np.linspace(start, stop, count)
    ]


def darker(color, by=0.7):
    return tuple(by * c for c in color)


def fitted(shape, width, height, depth):
    """The shape stretched to exactly its stated size, its base centred on the origin."""
    low, size = compute_shape_min(shape), compute_shape_sizes(shape)
    middle = translation_matrix((-low[0] - size[0] / 2, -low[1], -low[2] - size[2] / 2))
    return transform_shape(
        shape, scale_matrix((width / size[0], height / size[1], depth / size[2]), (0, 0, 0)) @ middle
    )


@register("the flaring bell")
def bell_part(*, brass):
    metal = {"metallic": 1.0, "roughness": 0.15}
    steps = np.linspace(0, 1, 40)
    radii = 0.011 + 0.05 * steps**5 + 0.008 * steps
    return concat_shapes(
        *[
            rod((0, 0.11, 0.08 + 0.16 * a), (0, 0.11, 0.08 + 0.16 * b), float(r), brass, metal)
            for (a, b), r in zip(itertools.pairwise(steps), radii[1:], strict=True)
        ],
        rod((0, 0.11, 0.2395), (0, 0.11, 0.2405), 0.06, darker(brass, 0.35)),
    )


@register("the bent tubes and the mouthpiece")
def tubing(*, brass):
    metal = {"metallic": 1.0, "roughness": 0.15}
    back = [(0, y, z) for z, y in arc(0.045, math.pi / 2, 1.5 * math.pi, 14, (-0.09, 0.065))]
    front = [(0, y, z) for z, y in arc(0.045, -math.pi / 2, math.pi / 2, 14, (0.1, 0.065))]
    low = tube([(0, 0.11, 0.09), (0, 0.11, -0.09), *back[1:], (0, 0.02, 0.06)], 0.008, brass, metal)
    lead = tube(
        [
            (0.018, 0.095, -0.22),
            (0.018, 0.095, 0.1),
            *[(0.018, y, z) for _, y, z in front[::-1]][4:],
            (0.018, 0.03, 0.02),
        ],
        0.007,
        brass,
        metal,
    )
    return concat_shapes(
        low,
        lead,
        moved(
            lathe([(0.007, 0), (0.008, 0.04), (0.013, 0.06)], (0.85, 0.85, 0.88), metal, slices=24),
            (0.018, 0.095, -0.2),
            -math.pi / 2,
            (1, 0, 0),
        ),
    )


@register("the three valves")
def valves(*, brass):
    metal = {"metallic": 1.0, "roughness": 0.15}
    return concat_shapes(
        *[
            concat_shapes(
                rod((0.009, 0.005, z), (0.009, 0.125, z), 0.012, darker(brass, 0.95), metal),
                rod((0.009, 0.125, z), (0.009, 0.15, z), 0.004, (0.85, 0.85, 0.88), metal),
                rod((0.009, 0.15, z), (0.009, 0.156, z), 0.0095, (0.96, 0.95, 0.9)),
            )
            for z in (-0.03, 0.0, 0.03)
        ]
    )


@register("a brass trumpet on a rest")
def trumpet(*, width=0.14, height=0.16, depth=0.5, brass=(0.88, 0.68, 0.28)):
    rest = surface("walnut")
    whole = concat_shapes(
        library_call("bell_part", brass=brass),
        library_call("tubing", brass=brass),
        library_call("valves", brass=brass),
        box((0, 0.025, 0.228), (0.08, 0.05, 0.02), *rest),
        box((0, 0.006, 0.03), (0.1, 0.012, 0.42), *rest),
    )
    return fitted(whole, width, height, depth)
