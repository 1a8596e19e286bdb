# /// asset
# word = "pizza"
# synonyms = ["pepperoni pizza"]
# stands_for = ["slice of pizza", "pizza slice", "flatbread"]
# phrase = "a round pizza with tomatoes and basil"
# category = "food"
# support = "surface"
# [colors]
# crust = [0.83, 0.6, 0.32]
# ///
import math

from scene.language import *


def rod(start, end, radius, color, material=None):
    return primitive_call("cylinder", {"radius": radius, "p0": start, "p1": end}, color=color, material=material)


def ball(center, radius, color, material=None):
    one = primitive_call("sphere", {"radius": radius}, color=color, material=material)
    return transform_shape(one, translation_matrix(center))


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


@register("the crust and the cheese")
def base_part(*, crust):
    rim = loop(
        44,
        lambda i: ball(
            (0.148 * math.cos(i * math.pi / 22), 0.013, 0.148 * math.sin(i * math.pi / 22)),
            0.013,
            darker(crust, 1.0 if i % 3 else 0.85),
            {"roughness": 0.8},
        ),
    )
    return concat_shapes(
        rod((0, 0, 0), (0, 0.012, 0), 0.15, crust),
        rim,
        rod((0, 0.01, 0), (0, 0.016, 0), 0.14, (0.8, 0.25, 0.1)),
        rod((0, 0.012, 0), (0, 0.018, 0), 0.132, (0.96, 0.84, 0.5), {"roughness": 0.4}),
    )


@register("what lies on it")
def topping():
    spots = [
        (0.1 * math.sqrt(i / 13) * math.cos(i * 2.4), 0.1 * math.sqrt(i / 13) * math.sin(i * 2.4)) for i in range(1, 14)
    ]
    slices = [rod((x, 0.016, z), (x, 0.0205, z), 0.019, (0.72, 0.16, 0.1), {"roughness": 0.4}) for x, z in spots]
    leaves = [
        moved(ellipsoid((0, 0, 0), (0.014, 0.002, 0.007), (0.2, 0.45, 0.15)), (z * 1.1 + 0.008, 0.022, x * 1.1), i)
        for i, (x, z) in enumerate(spots[::2])
    ]
    return concat_shapes(*slices, *leaves)


@register("a round pizza with tomatoes and basil")
def pizza(*, width=0.32, height=0.03, depth=0.32, crust=(0.83, 0.6, 0.32)):
    whole = concat_shapes(library_call("base_part", crust=crust), library_call("topping"))
    return fitted(whole, width, height, depth)
