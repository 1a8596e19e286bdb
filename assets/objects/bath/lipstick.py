# /// asset
# word = "lipstick"
# synonyms = ["makeup", "cosmetics"]
# stands_for = [
#     "mascara", "nail polish", "lip balm", "foundation", "eyeliner", "eyeshadow palette", "compact powder",
#     "makeup palette", "lip gloss", "concealer", "makeup kit", "blush",
# ]
# phrase = "a lipstick with its cap"
# category = "bath"
# support = "surface"
# [colors]
# tone = [0.75, 0.08, 0.16]
# ///
from scene.language import *


def rod(start, end, radius, color, material=None):
    return primitive_call("cylinder", {"radius": radius, "p0": start, "p1": end}, color=color, material=material)


def ellipsoid(center, radii, color, material=None):
    unit = primitive_call("sphere", {"radius": 1.0}, color=color, material=material)
    return transform_shape(unit, translation_matrix(center) @ scale_matrix(radii, (0, 0, 0)))


def fitted(shape, width, height, depth):
    """The shape stretched to exactly its stated size, its base centred on the origin."""
    low, size = compute_shape_min(shape), compute_shape_sizes(shape)
    middle = translation_matrix((-low[0] - size[0] / 2, -low[1], -low[2] - size[2] / 2))
    return transform_shape(
        shape, scale_matrix((width / size[0], height / size[1], depth / size[2]), (0, 0, 0)) @ middle
    )


@register("the open stick")
def stick_part(*, tone):
    gold = surface("gold")
    return concat_shapes(
        rod((-0.02, 0, 0), (-0.02, 0.032, 0), 0.0115, (0.1, 0.1, 0.1), {"roughness": 0.15}),
        rod((-0.02, 0.032, 0), (-0.02, 0.05, 0), 0.0095, *gold),
        rod((-0.02, 0.05, 0), (-0.02, 0.065, 0), 0.0078, tone, {"roughness": 0.25}),
        ellipsoid((-0.02, 0.065, 0), (0.0078, 0.0085, 0.0078), tone, {"roughness": 0.25}),
    )


@register("the cap")
def cap_part():
    return concat_shapes(
        rod((0.02, 0, 0), (0.02, 0.045, 0), 0.0118, (0.1, 0.1, 0.1), {"roughness": 0.15}),
        rod((0.02, 0, 0), (0.02, 0.005, 0), 0.0122, *surface("gold")),
    )


@register("a lipstick with its cap")
def lipstick(*, width=0.07, height=0.075, depth=0.025, tone=(0.75, 0.08, 0.16)):
    whole = concat_shapes(library_call("stick_part", tone=tone), library_call("cap_part"))
    return fitted(whole, width, height, depth)
