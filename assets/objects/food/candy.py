# /// asset
# word = "candy"
# synonyms = ["candies", "sweet", "sweets"]
# stands_for = ["chocolates", "gummy bears", "bonbon", "truffle"]
# phrase = "three wrapped sweets"
# category = "food"
# support = "surface"
# [colors]
# paper = [0.85, 0.15, 0.25]
# second = [0.2, 0.5, 0.8]
# ///
from scene.language import *


def rod(start, end, radius, color, material=None):
    return primitive_call("cylinder", {"radius": radius, "p0": start, "p1": end}, color=color, material=material)


def cone(start, end, radius, color, material=None):
    return primitive_call("cone", {"radius": radius, "p0": start, "p1": end}, color=color, material=material)


def ellipsoid(center, radii, color, material=None):
    unit = primitive_call("sphere", {"radius": 1.0}, color=color, material=material)
    return transform_shape(unit, translation_matrix(center) @ scale_matrix(radii, (0, 0, 0)))


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


@register("one sweet in twisted paper")
def wrapped(*, tone):
    ends = [cone((s * 0.027, 0.0095, 0), (s * 0.008, 0.0095, 0), 0.009, darker(tone, 0.85)) for s in (-1, 1)]
    bands = [rod((x, 0.0095, 0), (x + 0.003, 0.0095, 0), 0.0094, (0.97, 0.97, 0.95)) for x in (-0.009, -0.001, 0.007)]
    return concat_shapes(ellipsoid((0, 0.0095, 0), (0.015, 0.0095, 0.0095), tone, {"roughness": 0.2}), *ends, *bands)


@register("three wrapped sweets")
def candy(*, width=0.11, height=0.02, depth=0.06, paper=(0.85, 0.15, 0.25), second=(0.2, 0.5, 0.8)):
    whole = concat_shapes(
        moved(library_call("wrapped", tone=paper), (0, 0, 0.014), 0.2),
        moved(library_call("wrapped", tone=second), (-0.028, 0, -0.014), -0.5),
        moved(library_call("wrapped", tone=(0.95, 0.75, 0.2)), (0.03, 0, -0.014), 0.8),
    )
    return fitted(whole, width, height, depth)
