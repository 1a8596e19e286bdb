# /// asset
# word = "croissant"
# synonyms = ["croissants", "viennoiserie", "crescent roll"]
# phrase = "a golden croissant"
# category = "food"
# support = "surface"
# [colors]
# crust = [0.8, 0.52, 0.24]
# ///
import math

from scene.language import *


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


@register("the rolled layers")
def layers(*, crust):
    def fold(i):
        t = (i - 5) / 5
        a = t * 1.35
        girth = 0.03 * (1 - 0.62 * abs(t) ** 1.3)
        tone = darker(crust, 1.0 if i % 2 else 0.86)
        roll = ellipsoid((0, 0, 0), (0.0125, girth * 0.92, girth), tone, {"roughness": 0.4})
        return moved(roll, (0.062 * math.sin(a), girth * 0.92, 0.06 * math.cos(a)), a)

    return loop(11, fold)


@register("a golden croissant")
def croissant(*, width=0.15, height=0.055, depth=0.1, crust=(0.8, 0.52, 0.24)):
    whole = library_call("layers", crust=crust)
    return fitted(whole, width, height, depth)
