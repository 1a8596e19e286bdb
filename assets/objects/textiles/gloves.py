# /// asset
# word = "gloves"
# synonyms = ["glove", "work gloves", "pair of gloves", "gardening gloves", "winter gloves", "rubber gloves"]
# stands_for = [
#     "boxing gloves", "boxing glove", "oven mitt", "oven mitts", "oven glove", "oven gloves", "pot holder",
#     "mitten", "baseball glove", "baseball mitt", "catcher mitt",
# ]
# phrase = "a pair of gloves lying flat"
# category = "textiles"
# support = "surface"
# [colors]
# cloth = [0.72, 0.55, 0.3]
# cuff = [0.3, 0.32, 0.36]
# ///
import itertools

from scene.language import *


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


def fitted(shape, width, height, depth):
    """The shape stretched to exactly its stated size, its base centred on the origin."""
    low, size = compute_shape_min(shape), compute_shape_sizes(shape)
    middle = translation_matrix((-low[0] - size[0] / 2, -low[1], -low[2] - size[2] / 2))
    return transform_shape(
        shape, scale_matrix((width / size[0], height / size[1], depth / size[2]), (0, 0, 0)) @ middle
    )


@register("one glove")
def hand(*, cloth, cuff):
    soft = {"roughness": 0.9}
    fingers = [
        tube(
            [(0.02 * (i - 1.5), 0.02, -0.02), (0.026 * (i - 1.5), 0.018, -0.095 + 0.012 * abs(i - 1.4))],
            0.0125,
            cloth,
            soft,
        )
        for i in range(4)
    ]
    thumb = tube([(0.035, 0.02, 0.03), (0.058, 0.018, -0.005), (0.062, 0.017, -0.03)], 0.0135, cloth, soft)
    return concat_shapes(
        ellipsoid((0, 0.02, 0.015), (0.044, 0.02, 0.055), cloth, soft),
        *fingers,
        thumb,
        transform_shape(
            rod((0, 0, 0.055), (0, 0, 0.115), 0.042, cuff, soft),
            translation_matrix((0, 0.02, 0)) @ scale_matrix((1, 0.45, 1), (0, 0, 0)),
        ),
    )


@register("a pair of gloves lying flat")
def gloves(*, width=0.24, height=0.045, depth=0.24, cloth=(0.72, 0.55, 0.3), cuff=(0.3, 0.32, 0.36)):
    left = transform_shape(library_call("hand", cloth=cloth, cuff=cuff), scale_matrix((-1, 1, 1), (0, 0, 0)))
    whole = concat_shapes(
        moved(left, (0.058, 0, 0), 0.12), moved(library_call("hand", cloth=cloth, cuff=cuff), (-0.058, 0, 0), -0.12)
    )
    return fitted(whole, width, height, depth)
