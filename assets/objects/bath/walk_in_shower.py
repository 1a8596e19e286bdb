# /// asset
# word = "walk-in shower"
# synonyms = ["frameless shower", "open shower", "wet room shower", "walk in shower", "frameless glass shower"]
# category = "bath"
# support = "floor"
# clearance = {front = 0.7}
# colors = ["metal_color", "tile_color", "accent"]
# materials = ["metal", "tile"]
# ///
import math

from scene.language import *
from scene.language.modelling import block, darker, finish, fitted, moved, pipe, rod, rotated, tinted


@register("the tiled wall")
def tiles(width, height, look):
    grout = darker(look[0], 0.82), look[1]
    rows, columns = round(height / 0.3), round(width / 0.4)
    parts = [block((0, 0, 0), (width, height, 0.03), *look)]
    parts += [block((0, height / rows * i, 0.0155), (width - 0.002, 0.006, 0.002), *grout) for i in range(1, rows)]
    parts += [
        block((width / columns * (i - columns / 2), 0.001, 0.0155), (0.006, height - 0.002, 0.003), *grout)
        for i in range(1, columns)
    ]
    return concat_shapes(*parts)


@register("a strip of mosaic up the wall")
def mosaic(width, height, color):
    shades = [(tinted(color, f), {"roughness": 0.2}) for f in (0.8, 1.0, 1.25)]
    columns = 6
    step = width / columns
    rows = int(height / step)
    parts = [block((0, 0, 0), (width, height, 0.006), darker(color, 0.5), {"roughness": 0.6})]
    parts += [
        block(
            (step * (i - (columns - 1) / 2), height / rows * (j + 0.05), 0.003),
            (step * 0.9, height / rows * 0.9, 0.005),
            *shades[(i * 7 + j * 5 + i * j) % 3],
        )
        for i in range(columns)
        for j in range(rows)
    ]
    return concat_shapes(*parts)


@register("the glass screen with its stay bar")
def glass_screen(width, height, reach, metal):
    edge = (0.45, 0.68, 0.62), {"roughness": 0.1}
    return concat_shapes(
        block((0.005, 0.02, 0), (width - 0.02, height - 0.03, 0.01), *finish("glass")),
        block((width / 2 - 0.006, 0.02, 0), (0.008, height - 0.022, 0.011), *edge),
        block((0.005, height - 0.01, 0), (width - 0.03, 0.008, 0.0105), *edge),
        block((0, 0, 0), (width, 0.025, 0.024), *metal),
        block((-width / 2 + 0.01, 0.026, 0), (0.02, height - 0.027, 0.024), *metal),
        rod((width / 2 - 0.06, height - 0.012, 0), (width / 2 - 0.06, height - 0.012, -reach), 0.011, *metal),
        block((width / 2 - 0.06, height - 0.04, 0), (0.05, 0.05, 0.04), *metal),
    )


@register("the rain head with the hand shower and the tap")
def fittings(look):
    """The wall is at z = 0; the tap stands a metre up."""
    dark = finish("black rubber")
    head = 0.43
    nozzles = [
        rod(
            (0.11 * r * math.cos(a), 1.995, head + 0.11 * r * math.sin(a)),
            (0.11 * r * math.cos(a), 2.001, head + 0.11 * r * math.sin(a)),
            0.006,
            *dark,
        )
        for r, n in ((0.3, 6), (0.62, 10), (0.95, 14))
        for a in [2 * math.pi * k / n for k in range(n)]
    ]
    hose = [
        (0.09, 1.0, 0.05),
        (0.1, 0.72, 0.07),
        (0.14, 0.64, 0.075),
        (0.18, 0.72, 0.07),
        (0.17, 1.3, 0.06),
        (0.14, 1.52, 0.085),
    ]
    return concat_shapes(
        pipe([(0, 1.0, 0.035), (0, 2.05, 0.035), (0, 2.09, 0.07), (0, 2.09, head), (0, 2.02, head)], 0.014, *look),
        rod((0, 2.0, head), (0, 2.018, head), 0.16, *look),
        rod((0, 2.015, head), (0, 2.035, head), 0.05, *look),
        *nozzles,
        block((0, 0.98, 0.035), (0.3, 0.05, 0.055), *look),
        *[rod((s * 0.15, 1.005, 0.035), (s * 0.19, 1.005, 0.035), 0.03, *look) for s in (-1, 1)],
        *[rod((0, y, 0), (0, y, 0.035), 0.012, *look) for y in (1.25, 1.9)],
        pipe(hose, 0.008, *look),
        rod((0, 1.56, 0.035), (0.13, 1.56, 0.06), 0.012, *look),
        rod((0.14, 1.46, 0.075), (0.13, 1.6, 0.1), 0.015, *look),
        rod((0.13, 1.6, 0.085), (0.125, 1.585, 0.13), 0.06, *look),
    )


@register("a corner shelf with bottles and soap")
def bottle_shelf(look):
    bottles = (
        (-0.08, 0.2, 0.032, finish("orange plastic")),
        (0.0, 0.17, 0.035, finish("white plastic")),
        (0.085, 0.22, 0.03, finish("green plastic")),
    )
    parts = [block((0, -0.012, 0.06), (0.3, 0.012, 0.12), *look)]
    for x, tall, radius, tone in bottles:
        parts.append(rod((x, 0, 0.06), (x, tall * 0.8, 0.06), radius, *tone))
        parts.append(rod((x, tall * 0.8, 0.06), (x, tall, 0.06), radius * 0.45, *finish("charcoal plastic")))
    return concat_shapes(*parts)


@register("a walk-in shower with one frameless glass screen and a rain head")
def walk_in_shower(
    *,
    width=1.3,
    depth=0.95,
    height=2.15,
    metal="chrome",
    metal_color=None,
    tile="light gray tile",
    tile_color=None,
    accent=(0.1, 0.32, 0.4),
) -> Shape:
    steel, wall = finish(metal, metal_color), finish(tile, tile_color)
    tray, back = finish("white porcelain"), -depth / 2 + 0.03
    parts = [
        block((0, 0, 0), (width, 0.03, depth), *tray),
        block((0.015, 0.028, 0.015), (width - 0.14, 0.004, depth - 0.17), darker(tray[0], 0.9), tray[1]),
        block((0.015, 0.029, back + 0.16), (width * 0.6, 0.006, 0.06), *steel),
    ]
    parts.append(place("tiles", at=(0, 0.03, back - 0.015), width=width, height=height - 0.03, look=wall))
    side = rotated(library_call("tiles", width=depth - 0.03, height=height - 0.03, look=wall), math.pi / 2)
    parts.append(moved(side, (-width / 2 + 0.015, 0.03, 0.015)))
    screen = width * 0.46
    at = width * 0.24
    strip = library_call("mosaic", width=min(0.46, width * 0.36), height=height - 0.04, color=accent)
    parts.append(moved(strip, (at, 0.032, back + 0.003)))
    pane = library_call("glass_screen", width=screen, height=2.0, reach=depth - 0.08, metal=steel)
    parts.append(moved(pane, (-width / 2 + screen / 2 + 0.03, 0.03, depth / 2 - 0.04)))
    parts.append(moved(library_call("fittings", look=steel), (at, 0, back + 0.005)))
    parts.append(moved(library_call("bottle_shelf", look=steel), (-width * 0.24, 1.1, back)))
    return fitted(concat_shapes(*parts), width, height, depth)
