# /// asset
# word = "grapes"
# synonyms = ["grape", "bunch of grapes", "cluster of grapes"]
# stands_for = ["blueberries", "blueberry"]
# phrase = "a bunch of grapes on a stalk"
# category = "food"
# support = "surface"
# [colors]
# skin = [0.36, 0.16, 0.38]
# ///
import itertools

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


def fitted(shape, width, height, depth):
    """The shape stretched to exactly its stated size, its base centred on the origin."""
    low, size = compute_shape_min(shape), compute_shape_sizes(shape)
    middle = translation_matrix((-low[0] - size[0] / 2, -low[1], -low[2] - size[2] / 2))
    return transform_shape(
        shape, scale_matrix((width / size[0], height / size[1], depth / size[2]), (0, 0, 0)) @ middle
    )


@register("the round berries")
def berries(*, skin):
    shine = {"roughness": 0.25}
    layers = ((0.012, (3, 4, 5, 5, 4)), (0.031, (2, 3, 4, 3)), (0.048, (1, 2, 2)))
    fruit = []
    for level, (y, rows) in enumerate(layers):
        for row, count in enumerate(rows):
            z = 0.07 - 0.026 * row - 0.02 * level
            fruit += [
                ellipsoid((0.024 * (i - (count - 1) / 2), y, z), (0.0135, 0.0135, 0.015), skin, shine)
                for i in range(count)
            ]
    return concat_shapes(*fruit)


@register("the woody stalk")
def stalk():
    return tube([(0, 0.05, -0.03), (0.004, 0.058, -0.06), (0.02, 0.065, -0.085)], 0.003, (0.42, 0.33, 0.16))


@register("a bunch of grapes on a stalk")
def grapes(*, width=0.12, height=0.075, depth=0.17, skin=(0.36, 0.16, 0.38)):
    whole = concat_shapes(library_call("berries", skin=skin), library_call("stalk"))
    return fitted(whole, width, height, depth)
