# /// asset
# word = "bell pepper"
# synonyms = ["bell peppers", "sweet pepper", "capsicum", "paprika pepper"]
# phrase = "a bell pepper with a green stalk"
# category = "food"
# support = "surface"
# [colors]
# skin = [0.8, 0.12, 0.1]
# ///
import itertools
import math

from scene.language import *


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


@register("the lobed fruit")
def lobes(*, skin):
    shine = {"roughness": 0.2}
    one = concat_shapes(
        ellipsoid((0.018, 0.05, 0), (0.023, 0.038, 0.023), skin, shine),
        ellipsoid((0.015, 0.026, 0), (0.019, 0.026, 0.019), skin, shine),
    )
    return concat_shapes(
        loop(4, lambda i: moved(one, (0, 0, 0), i * math.pi / 2 + 0.3)),
        ellipsoid((0, 0.045, 0), (0.03, 0.036, 0.03), skin, shine),
    )


@register("the stalk")
def stalk():
    return concat_shapes(
        ellipsoid((0, 0.079, 0), (0.017, 0.006, 0.017), (0.3, 0.5, 0.2)),
        tube([(0, 0.078, 0), (0.002, 0.09, 0), (0.008, 0.1, 0)], 0.0045, (0.3, 0.5, 0.2)),
    )


@register("a bell pepper with a green stalk")
def bell_pepper(*, width=0.085, height=0.1, depth=0.085, skin=(0.8, 0.12, 0.1)):
    whole = concat_shapes(library_call("lobes", skin=skin), library_call("stalk"))
    return fitted(whole, width, height, depth)
