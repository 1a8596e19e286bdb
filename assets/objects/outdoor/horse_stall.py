# /// asset
# word = "horse stall"
# synonyms = ["horse box", "loose box", "stable stall", "animal stall", "stall for a horse", "pony stall"]
# category = "outdoor"
# support = "floor"
# clearance = {front = 1.2}
# colors = ["paint"]
# materials = ["wood"]
# ///
from scene.language import *
from scene.language.modelling import block, box, finish, fitted, tinted

IRON = ((0.13, 0.13, 0.14), {"metallic": 0.6, "roughness": 0.5})
STRAW = ((0.83, 0.7, 0.36), {"roughness": 0.95})
HIGH, LOW = 1.35, 1.15
"""Metres: the boards of the sides, and of the front."""


@register("a wall of boards lying one on another")
def boarded(*, length, high, along_x, look):
    rows = int(high / 0.15)
    size = (length, 0.142, 0.04) if along_x else (0.04, 0.142, length)
    return concat_shapes(
        *[box((0, 0.08 + 0.15 * k, 0), size, tinted(look[0], 0.92 + 0.08 * (k % 3)), look[1]) for k in range(rows)]
    )


@register("a row of iron bars below a rail")
def bars(*, length, low, high, along_x):
    count = max(3, int(length / 0.16))
    spots = [(-length / 2 + length * (k + 0.5) / count) for k in range(count)]
    rail = (length, 0.05, 0.05) if along_x else (0.05, 0.05, length)
    return concat_shapes(
        box((0, high, 0), rail, *IRON),
        *[
            box((s, (low + high) / 2, 0) if along_x else (0, (low + high) / 2, s), (0.02, high - low, 0.02), *IRON)
            for s in spots
        ],
    )


@register("a stall of boards for a horse, with bars, a half door and straw")
def horse_stall(*, width=2.6, height=2.15, depth=3.0, paint=None, wood="weathered wood"):
    look = finish(wood, paint)
    dark = (tinted(look[0], 0.75), look[1])
    back, front = -1.48, 1.48
    posts = [block((s * 1.28, 0, z), (0.1, 2.15, 0.1), *dark) for s in (-1, 1) for z in (back, front)]
    sides = [
        transform_shape(library_call(part, **options), translation_matrix((s * 1.28, 0, 0)))
        for s in (-1, 1)
        for part, options in (
            ("boarded", {"length": 2.86, "high": HIGH, "along_x": False, "look": look}),
            ("bars", {"length": 2.86, "low": HIGH, "high": 2.05, "along_x": False}),
        )
    ]
    rear = transform_shape(
        library_call("boarded", length=2.46, high=2.0, along_x=True, look=look), translation_matrix((0, 0, back))
    )
    fixed = transform_shape(
        library_call("boarded", length=1.2, high=LOW, along_x=True, look=look), translation_matrix((-0.63, 0, front))
    )
    above = transform_shape(
        library_call("bars", length=1.2, low=LOW, high=2.05, along_x=True), translation_matrix((-0.63, 0, front))
    )
    door = transform_shape(
        library_call("boarded", length=1.12, high=LOW, along_x=True, look=dark),
        translation_matrix((0.66, 0.03, front + 0.02)),
    )
    braces = [box((0.66, y, front + 0.05), (1.1, 0.09, 0.02), tinted(look[0], 0.6), look[1]) for y in (0.25, 1.0)]
    whole = concat_shapes(
        *posts,
        *sides,
        rear,
        fixed,
        above,
        door,
        *braces,
        block((0.02, 0, front), (0.08, 2.1, 0.1), *dark),
        box((0.22, 0.72, front + 0.06), (0.16, 0.03, 0.03), *IRON),
        block((0, 0, 0), (2.46, 0.07, 2.86), *STRAW),
    )
    return fitted(whole, width, height, depth)
