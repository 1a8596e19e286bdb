# /// asset
# word = "fiddle leaf fig"
# synonyms = ["fig", "fig tree", "indoor tree", "ficus", "potted tree", "rubber plant", "house tree", "large plant"]
# stands_for = ["olive tree"]
# category = "plants"
# support = "floor"
# colors = ["leaf", "pot_color"]
# materials = ["pot"]
# ///
import math

from scene.language import *
from scene.language.modelling import darker, ellipsoid, finish, fitted, lathe, pipe, rod


@register("the basket with its rims")
def planter(*, radius, height, look):
    dark = (darker(look[0], 0.75), look[1])
    return concat_shapes(
        lathe([(radius * 0.85, 0), (radius, height * 0.5), (radius * 0.92, height)], *look, slices=12),
        *[rod((0, y * height, 0), (0, (y + 0.03) * height, 0), radius * 1.02, *dark) for y in (0.1, 0.32, 0.54, 0.76)],
        rod((0, height, 0), (0, height * 1.02, 0), radius * 0.82, *surface("soil")),
    )


@register("one large fiddle-shaped leaf")
def fiddle(*, size, leaf):
    light = tuple(min(1.0, 1.4 * c + 0.05) for c in leaf)
    return concat_shapes(
        ellipsoid((size * 0.68, 0, 0), (size * 0.36, size * 0.02, size * 0.3), leaf, {"roughness": 0.35}),
        ellipsoid((size * 0.36, 0, 0), (size * 0.34, size * 0.018, size * 0.2), leaf, {"roughness": 0.35}),
        rod((0, size * 0.012, 0), (size * 0.98, size * 0.02, 0), size * 0.012, light),
    )


@register("a potted fiddle-leaf fig tree with large leaves on a slim trunk")
def fiddle_leaf_fig(*, width=0.75, height=1.7, leaf=(0.22, 0.45, 0.18), pot_color=None, pot="rattan"):
    look, pot_height = finish(pot, pot_color), height * 0.2
    bark = (0.4, 0.3, 0.22)
    parts = [library_call("planter", radius=width * 0.24, height=pot_height, look=look)]
    parts.append(
        pipe([(0, pot_height * 0.9, 0), (0.015, height * 0.5, 0.01), (0, height * 0.9, 0)], width * 0.022, bark)
    )
    parts += [
        rod(
            (0.01, height * y, 0),
            (0.12 * width * math.cos(a), height * (y + 0.14), 0.12 * width * math.sin(a)),
            width * 0.016,
            bark,
        )
        for y, a in ((0.48, 0.6), (0.56, 3.4))
    ]
    for i in range(26):
        t = i / 25
        angle, lift = i * 2.4, 0.25 + 0.65 * t
        y = height * (0.42 + 0.5 * t)
        pose = (
            translation_matrix((0.02 * math.cos(angle), y, 0.02 * math.sin(angle)))
            @ rotation_matrix(-angle, (0, 1, 0), (0, 0, 0))
            @ rotation_matrix(lift, (0, 0, 1), (0, 0, 0))
            @ rotation_matrix(0.3 * (i % 3 - 1), (1, 0, 0), (0, 0, 0))
        )
        shade = darker(leaf, 0.8 + 0.15 * (i % 3))
        parts.append(transform_shape(library_call("fiddle", size=width * (0.5 - 0.16 * t), leaf=shade), pose))
    whole = concat_shapes(*parts)
    return fitted(whole, width, height, width)
