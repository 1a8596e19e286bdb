# /// asset
# word = "golf bag"
# synonyms = ["golf clubs", "set of golf clubs"]
# stands_for = ["golf club", "quiver"]
# phrase = "a golf bag with clubs"
# category = "sport"
# support = "floor"
# [colors]
# cloth = [0.16, 0.28, 0.22]
# trim = [0.12, 0.12, 0.12]
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


def darker(color, by=0.7):
    return tuple(by * c for c in color)


def fitted(shape, width, height, depth):
    """The shape stretched to exactly its stated size, its base centred on the origin."""
    low, size = compute_shape_min(shape), compute_shape_sizes(shape)
    middle = translation_matrix((-low[0] - size[0] / 2, -low[1], -low[2] - size[2] / 2))
    return transform_shape(
        shape, scale_matrix((width / size[0], height / size[1], depth / size[2]), (0, 0, 0)) @ middle
    )


@register("the bag with its pockets")
def bag_part(*, cloth, trim):
    soft = {"roughness": 0.7}
    return concat_shapes(
        lathe([(0.13, 0), (0.14, 0.02), (0.13, 0.4), (0.14, 0.85)], cloth, soft),
        rod((0, 0.83, 0), (0, 0.87, 0), 0.15, trim),
        rod((0, 0.86, 0), (0, 0.872, 0), 0.135, (0.06, 0.06, 0.06)),
        rod((0, 0, 0), (0, 0.05, 0), 0.146, trim),
        box((0, 0.3, 0.13), (0.17, 0.34, 0.08), darker(cloth, 0.8), soft),
        box((0, 0.64, 0.135), (0.14, 0.18, 0.06), darker(cloth, 0.8), soft),
        tube([(-0.14, 0.75, -0.04), (-0.22, 0.6, -0.05), (-0.2, 0.35, -0.05), (-0.13, 0.2, -0.04)], 0.014, trim),
    )


@register("a club")
def club(*, wood):
    steel = surface("steel")
    head = (
        ellipsoid((0.035, 0.0, 0), (0.05, 0.03, 0.035), (0.12, 0.12, 0.13), {"roughness": 0.2})
        if wood
        else moved(box((0.03, 0, 0), (0.075, 0.05, 0.014), *steel), (0, 0, 0), 0.3, (0, 0, 1))
    )
    return concat_shapes(rod((0, -0.5, 0), (0, 0, 0), 0.006, *steel), head)


@register("a golf bag with clubs")
def golf_bag(*, width=0.36, height=1.2, depth=0.36, cloth=(0.16, 0.28, 0.22), trim=(0.12, 0.12, 0.12)):
    clubs = [
        moved(
            library_call("club", wood=i % 3 == 0),
            (0.085 * math.cos(i * 0.9), 1.02 + 0.05 * math.sin(i * 2.1), 0.085 * math.sin(i * 0.9)),
            i * 0.9,
        )
        for i in range(7)
    ]
    whole = concat_shapes(library_call("bag_part", cloth=cloth, trim=trim), *clubs)
    return fitted(whole, width, height, depth)
