# /// asset
# word = "cheese grater"
# synonyms = ["grater", "box grater"]
# stands_for = ["zester", "mandoline"]
# phrase = "a box grater"
# category = "tableware"
# support = "surface"
# [colors]
# metal = [0.8, 0.81, 0.83]
# ///
import itertools

import numpy as np

from scene.language import *


def box(center, size, color, material=None):
    return transform_shape(
        primitive_call("cube", {"scale": size}, color=color, material=material), translation_matrix(center)
    )


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


def darker(color, by=0.7):
    return tuple(by * c for c in color)


def fitted(shape, width, height, depth):
    """The shape stretched to exactly its stated size, its base centred on the origin."""
    low, size = compute_shape_min(shape), compute_shape_sizes(shape)
    middle = translation_matrix((-low[0] - size[0] / 2, -low[1], -low[2] - size[2] / 2))
    return transform_shape(
        shape, scale_matrix((width / size[0], height / size[1], depth / size[2]), (0, 0, 0)) @ middle
    )


@register("the four pierced sides")
def sides(*, metal):
    look = {"metallic": 0.95, "roughness": 0.3}
    body = [
        box((0, 0.005 + 0.0095 * i, 0), (0.1 - 0.002 * i, 0.0096, 0.076 - 0.0012 * i), metal, look) for i in range(20)
    ]
    teeth = [
        moved(
            ellipsoid((0, 0, 0), (0.0042, 0.003, 0.0022), darker(metal, 0.5), look),
            (x * (1 - 0.012 * r), 0.03 + 0.016 * r, 0.0385 - 0.001 * r),
            0.3,
            (1, 0, 0),
        )
        for r in range(9)
        for x in np.linspace(-0.033, 0.033, 6)
    ]
    return concat_shapes(*body, *teeth)


@register("the handle")
def handle_part():
    return tube([(-0.028, 0.19, 0), (-0.03, 0.225, 0), (0.03, 0.225, 0), (0.028, 0.19, 0)], 0.0085, (0.13, 0.13, 0.14))


@register("a box grater")
def cheese_grater(*, width=0.11, height=0.24, depth=0.08, metal=(0.8, 0.81, 0.83)):
    whole = concat_shapes(library_call("sides", metal=metal), library_call("handle_part"))
    return fitted(whole, width, height, depth)
