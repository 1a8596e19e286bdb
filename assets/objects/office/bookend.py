# /// asset
# word = "bookend"
# synonyms = ["bookends", "book end", "pair of bookends"]
# phrase = "an L-shaped bookend with a weight"
# category = "office"
# support = "surface"
# [colors]
# paint = [0.3, 0.28, 0.25]
# ///
from scene.language import *


def box(center, size, color, material=None):
    return transform_shape(
        primitive_call("cube", {"scale": size}, color=color, material=material), translation_matrix(center)
    )


def ball(center, radius, color, material=None):
    one = primitive_call("sphere", {"radius": radius}, color=color, material=material)
    return transform_shape(one, translation_matrix(center))


def darker(color, by=0.7):
    return tuple(by * c for c in color)


def fitted(shape, width, height, depth):
    """The shape stretched to exactly its stated size, its base centred on the origin."""
    low, size = compute_shape_min(shape), compute_shape_sizes(shape)
    middle = translation_matrix((-low[0] - size[0] / 2, -low[1], -low[2] - size[2] / 2))
    return transform_shape(
        shape, scale_matrix((width / size[0], height / size[1], depth / size[2]), (0, 0, 0)) @ middle
    )


@register("the bent plate")
def plate_part(*, paint):
    metal = {"metallic": 0.6, "roughness": 0.35}
    return concat_shapes(
        box((0, 0.0015, 0), (0.13, 0.003, 0.12), paint, metal),
        box((-0.0635, 0.085, 0), (0.003, 0.17, 0.12), paint, metal),
    )


@register("the ornament")
def ornament(*, paint):
    return concat_shapes(
        box((-0.04, 0.02, 0), (0.045, 0.034, 0.09), darker(paint, 0.7)),
        ball((-0.04, 0.08, 0), 0.042, darker(paint, 1.0), {"metallic": 0.6, "roughness": 0.25}),
    )


@register("an L-shaped bookend with a weight")
def bookend(*, width=0.13, height=0.17, depth=0.12, paint=(0.3, 0.28, 0.25)):
    whole = concat_shapes(library_call("plate_part", paint=paint), library_call("ornament", paint=paint))
    return fitted(whole, width, height, depth)
