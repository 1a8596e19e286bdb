# /// asset
# word = "gingerbread house"
# synonyms = ["candy house", "gingerbread cottage", "fairy tale house", "witch house", "life-size gingerbread house"]
# category = "food"
# support = "surface"
# colors = ["biscuit", "icing"]
# [variants]
# width = {"life-size" = 2.7, "fairy tale" = 2.7, "witch" = 2.7}
# height = {"life-size" = 2.9, "fairy tale" = 2.9, "witch" = 2.9}
# depth = {"life-size" = 2.7, "fairy tale" = 2.7, "witch" = 2.7}
# ///
import math

from scene.language import *
from scene.language.modelling import ball, beam, block, box, cone, darker, fitted, rod, tube

SWEETS = (
    (0.88, 0.15, 0.2),
    (0.98, 0.8, 0.2),
    (0.3, 0.62, 0.3),
    (0.25, 0.5, 0.8),
    (0.95, 0.5, 0.65),
    (0.95, 0.55, 0.15),
)
SOFT = {"roughness": 0.85}


@register("the biscuit walls with their gables")
def walls(*, biscuit, icing):
    parts = [block((0, 0.02, 0), (0.26, 0.15, 0.22), biscuit, SOFT)]
    for k in range(12):
        t = (k + 0.5) / 12
        parts.append(box((0, 0.17 + 0.13 * t, 0), (0.26 * (1 - t) + 0.004, 0.13 / 12, 0.219), biscuit, SOFT))
    corners = [(x, z) for x in (-0.13, 0.13) for z in (-0.11, 0.11)]
    parts += [tube([(x, 0.02, z), (x, 0.165, z)], 0.008, icing, SOFT) for x, z in corners]
    return concat_shapes(*parts)


@register("the roof with rows of sweets and dripping icing")
def roof(*, biscuit, icing):
    parts = []
    for s in (-1, 1):
        parts.append(beam((s * 0.158, 0.148, 0), (s * 0.002, 0.312, 0), (0.27, 0.016), darker(biscuit, 0.8), SOFT))
        parts.append(beam((s * 0.12, 0.2, 0), (0, 0.325, 0), (0.272, 0.012), icing, SOFT))
        for i in range(4):
            t = 0.14 + 0.24 * i
            x, y = s * 0.158 * (1 - t), 0.148 + 0.164 * t
            for k in range(6):
                z = -0.11 + 0.044 * k + 0.011 * (i % 2)
                tone = SWEETS[(k + 2 * i) % 6]
                parts.append(ball((x + s * 0.012, y + 0.013, z), 0.0125, tone, {"roughness": 0.2}))
        for k in range(9):
            z = -0.128 + 0.032 * k
            drop = 0.012 + 0.014 * ((k * 5) % 3)
            parts.append(tube([(s * 0.162, 0.152, z), (s * 0.164, 0.15 - drop, z)], 0.008, icing, SOFT))
        parts += [tube([(s * 0.166, 0.146, z), (0, 0.32, z)], 0.009, icing, SOFT) for z in (-0.138, 0.138)]
    parts += [ball((0, 0.328, -0.12 + 0.048 * k), 0.016, SWEETS[k % 6], {"roughness": 0.2}) for k in range(6)]
    return concat_shapes(*parts)


@register("a candy cane, striped red and white")
def cane(*, at, size):
    x, y, z = at
    points = [(x, y + size * t, z) for t in (0, 0.14, 0.28, 0.42, 0.56, 0.7)]
    points += [
        (x + size * 0.15 - size * 0.15 * math.cos(a), y + size * 0.7 + size * 0.15 * math.sin(a), z)
        for a in (0.6, 1.2, 1.8, 2.4, 3.0)
    ]
    look = {"roughness": 0.25}
    return concat_shapes(
        *[
            tube([points[k], points[k + 1]], size * 0.055, (0.85, 0.1, 0.14) if k % 2 else (0.97, 0.96, 0.94), look)
            for k in range(len(points) - 1)
        ]
    )


@register("the door, the windows and the garden of sweets")
def front(*, biscuit, icing):
    parts = [
        box((0, 0.07, 0.112), (0.07, 0.1, 0.008), darker(biscuit, 0.55), SOFT),
        rod((0, 0.12, 0.108), (0, 0.12, 0.116), 0.035, darker(biscuit, 0.55), SOFT),
    ]
    parts.append(
        tube(
            [
                (-0.037, 0.022, 0.116),
                (-0.037, 0.12, 0.116),
                *[(0.037 * math.cos(a), 0.12 + 0.037 * math.sin(a), 0.116) for a in (2.6, 2.0, 1.57, 1.1, 0.5)],
                (0.037, 0.12, 0.116),
                (0.037, 0.022, 0.116),
            ],
            0.006,
            icing,
            SOFT,
        )
    )
    parts.append(ball((0.022, 0.075, 0.118), 0.007, SWEETS[1], {"roughness": 0.2}))
    for x, z, side in ((-0.085, 0.112, 0), (0.085, 0.112, 0), (0.132, 0.02, 1)):
        size = (0.006, 0.05, 0.05) if side else (0.05, 0.05, 0.006)
        parts.append(box((x, 0.105, z), size, (1.0, 0.85, 0.4), {"emission": 0.35}))
        grow = (0.008, 0.006, 0.056) if side else (0.056, 0.006, 0.01)
        high = (0.008, 0.056, 0.006) if side else (0.006, 0.056, 0.01)
        parts += [box((x, 0.105 + dy, z), grow, icing, SOFT) for dy in (-0.026, 0, 0.026)]
        offsets = ((0, -0.026), (0, 0), (0, 0.026)) if side else ((-0.026, 0), (0, 0), (0.026, 0))
        parts += [box((x + dx, 0.105, z + dz), high, icing, SOFT) for dx, dz in offsets]
    parts += [library_call("cane", at=(s * 0.062, 0.018, 0.135), size=0.11) for s in (-1, 1)]
    parts.append(rod((0, 0.245, 0.109), (0, 0.245, 0.117), 0.026, SWEETS[0], {"roughness": 0.2}))
    parts.append(rod((0, 0.245, 0.115), (0, 0.245, 0.12), 0.016, icing, SOFT))
    for k in range(7):
        x = -0.15 + 0.05 * k
        if abs(x) > 0.03:
            parts.append(cone((x, 0.016, 0.165), (x, 0.05, 0.165), 0.016, SWEETS[(k * 2) % 6], {"roughness": 0.3}))
    parts += [
        rod(
            (0.016 * (-1) ** k, 0.016, 0.125 + 0.018 * k),
            (0.016 * (-1) ** k, 0.021, 0.125 + 0.018 * k),
            0.013,
            SWEETS[(k + 3) % 6],
            {"roughness": 0.3},
        )
        for k in range(4)
    ]
    return concat_shapes(*parts)


@register("a gingerbread house with icing, sweets and candy canes")
def gingerbread_house(*, width=0.38, height=0.4, depth=0.38, biscuit=(0.66, 0.4, 0.2), icing=(0.97, 0.96, 0.94)):
    chimney = [
        block((0.07, 0.22, -0.05), (0.045, 0.13, 0.045), darker(biscuit, 0.85), SOFT),
        block((0.07, 0.345, -0.05), (0.055, 0.014, 0.055), icing, SOFT),
    ]
    ground = [block((0, 0, 0), (0.38, 0.016, 0.38), icing, SOFT)]
    whole = concat_shapes(
        *ground,
        library_call("walls", biscuit=biscuit, icing=icing),
        library_call("roof", biscuit=biscuit, icing=icing),
        library_call("front", biscuit=biscuit, icing=icing),
        *chimney,
    )
    return fitted(whole, width, height, depth)
