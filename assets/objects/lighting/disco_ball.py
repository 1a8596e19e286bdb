# /// asset
# word = "disco ball"
# synonyms = ["mirror ball", "mirrored ball", "glitter ball", "disco mirror ball"]
# stands_for = ["disco light"]
# category = "lighting"
# support = "ceiling"
# colors = ["tint"]
# ///
import math

from scene.language import *
from scene.language.modelling import box, darker, ellipsoid, fitted, rod


@register("the ball of little mirrors")
def mirrors(*, radius, tint):
    rows, parts = 17, [ellipsoid((0, 0, 0), (radius * 0.97,) * 3, (0.2, 0.2, 0.22), {"roughness": 0.5})]
    tile = math.pi * radius / rows
    shades = (1.0, 0.72, 0.9, 0.5, 0.96, 0.62, 0.82)
    for j in range(rows):
        up = -math.pi / 2 + math.pi * (j + 0.5) / rows
        count = max(3, round(2 * math.pi * radius * math.cos(up) / tile))
        for i in range(count):
            shade = shades[(3 * i + 5 * j + i * i * j) % 7]
            one = box(
                (0, 0, radius),
                (tile * 0.9, tile * 0.9, radius * 0.05),
                darker(tint, shade),
                {"metallic": 0.6, "roughness": 0.12},
            )
            turn = rotation_matrix(2 * math.pi * (i + 0.5 * (j % 2)) / count, (0, 1, 0), (0, 0, 0))
            parts.append(transform_shape(one, turn @ rotation_matrix(-up, (1, 0, 0), (0, 0, 0))))
    return concat_shapes(*parts)


@register("the cap, the rod and the motor at the ceiling")
def disco_mount(*, radius, drop):
    chrome = surface("chrome")
    return concat_shapes(
        rod((0, radius * 0.97, 0), (0, radius * 1.12, 0), radius * 0.2, *chrome),
        rod((0, radius * 1.1, 0), (0, radius + drop, 0), 0.006, *chrome),
        rod((0, radius + drop - 0.05, 0), (0, radius + drop, 0), 0.045, (0.12, 0.12, 0.13)),
    )


@register("a disco ball of little mirrors hanging on a rod")
def disco_ball(*, width=0.4, height=0.75, tint=(0.82, 0.85, 0.88)):
    radius = 0.2
    whole = concat_shapes(
        library_call("mirrors", radius=radius, tint=tint), library_call("disco_mount", radius=radius, drop=0.34)
    )
    return fitted(whole, width, height, width)
