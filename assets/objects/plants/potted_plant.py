# /// asset
# word = "potted plant"
# synonyms = [
#     "plant", "house plant", "houseplant", "indoor plant", "monstera", "green plant", "plant pot", "foliage plant",
#     "swiss cheese plant", "office plant", "philodendron",
# ]
# stands_for = [
#     "ivy", "pothos", "peace lily", "spider plant", "begonia", "calathea", "african violet", "geranium", "coleus",
#     "zz plant",
# ]
# category = "plants"
# support = "floor"
# colors = ["leaf", "pot_color"]
# materials = ["pot"]
# ///
from scene.language import *
from scene.language.modelling import darker, ellipsoid, finish, fitted, lathe, moved, rod, rotated


@register("the pot with its rim and earth")
def plant_pot(*, radius, height, look):
    return concat_shapes(
        lathe([(radius * 0.66, 0), (radius * 0.94, height * 0.82)], *look, slices=18),
        rod((0, height * 0.8, 0), (0, height, 0), radius, *look),
        rod((0, height * 0.99, 0), (0, height * 1.003, 0), radius * 0.86, *surface("soil")),
    )


@register("one big split leaf on its stalk")
def big_leaf(*, reach, rise, size, leaf):
    base, tip = (0, 0, 0), (reach, rise, 0)
    bend = (reach * 0.35, rise * 0.75, 0)
    light = tuple(min(1.0, 1.3 * c + 0.03) for c in leaf)
    lobes = [
        rotated(
            ellipsoid(
                (size * 0.42, 0, side * size * 0.2), (size * 0.22, size * 0.018, size * 0.3), leaf, {"roughness": 0.4}
            ),
            side * -turn,
        )
        for side in (-1, 1)
        for turn in (-0.55, 0.1)
    ]
    blade = concat_shapes(
        ellipsoid((size * 0.5, 0, 0), (size * 0.52, size * 0.022, size * 0.27), leaf, {"roughness": 0.4}),
        *lobes,
        rod((0, size * 0.02, 0), (size * 0.95, size * 0.015, 0), size * 0.012, light),
    )
    hang = rotation_matrix(-0.55, (0, 0, 1), (0, 0, 0))
    return concat_shapes(
        rod(base, bend, size * 0.03, light),
        rod(bend, tip, size * 0.026, light),
        ellipsoid(bend, (size * 0.03,) * 3, light),
        transform_shape(blade, translation_matrix(tip) @ hang),
    )


@register("a leafy monstera in a round pot")
def potted_plant(*, width=0.62, height=0.85, leaf=(0.2, 0.42, 0.17), pot_color=None, pot="terracotta"):
    look, pot_height = finish(pot, pot_color), height * 0.34
    shades = [darker(leaf, s) for s in (1.0, 0.85, 1.15)]
    crown = []
    for i in range(9):
        ring = 0 if i < 5 else 1
        angle = i * 2.4
        reach, rise = (0.24, 0.34) if ring == 0 else (0.12, 0.56)
        piece = library_call(
            "big_leaf",
            reach=reach * width,
            rise=(rise + 0.04 * (i % 2)) * height,
            size=width * 0.36,
            leaf=shades[i % 3],
        )
        crown.append(moved(piece, (0, pot_height, 0), angle))
    whole = concat_shapes(library_call("plant_pot", radius=width * 0.24, height=pot_height, look=look), *crown)
    return fitted(whole, width, height, width)
