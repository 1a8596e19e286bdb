# /// asset
# word = "trivet"
# synonyms = ["hot pad"]
# phrase = "a slatted wooden trivet"
# category = "tableware"
# support = "surface"
# [materials]
# wood = "acacia"
# ///
import math

from scene.language import *


def box(center, size, color, material=None):
    return transform_shape(
        primitive_call("cube", {"scale": size}, color=color, material=material), translation_matrix(center)
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


@register("the slats")
def slats_part(*, wood):
    look = surface(wood)
    return concat_shapes(
        *[
            box(
                (0.0265 * (i - 3), 0.013, 0),
                (0.02, 0.014, 2 * math.sqrt(max(0.01**2, 0.1**2 - (0.0265 * (i - 3)) ** 2))),
                *look,
            )
            for i in range(7)
        ],
        *[box((0, 0.004, z), (0.16, 0.008, 0.014), darker(look[0], 0.85), look[1]) for z in (-0.05, 0.05)],
    )


@register("a slatted wooden trivet")
def trivet(*, width=0.2, height=0.02, depth=0.2, wood="acacia"):
    whole = library_call("slats_part", wood=wood)
    return fitted(whole, width, height, depth)
