# /// asset
# word = "snake plant"
# synonyms = ["sansevieria", "mother in law tongue", "tall plant"]
# category = "plants"
# support = "floor"
# colors = ["leaf", "edge", "pot_color"]
# materials = ["pot"]
# ///
import math

from scene.language import *
from scene.language.modelling import darker, ellipsoid, finish, fitted, lathe, rod


@register("the pot")
def plant_pot(*, radius, height, look):
    return concat_shapes(
        lathe([(radius * 0.84, 0), (radius, height)], *look, slices=14),
        rod((0, height, 0), (0, height * 1.01, 0), radius * 0.9, *surface("soil")),
    )


@register("one stiff leaf with a yellow edge")
def sword(*, length, width, leaf, edge):
    marks = [
        ellipsoid((0, length * t, 0), (width * 0.36, length * 0.012, width * 0.15), darker(leaf, 0.65))
        for t in (0.25, 0.4, 0.55, 0.7)
    ]
    return concat_shapes(
        ellipsoid((0, length * 0.44, 0), (width * 0.5, length * 0.56, width * 0.09), edge),
        ellipsoid((0, length * 0.43, 0), (width * 0.4, length * 0.53, width * 0.13), leaf, {"roughness": 0.4}),
        *marks,
    )


@register("a snake plant with upright striped leaves in a pot")
def snake_plant(
    *, width=0.34, height=0.8, leaf=(0.23, 0.42, 0.2), edge=(0.82, 0.8, 0.4), pot_color=None, pot="ceramic"
):
    look, pot_height = finish(pot, pot_color), height * 0.3
    parts = [library_call("plant_pot", radius=width * 0.42, height=pot_height, look=look)]
    for i in range(11):
        ring = 0.0 if i == 0 else (0.4 if i < 5 else 0.72)
        angle, length = i * 2.2, height * (0.7 - 0.3 * ring - 0.05 * (i % 3))
        lean = (
            rotation_matrix(0.22 * ring, (math.sin(angle), 0, -math.cos(angle)), (0, 0, 0))
            if ring
            else identity_matrix()
        )
        pose = (
            translation_matrix(
                (width * 0.34 * ring * math.cos(angle), pot_height, width * 0.34 * ring * math.sin(angle))
            )
            @ lean
            @ rotation_matrix(i * 1.1, (0, 1, 0), (0, 0, 0))
        )
        parts.append(
            transform_shape(library_call("sword", length=length, width=width * 0.24, leaf=leaf, edge=edge), pose)
        )
    whole = concat_shapes(*parts)
    return fitted(whole, width, height, width)
