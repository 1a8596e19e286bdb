# /// asset
# word = "muffin"
# synonyms = ["muffins"]
# stands_for = ["brownie", "scone"]
# phrase = "a muffin in a paper case"
# category = "food"
# support = "surface"
# [colors]
# crumb = [0.72, 0.48, 0.25]
# paper = [0.92, 0.88, 0.78]
# ///
import math

import numpy as np

from scene.language import *


def box(center, size, color, material=None):
    return transform_shape(
        primitive_call("cube", {"scale": size}, color=color, material=material), translation_matrix(center)
    )


def ball(center, radius, color, material=None):
    one = primitive_call("sphere", {"radius": radius}, color=color, material=material)
    return transform_shape(one, translation_matrix(center))


def ellipsoid(center, radii, color, material=None):
    unit = primitive_call("sphere", {"radius": 1.0}, color=color, material=material)
    return transform_shape(unit, translation_matrix(center) @ scale_matrix(radii, (0, 0, 0)))


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


@register("the pleated paper case")
def paper_case(*, paper):
    pleat = transform_shape(
        box((0, 0.022, 0.03), (0.0105, 0.045, 0.003), paper, {"roughness": 0.9}),
        rotation_matrix(0.17, (1, 0, 0), (0, 0, 0.03)),
    )
    return concat_shapes(
        lathe([(0.024, 0), (0.033, 0.044)], darker(paper, 0.8), slices=24),
        loop(20, lambda i: moved(pleat, (0, 0, -0.004), i * math.pi / 10)),
    )


@register("the domed top")
def dome(*, crumb):
    chips = [
        ball(
            (
                0.03 * math.sin(i) * math.cos(i * 2.4),
                0.066 + 0.01 * math.cos(i),
                0.03 * math.sin(i) * math.sin(i * 2.4),
            ),
            0.0045,
            (0.2, 0.1, 0.06),
        )
        for i in range(1, 12)
    ]
    return concat_shapes(ellipsoid((0, 0.05, 0), (0.04, 0.028, 0.04), crumb, {"roughness": 0.9}), *chips)


@register("a muffin in a paper case")
def muffin(*, width=0.08, height=0.08, depth=0.08, crumb=(0.72, 0.48, 0.25), paper=(0.92, 0.88, 0.78)):
    whole = concat_shapes(library_call("paper_case", paper=paper), library_call("dome", crumb=crumb))
    return fitted(whole, width, height, depth)
