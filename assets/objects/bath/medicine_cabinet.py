# /// asset
# word = "medicine cabinet"
# synonyms = ["mirror cabinet", "bathroom wall cabinet", "mirrored cabinet"]
# stands_for = ["first aid cabinet"]
# category = "bath"
# support = "wall"
# colors = ["paint"]
# materials = ["frame"]
# ///
from scene.language import *
from scene.language.modelling import block, finish, fitted, moved, rod


@register("a mirrored door")
def door(width, height, look):
    return concat_shapes(
        block((width / 2, 0, 0), (width, height, 0.016), *look),
        block((width / 2, 0.015, 0.008), (width - 0.03, height - 0.03, 0.004), *finish("mirror")),
    )


@register("a medicine bottle")
def bottle(look, tall):
    return concat_shapes(
        rod((0, 0, 0), (0, tall, 0), 0.024, *look),
        rod((0, tall, 0), (0, tall + 0.02, 0), 0.021, *finish("white plastic")),
        rod((0, tall * 0.2, 0), (0, tall * 0.7, 0), 0.0245, *finish("white paper")),
    )


@register("a mirrored medicine cabinet, one door open on bottles")
def medicine_cabinet(*, width=0.66, depth=0.38, height=0.65, frame="white wood", paint=None) -> Shape:
    wood = finish(frame, paint)
    w, d, wall = 0.6, 0.14, 0.015
    parts = [block((s * (w - wall) / 2, 0, 0), (wall, height, d), *wood) for s in (-1, 1)]
    parts += [block((0, y, 0), (w - 2 * wall, wall, d), *wood) for y in (0, height - wall)]
    parts += [
        block((0, 0.01, -d / 2 + 0.005), (w - 2 * wall, height - 0.02, 0.008), *wood),
        block((0, wall, 0), (wall, height - 2 * wall, d - 0.02), *wood),
    ]
    levels = [wall, height * 0.36, height * 0.68]
    parts += [block((w / 4, y - 0.008, 0), (w / 2 - wall, 0.008, d - 0.03), *finish("glass")) for y in levels[1:]]
    leaf = library_call("door", width=w / 2 - 0.002, height=height - 0.004, look=wood)
    left = moved(leaf, (-w / 2, 0.002, d / 2 + 0.008))
    hinge = (
        translation_matrix((w / 2, 0.002, d / 2 + 0.008))
        @ rotation_matrix(1.15, (0, 1, 0), (0, 0, 0))
        @ reflection_matrix((0, 0, 0), (1, 0, 0))
    )
    parts += [left, transform_shape(leaf, hinge)]
    stock = [("brown glass", 0.08), ("white plastic", 0.11), ("orange plastic", 0.07), ("green plastic", 0.1)]
    for k, y in enumerate(levels):
        parts += [
            place("bottle", at=(0.06 + 0.062 * i, y, 0), look=finish(stock[(i + k) % 4][0]), tall=stock[(i + k) % 4][1])
            for i in range(4)
        ]
    mirrored = transform_shape(concat_shapes(*parts), reflection_matrix((0, 0, 0), (1, 0, 0)))
    return fitted(mirrored, width, height, depth)
