# /// asset
# word = "pool cue"
# synonyms = [
#     "cue", "cue stick", "billiard cue", "pool cues", "cue rack", "pool stick", "cue sticks", "rack of cues",
# ]
# phrase = "a rack with four cues"
# category = "sport"
# support = "wall"
# [colors]
# butt = [0.45, 0.1, 0.1]
# [materials]
# wood = "mahogany"
# ///
import itertools

import numpy as np

from scene.language import *


def box(center, size, color, material=None):
    return transform_shape(
        primitive_call("cube", {"scale": size}, color=color, material=material), translation_matrix(center)
    )


def rod(start, end, radius, color, material=None):
    return primitive_call("cylinder", {"radius": radius, "p0": start, "p1": end}, color=color, material=material)


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


@register("the rack")
def rack_part(*, wood):
    look = surface(wood)
    return concat_shapes(
        box((0, 0.05, 0.055), (0.5, 0.05, 0.11), *look),
        box((0, 1.1, 0.04), (0.5, 0.09, 0.08), *look),
        box((0, 0.62, 0.01), (0.46, 1.1, 0.02), darker(look[0], 0.8), look[1]),
    )


@register("one cue")
def cue_part(*, butt):
    steps = np.linspace(0, 1, 24)
    wood = [
        rod(
            (0, 0.5 + 0.92 * a, 0),
            (0, 0.5 + 0.92 * b, 0),
            0.012 - 0.006 * float(a),
            (0.88, 0.74, 0.5),
            {"roughness": 0.25},
        )
        for a, b in itertools.pairwise(steps)
    ]
    return concat_shapes(
        rod((0, 0.0, 0), (0, 0.5, 0), 0.0145, butt, {"roughness": 0.2}),
        *wood,
        rod((0, 1.42, 0), (0, 1.435, 0), 0.0062, (0.96, 0.96, 0.94)),
        *[rod((0, y, 0), (0, y + 0.02, 0), 0.0152, (0.1, 0.08, 0.07)) for y in (0.01, 0.47)],
    )


@register("a rack with four cues")
def pool_cue(*, width=0.5, height=1.5, depth=0.12, butt=(0.45, 0.1, 0.1), wood="mahogany"):
    whole = concat_shapes(
        library_call("rack_part", wood=wood),
        *[
            moved(library_call("cue_part", butt=tone), (x, 0.07, 0.075))
            for x, tone in zip(
                (-0.18, -0.06, 0.06, 0.18), (butt, (0.15, 0.2, 0.4), butt, (0.2, 0.12, 0.08)), strict=True
            )
        ],
    )
    return fitted(whole, width, height, depth)
