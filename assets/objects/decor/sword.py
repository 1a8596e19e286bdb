# /// asset
# word = "sword"
# synonyms = ["swords"]
# stands_for = ["dagger", "rapier", "saber", "lightsaber", "spear", "crossed swords"]
# phrase = "a sword with a guard"
# category = "decor"
# support = "wall"
# [colors]
# metal = [0.85, 0.68, 0.32]
# grip = [0.3, 0.14, 0.1]
# ///
from scene.language import *


def box(center, size, color, material=None):
    return transform_shape(
        primitive_call("cube", {"scale": size}, color=color, material=material), translation_matrix(center)
    )


def rod(start, end, radius, color, material=None):
    return primitive_call("cylinder", {"radius": radius, "p0": start, "p1": end}, color=color, material=material)


def cone(start, end, radius, color, material=None):
    return primitive_call("cone", {"radius": radius, "p0": start, "p1": end}, color=color, material=material)


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


@register("the blade")
def blade():
    steel = ((0.82, 0.84, 0.87), {"metallic": 1.0, "roughness": 0.15})
    return concat_shapes(
        *[box((0, 0.25 + 0.024 * (i + 0.5), 0.03), (0.042 - 0.0006 * i, 0.0245, 0.007), *steel) for i in range(29)],
        cone((0, 0.945, 0.03), (0, 1.0, 0.03), 0.013, *steel),
        box((0, 0.55, 0.034), (0.009, 0.56, 0.002), (0.6, 0.62, 0.65)),
    )


@register("the hilt with its guard")
def hilt(*, metal, grip):
    look = {"metallic": 0.9, "roughness": 0.3}
    return concat_shapes(
        rod((-0.095, 0.24, 0.03), (0.095, 0.24, 0.03), 0.012, metal, look),
        *[ball((s * 0.095, 0.24, 0.03), 0.018, metal, look) for s in (-1, 1)],
        rod((0, 0.045, 0.03), (0, 0.235, 0.03), 0.0155, grip),
        *[rod((0, 0.06 + 0.022 * i, 0.03), (0, 0.066 + 0.022 * i, 0.03), 0.0168, darker(grip, 0.6)) for i in range(8)],
        ball((0, 0.026, 0.03), 0.026, metal, look),
    )


@register("a sword with a guard")
def sword(*, width=0.2, height=1.0, depth=0.06, metal=(0.85, 0.68, 0.32), grip=(0.3, 0.14, 0.1)):
    whole = concat_shapes(library_call("blade"), library_call("hilt", metal=metal, grip=grip))
    return fitted(whole, width, height, depth)
