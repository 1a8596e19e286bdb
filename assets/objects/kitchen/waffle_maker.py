# /// asset
# word = "waffle maker"
# synonyms = ["waffle iron"]
# stands_for = [
#     "sandwich press", "panini press", "sandwich maker", "griddle", "electric griddle", "electric grill",
#     "contact grill", "crepe maker", "tabletop grill",
# ]
# phrase = "an open waffle maker"
# category = "kitchen"
# support = "surface"
# [colors]
# paint = [0.75, 0.76, 0.78]
# ///
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


def fitted(shape, width, height, depth):
    """The shape stretched to exactly its stated size, its base centred on the origin."""
    low, size = compute_shape_min(shape), compute_shape_sizes(shape)
    middle = translation_matrix((-low[0] - size[0] / 2, -low[1], -low[2] - size[2] / 2))
    return transform_shape(
        shape, scale_matrix((width / size[0], height / size[1], depth / size[2]), (0, 0, 0)) @ middle
    )


@register("a plate with its grid")
def plate_part(*, paint):
    grid = [box((x, 0.046, 0), (0.008, 0.012, 0.17), (0.16, 0.16, 0.17)) for x in np.linspace(-0.08, 0.08, 7)] + [
        box((0, 0.046, z), (0.17, 0.012, 0.008), (0.16, 0.16, 0.17)) for z in np.linspace(-0.08, 0.08, 7)
    ]
    return concat_shapes(
        rod((0, 0, 0), (0, 0.042, 0), 0.125, paint, {"roughness": 0.25}),
        rod((0, 0.04, 0), (0, 0.045, 0), 0.11, (0.22, 0.22, 0.23)),
        *grid,
    )


@register("an open waffle maker")
def waffle_maker(*, width=0.26, height=0.24, depth=0.3, paint=(0.75, 0.76, 0.78)):
    lid = moved(
        transform_shape(library_call("plate_part", paint=paint), translation_matrix((0, 0, 0.125))),
        (0, 0.055, -0.12),
        -1.9,
        (1, 0, 0),
    )
    whole = concat_shapes(
        library_call("plate_part", paint=paint),
        transform_shape(lid, translation_matrix((0, 0, 0))),
        box((0, 0.03, 0.14), (0.05, 0.02, 0.05), (0.1, 0.1, 0.1)),
        *[rod((x, 0, z), (x, -0.01, z), 0.012, (0.1, 0.1, 0.1)) for x in (-0.07, 0.07) for z in (-0.07, 0.07)],
    )
    return fitted(whole, width, height, depth)
