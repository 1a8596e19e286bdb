# /// asset
# word = "pizza oven"
# synonyms = ["brick oven", "wood fired oven", "stone oven", "clay oven", "bread oven"]
# category = "kitchen"
# support = "floor"
# clearance = {front = 0.9}
# colors = ["paint"]
# materials = ["base"]
# ///
import math

from scene.language import *
from scene.language.modelling import block, box, ellipsoid, finish, fitted, rod


@register("the arched mouth with the fire in it")
def mouth(*, width, height, stone):
    dark, glow = (0.03, 0.025, 0.02), finish("flame", (1.0, 0.45, 0.12))
    bricks = 11
    parts = [
        box((0, height * 0.32, 0), (width, height * 0.64, 0.05), dark),
        rod((0, height * 0.5, -0.025), (0, height * 0.5, 0.025), width / 2, dark),
    ]
    for i in range(bricks):
        angle = math.pi * i / (bricks - 1)
        x, y = (width / 2 + 0.03) * math.cos(angle), height * 0.5 + (width / 2 + 0.03) * math.sin(angle)
        brick = box((0, 0, 0), (0.06, 0.1, 0.09), *stone)
        parts.append(
            transform_shape(brick, translation_matrix((x, y, 0.02)) @ rotation_matrix(angle, (0, 0, 1), (0, 0, 0)))
        )
    parts += [box((s * (width / 2 + 0.03), height * 0.23, 0.02), (0.06, height * 0.46, 0.09), *stone) for s in (-1, 1)]
    parts += [rod((x, 0.05, 0.03), (x + 0.1, 0.09, 0.028), 0.025, (0.2, 0.11, 0.06)) for x in (-0.13, -0.02)]
    parts += [
        ellipsoid((x, 0.11, 0.026), (0.04, h, 0.012), *glow) for x, h in ((-0.1, 0.07), (-0.02, 0.1), (0.06, 0.06))
    ]
    return concat_shapes(*parts)


@register("a log")
def log(*, length):
    return concat_shapes(
        rod((0, 0, -length / 2), (0, 0, length / 2), 0.055, *finish("bark")),
        rod((0, 0, length / 2), (0, 0, length / 2 + 0.004), 0.048, *finish("pine")),
    )


@register("a domed oven of brick on a base with firewood")
def pizza_oven(*, width=1.3, depth=1.25, height=1.85, paint=(0.85, 0.76, 0.62), base="brick") -> Shape:
    stone, plaster, brick = finish(base), finish("plaster", paint), finish("brick")
    top = 0.85
    rise = height - top - 0.35
    wall = 0.16
    opening = width - 2 * wall
    logs = [
        place("log", at=(-opening / 2 + 0.1 + 0.115 * i, 0.06 + 0.1 * row, depth * 0.2), length=depth * 0.55)
        for row in range(3)
        for i in range(int(opening / 0.115) - row % 2)
    ]
    return fitted(
        concat_shapes(
            *[block((s * (width - wall) / 2, 0, 0), (wall, top - 0.08, depth), *stone) for s in (-1, 1)],
            block((0, 0, -depth / 2 + 0.05), (width, top - 0.08, 0.1), *stone),
            block((0, top - 0.22, 0), (width, 0.14, depth), *stone),
            block((0, top - 0.08, 0), (width + 0.06, 0.08, depth + 0.06), *finish("limestone")),
            *logs,
            ellipsoid((0, top + 0.02, -0.12), (width * 0.45, rise, depth * 0.4), *plaster),
            block((0, top, depth * 0.22), (0.62, 0.38, depth * 0.24), *plaster),
            place("mouth", at=(0, top, depth * 0.36), width=0.44, height=0.36, stone=brick),
            block((0, top + rise * 0.72, depth * 0.2), (0.22, height - top - rise * 0.72, 0.22), *plaster),
            block((0, height - 0.05, depth * 0.2), (0.27, 0.05, 0.27), *brick),
        ),
        width,
        height,
        depth,
    )
