# /// asset
# word = "fern"
# synonyms = ["potted fern", "boston fern", "fern plant", "leafy plant"]
# stands_for = ["potted herb", "herb plant"]
# category = "plants"
# support = "surface"
# colors = ["leaf", "pot_color"]
# materials = ["pot"]
# ///
import itertools

from scene.language import *
from scene.language.modelling import darker, ellipsoid, finish, fitted, lathe, moved, rod, rotated, tinted


@register("the pot")
def plant_pot(*, radius, height, look):
    return concat_shapes(
        lathe([(radius * 0.7, 0), (radius, height)], *look, slices=10),
        rod((0, height, 0), (0, height * 1.01, 0), radius * 0.88, *surface("soil")),
    )


@register("one arching frond with its leaflets")
def frond(*, length, leaf):
    spine = [(length * t, length * (0.75 * t - 0.85 * t * t), 0) for t in (0, 0.3, 0.65, 1)]
    stem = [rod(a, b, length * 0.012, darker(leaf, 0.8)) for a, b in itertools.pairwise(spine)]

    def leaflet(k):
        side, i = (1 if k % 2 else -1), k // 2
        t = 0.2 + 0.78 * i / 4
        size = length * (0.2 - 0.15 * t)
        at = (length * t, length * (0.75 * t - 0.85 * t * t), side * size * 0.7)
        return moved(
            rotated(ellipsoid((0, 0, 0), (length * 0.05, length * 0.01, size), leaf), side * 0.35),
            at,
            0.75 - 1.7 * t,
            (0, 0, 1),
        )

    return concat_shapes(*stem, loop(10, leaflet))


@register("a potted fern with arching feathery fronds")
def fern(*, width=0.46, height=0.36, leaf=(0.3, 0.55, 0.2), pot_color=None, pot="ceramic"):
    look, pot_height = finish(pot, pot_color), height * 0.42
    shades = [tinted(leaf, s) for s in (1.0, 0.82, 1.18)]
    fronds = []
    for i in range(9):
        steep = i >= 6
        tilt = rotation_matrix(0.8 if steep else 0.22 + 0.1 * (i % 2), (0, 0, 1), (0, 0, 0))
        piece = library_call("frond", length=width * (0.42 if steep else 0.52), leaf=shades[i % 3])
        fronds.append(
            transform_shape(
                piece,
                translation_matrix((0, pot_height, 0))
                @ rotation_matrix(i * (1.0472 if not steep else 2.094) + (0.4 if steep else 0), (0, 1, 0), (0, 0, 0))
                @ tilt,
            )
        )
    whole = concat_shapes(library_call("plant_pot", radius=width * 0.21, height=pot_height, look=look), *fronds)
    return fitted(whole, width, height, width)
