# /// asset
# word = "tomato"
# synonyms = ["ripe tomato", "cherry tomato", "vegetable", "vegetables"]
# phrase = "a ripe red tomato with a green calyx"
# category = "food"
# support = "surface"
# [colors]
# skin = [0.86, 0.16, 0.1]
# ///
import math

from scene.language import *


def ellipsoid(center, radii, color, material=None):
    unit = primitive_call("sphere", {"radius": 1.0}, color=color, material=material)
    return transform_shape(unit, translation_matrix(center) @ scale_matrix(radii, (0, 0, 0)))


def rod(start, end, radius, color, material=None):
    return primitive_call("cylinder", {"radius": radius, "p0": start, "p1": end}, color=color, material=material)


@register("the round fruit, wider than tall")
def flesh(*, radius, height, skin):
    return loop(
        6,
        lambda i: ellipsoid(
            (radius * 0.16 * math.cos(i * 1.047), height / 2, radius * 0.16 * math.sin(i * 1.047)),
            (radius * 0.84, height / 2, radius * 0.84),
            skin,
            {"roughness": 0.2},
        ),
    )


@register("the green calyx and stalk")
def calyx(*, radius, base, top):
    green = (0.25, 0.48, 0.14)

    def sepal(i):
        leaf = ellipsoid((radius * 0.36, 0, 0), (radius * 0.34, radius * 0.05, radius * 0.1), green)
        droop = rotation_matrix(-0.2, (0, 0, 1), (0, 0, 0))
        return transform_shape(
            leaf, translation_matrix((0, base, 0)) @ rotation_matrix(i * 1.257, (0, 1, 0), (0, 0, 0)) @ droop
        )

    return concat_shapes(
        loop(5, sepal), rod((0, base - radius * 0.05, 0), (radius * 0.08, top, 0), radius * 0.07, green)
    )


@register("a ripe red tomato with a green calyx")
def tomato(*, width=0.075, height=0.07, skin=(0.86, 0.16, 0.1)):
    body = height * 0.84
    return concat_shapes(
        library_call("flesh", radius=width / 2, height=body, skin=skin),
        library_call("calyx", radius=width / 2, base=body * 0.98, top=height),
    )
