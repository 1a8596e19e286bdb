# /// asset
# word = "obelisk"
# synonyms = ["egyptian obelisk", "stone obelisk"]
# category = "decor"
# support = "floor"
# colors = ["paint"]
# materials = ["stone", "tip"]
# ///
from scene.language import *
from scene.language.modelling import block, box, darker, disc, ellipsoid, finish, fitted, moved, rod


@register("the tapering shaft with its golden tip")
def shaft(*, look, tip):
    parts, n = [], 46
    for i in range(n):
        y, w = 0.36 + 1.74 * i / n, 0.36 - 0.13 * i / n
        parts.append(block((0, y, 0), (w, 1.74 / n + 0.001, w), *look))
    for i in range(14):
        w = 0.23 * (1 - i / 14)
        parts.append(block((0, 2.1 + 0.22 * i / 14, 0), (w, 0.22 / 14 + 0.001, w), *tip))
    return concat_shapes(*parts)


@register("the signs cut into one side")
def signs(*, look):
    dark = (darker(look[0], 0.55), look[1])
    parts = []
    for i in range(7):
        y = 0.62 + 0.2 * i
        z = (0.36 - 0.13 * (y - 0.36) / 1.74) / 2 + 0.001
        kind = i % 4
        if kind == 0:
            parts += [
                ellipsoid((0, y, z), (0.05, 0.03, 0.004), *dark),
                rod((0, y, z), (0, y, z + 0.006), 0.014, *look),
                box((0.02, y - 0.045, z), (0.012, 0.04, 0.006), *dark),
            ]
        elif kind == 1:
            parts += [box((0.0, y - 0.03 + 0.025 * k, z), (0.1, 0.009, 0.006), *dark) for k in range(3)]
        elif kind == 2:
            parts += [
                box((0, y - 0.02, z), (0.014, 0.09, 0.006), *dark),
                box((0, y + 0.005, z), (0.07, 0.014, 0.006), *dark),
            ]
            parts.append(ellipsoid((0, y + 0.045, z), (0.02, 0.03, 0.004), *dark))
        else:
            parts += [
                ellipsoid((-0.01, y, z), (0.045, 0.022, 0.004), *dark),
                rod((0.035, y + 0.03, z - 0.002), (0.035, y + 0.03, z + 0.003), 0.016, *dark),
            ]
            parts += [box((x, y - 0.035, z), (0.008, 0.035, 0.006), *dark) for x in (-0.015, 0.01)]
    return concat_shapes(*parts)


@register("a stone obelisk with cut signs and a golden tip")
def obelisk(*, width=0.62, height=2.32, depth=0.62, stone="sandstone", paint=None, tip="gold"):
    look = finish(stone, paint)
    four = [moved(library_call("signs", look=look), (0, 0, 0), k * 1.5707963) for k in range(4)]
    whole = concat_shapes(
        block((0, 0, 0), (0.62, 0.14, 0.62), darker(look[0], 0.85), look[1]),
        block((0, 0.14, 0), (0.5, 0.16, 0.5), *look),
        block((0, 0.3, 0), (0.42, 0.06, 0.42), darker(look[0], 0.9), look[1]),
        disc((0, 0.35, 0), (0.2, 0.2), 0.02, *look),
        library_call("shaft", look=look, tip=finish(tip)),
        *four,
    )
    return fitted(whole, width, height, depth)
