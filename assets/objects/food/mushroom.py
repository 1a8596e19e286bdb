# /// asset
# word = "mushroom"
# synonyms = ["mushrooms", "toadstool", "button mushroom"]
# phrase = "a mushroom with a domed cap"
# category = "food"
# support = "surface"
# [colors]
# cap = [0.85, 0.76, 0.65]
# ///
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


@register("the domed cap and its gills")
def cap_part(*, cap):
    gills = loop(
        24, lambda i: moved(box((0.019, 0.034, 0), (0.03, 0.004, 0.001), (0.6, 0.5, 0.42)), (0, 0, 0), i * 0.2618)
    )
    domes = concat_shapes(
        ellipsoid((0, 0.045, 0), (0.035, 0.025, 0.035), cap, {"roughness": 0.5}),
        rod((0, 0.0355, 0), (0, 0.037, 0), 0.033, darker(cap, 0.7)),
    )
    return concat_shapes(domes, gills)


@register("the stem")
def stem_part():
    return concat_shapes(
        rod((0, 0, 0), (0, 0.04, 0), 0.0105, (0.93, 0.89, 0.82)),
        ellipsoid((0, 0.009, 0), (0.0135, 0.009, 0.0135), (0.93, 0.89, 0.82)),
    )


@register("a mushroom with a domed cap")
def mushroom(*, width=0.07, height=0.07, depth=0.07, cap=(0.85, 0.76, 0.65)):
    whole = concat_shapes(library_call("stem_part"), library_call("cap_part", cap=cap))
    return fitted(whole, width, height, depth)
