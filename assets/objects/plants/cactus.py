# /// asset
# word = "cactus"
# synonyms = ["potted cactus", "saguaro", "desert plant", "cacti"]
# category = "plants"
# support = "surface"
# colors = ["skin", "pot_color"]
# materials = ["pot"]
# ///
import math

from scene.language import *
from scene.language.modelling import darker, ellipsoid, finish, fitted, lathe, moved, rod, rotated


@register("the pot")
def plant_pot(*, radius, height, look):
    return concat_shapes(
        lathe([(radius * 0.7, 0), (radius * 0.95, height * 0.78)], *look, slices=14),
        rod((0, height * 0.76, 0), (0, height, 0), radius, *look),
        rod((0, height, 0), (0, height * 1.01, 0), radius * 0.88, *surface("sand")),
    )


@register("a ribbed column with a round top")
def column(*, radius, height, skin):
    ribs = 10

    def rib(i):
        angle = 2 * math.pi * i / ribs
        x, side = radius * 0.82 * math.cos(angle), radius * 0.82 * math.sin(angle)
        return concat_shapes(
            rod((x, 0, side), (x, height - radius * 0.7, side), radius * 0.2, skin, {"roughness": 0.6})
        )

    return concat_shapes(
        rod((0, 0, 0), (0, height - radius, 0), radius * 0.86, darker(skin, 0.75)),
        loop(ribs, rib),
        ellipsoid(
            (0, height - radius * 0.9, 0), (radius * 0.98, radius * 0.9, radius * 0.98), skin, {"roughness": 0.6}
        ),
    )


@register("an arm that bends upward")
def arm(*, reach, rise, radius, skin):
    return concat_shapes(
        rod((0, 0, 0), (reach, 0, 0), radius, skin, {"roughness": 0.6}),
        ellipsoid((reach, 0, 0), (radius,) * 3, skin, {"roughness": 0.6}),
        moved(library_call("column", radius=radius, height=rise, skin=skin), (reach, 0, 0)),
    )


@register("a pink flower on top")
def bloom(*, radius):
    petals = loop(
        6,
        lambda i: rotated(
            rotated(
                ellipsoid((radius * 0.6, 0, 0), (radius * 0.55, radius * 0.15, radius * 0.3), (0.93, 0.4, 0.55)),
                0.5,
                (0, 0, 1),
            ),
            i * 1.047,
        ),
    )
    return concat_shapes(petals, ellipsoid((0, radius * 0.15, 0), (radius * 0.25,) * 3, (0.97, 0.85, 0.3)))


@register("a green cactus with two arms and a flower in a pot")
def cactus(*, width=0.2, height=0.34, depth=0.15, skin=(0.25, 0.5, 0.25), pot_color=None, pot="terracotta"):
    look, pot_height = finish(pot, pot_color), height * 0.3
    tall, r = height * 0.67, width * 0.15
    left, right = rotation_matrix(math.pi, (0, 1, 0), (0, 0, 0)), identity_matrix()
    whole = concat_shapes(
        library_call("plant_pot", radius=depth / 2, height=pot_height, look=look),
        moved(library_call("column", radius=r, height=tall, skin=skin), (0, pot_height, 0)),
        transform_shape(
            library_call("arm", reach=width * 0.34, rise=tall * 0.38, radius=r * 0.55, skin=skin),
            translation_matrix((0, pot_height + tall * 0.42, 0)) @ right,
        ),
        transform_shape(
            library_call("arm", reach=width * 0.32, rise=tall * 0.32, radius=r * 0.55, skin=skin),
            translation_matrix((0, pot_height + tall * 0.3, 0)) @ left,
        ),
        moved(library_call("bloom", radius=r * 0.7), (0, pot_height + tall * 0.99, 0)),
    )
    return fitted(whole, width, height, None)
