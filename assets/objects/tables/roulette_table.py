# /// asset
# word = "roulette table"
# synonyms = ["roulette", "roulette wheel", "casino roulette table"]
# category = "tables"
# support = "floor"
# clearance = {front = 0.8, back = 0.8}
# colors = ["felt"]
# materials = ["wood"]
# ///
import math

from scene.language import *
from scene.language.modelling import ball, block, box, darker, disc, finish, fitted, lathe, moved, plate, ring, rotated


@register("the table with its padded rim")
def table_part(*, look, felt):
    dark = (darker(look[0], 0.7), look[1])
    legs = [
        moved(
            lathe([(0.07, 0), (0.05, 0.06), (0.045, 0.2), (0.075, 0.42), (0.08, 0.6), (0.06, 0.66)], *look, slices=24),
            (x, 0, z),
        )
        for x in (-1.05, 1.05)
        for z in (-0.42, 0.42)
    ]
    return concat_shapes(
        *legs,
        block((0, 0.62, 0), (2.3, 0.14, 1.05), *dark),
        plate((0, 0.74, 0), (2.7, 0.09, 1.4), 0.2, *look),
        plate((0, 0.83, 0), (2.52, 0.012, 1.22), 0.14, felt, {"roughness": 0.95}),
    )


@register("the layout of numbers")
def layout_part():
    white, red, black = (0.95, 0.95, 0.92), (0.75, 0.08, 0.1), (0.05, 0.05, 0.06)
    parts = [box((0.38, 0.8428, 0.04), (1.46, 0.001, 0.64), white)]
    for i in range(12):
        for k in range(3):
            tone = red if (i + k) % 2 else black
            parts.append(box((-0.27 + 0.113 * i, 0.8435, -0.16 + 0.135 * k), (0.105, 0.001, 0.127), tone))
    parts.append(box((-0.385, 0.8435, -0.025), (0.095, 0.001, 0.4), (0.1, 0.5, 0.25)))
    for i in range(6):
        tone = (red, black)[i % 2] if i in (2, 3) else (0.08, 0.36, 0.2)
        parts.append(box((-0.215 + 0.226 * i, 0.8435, 0.28), (0.216, 0.001, 0.12), tone))
    return concat_shapes(*parts)


@register("the wheel in its bowl")
def wheel(*, look):
    gold = finish("gold")
    parts = [
        disc((0, 0.0, 0), (0.41, 0.41), 0.06, *look),
        ring((0, 0.06, 0), 0.39, 0.028, *look, parts=36),
        disc((0, 0.06, 0), (0.37, 0.37), 0.006, darker(look[0], 0.8), look[1]),
    ]
    for i in range(37):
        tone = (0.1, 0.55, 0.25) if i == 0 else ((0.75, 0.08, 0.1) if i % 2 else (0.05, 0.05, 0.06))
        parts.append(rotated(box((0.255, 0.069, 0), (0.09, 0.012, 0.041), tone), 2 * math.pi * i / 37))
    parts.append(ring((0, 0.072, 0), 0.305, 0.008, *gold, parts=36))
    parts.append(ring((0, 0.072, 0), 0.205, 0.008, *gold, parts=30))
    parts.append(moved(lathe([(0.2, 0.0), (0.15, 0.02), (0.05, 0.05)], *look, slices=16), (0, 0.066, 0)))
    parts.append(
        moved(
            lathe(
                [(0.03, 0), (0.02, 0.05), (0.035, 0.07), (0.012, 0.09), (0.02, 0.11), (0.006, 0.13)], *gold, slices=24
            ),
            (0, 0.11, 0),
        )
    )
    parts += [rotated(box((0.05, 0.17, 0), (0.1, 0.014, 0.014), *gold), k * math.pi / 2 + 0.4) for k in range(4)]
    parts.append(ball((0.28, 0.085, 0.1), 0.013, (0.98, 0.98, 0.96)))
    return concat_shapes(*parts)


@register("stacks of chips")
def chips():
    tones = [(0.85, 0.1, 0.1), (0.15, 0.3, 0.75), (0.95, 0.75, 0.1), (0.1, 0.5, 0.25)]
    parts = []
    for i, (x, z, n) in enumerate(
        ((0.1, -0.45, 9), (0.2, -0.47, 6), (0.3, -0.44, 12), (0.42, -0.46, 7), (0.5, 0.1, 4), (0.85, -0.1, 3))
    ):
        parts += [disc((x, 0.843 + 0.008 * k, z), (0.038, 0.038), 0.0072, tones[(i + (k // 3)) % 4]) for k in range(n)]
    return concat_shapes(*parts)


@register("a roulette table with a wheel and chips")
def roulette_table(*, width=2.7, height=1.04, depth=1.4, wood="mahogany", felt=(0.06, 0.4, 0.22)):
    look = finish(wood)
    whole = concat_shapes(
        library_call("table_part", look=look, felt=felt),
        library_call("layout_part"),
        moved(library_call("wheel", look=look), (-0.87, 0.842, 0)),
        library_call("chips"),
    )
    return fitted(whole, width, height, depth)
