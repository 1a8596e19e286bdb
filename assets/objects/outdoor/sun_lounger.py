# /// asset
# word = "sun lounger"
# synonyms = ["pool lounger", "pool chair", "sunbed", "sun bed", "outdoor lounger", "beach lounger", "chaise sunbed"]
# stands_for = ["deck chair", "deckchair", "beach chair"]
# phrase = "a slatted sun lounger with a cushion"
# category = "outdoor"
# support = "floor"
# [colors]
# cloth = [0.92, 0.9, 0.84]
# [materials]
# wood = "teak"
# ///
from scene.language import *


def box(center, size, color, material=None):
    return transform_shape(
        primitive_call("cube", {"scale": size}, color=color, material=material), translation_matrix(center)
    )


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


@register("the slatted frame")
def frame_part(*, wood):
    look = surface(wood)
    flat = [box((0, 0.31, -0.18 + 0.085 * i), (0.64, 0.022, 0.065), *look) for i in range(13)]
    legs = [box((x, 0.15, z), (0.06, 0.3, 0.06), *look) for x in (-0.29, 0.29) for z in (-0.62, 0.82)]
    return concat_shapes(*flat, *legs, *[box((s * 0.32, 0.29, 0.1), (0.05, 0.07, 1.75), *look) for s in (-1, 1)])


@register("the raised back and the cushion")
def cushion_part(*, cloth, wood):
    look = surface(wood)
    soft = {"roughness": 0.95}
    back = concat_shapes(
        *[box((0, 0.0, -0.06 - 0.085 * i), (0.62, 0.022, 0.065), *look) for i in range(8)],
        box((0, 0.045, -0.36), (0.6, 0.07, 0.72), cloth, soft),
        ellipsoid((0, 0.1, -0.58), (0.24, 0.05, 0.1), darker(cloth, 0.9), soft),
    )
    return concat_shapes(
        box((0, 0.355, 0.37), (0.6, 0.07, 1.14), cloth, soft), moved(back, (0, 0.32, -0.2), 0.65, (1, 0, 0))
    )


@register("a slatted sun lounger with a cushion")
def sun_lounger(*, width=0.7, height=0.9, depth=1.95, cloth=(0.92, 0.9, 0.84), wood="teak"):
    whole = concat_shapes(library_call("frame_part", wood=wood), library_call("cushion_part", cloth=cloth, wood=wood))
    return fitted(whole, width, height, depth)
