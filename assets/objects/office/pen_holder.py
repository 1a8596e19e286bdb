# /// asset
# word = "pen holder"
# synonyms = [
#     "pencil holder", "pencil cup", "cup of pencils", "pen cup", "desk organizer", "tin of coloured pencils",
#     "art caddy", "art supply caddy", "marker set", "colored pencils", "pencils", "pens", "markers", "stationery",
# ]
# stands_for = ["pencil case", "brush holder", "brush set"]
# category = "office"
# support = "surface"
# colors = ["cup_color"]
# ///
import math

from scene.language import *
from scene.language.modelling import box, cone, ellipsoid, fitted, moved, rod, round_wall


@register("the cup")
def cup_part(*, radius, height, cup_color):
    return concat_shapes(
        rod((0, 0, 0), (0, height * 0.3, 0), radius * 0.97, cup_color),
        round_wall((radius, 0), (radius, height), radius * 0.08, cup_color, {"roughness": 0.4}, panels=30),
    )


@register("one pencil, point up")
def upright_pencil(*, length, radius, tone):
    return concat_shapes(
        rod((0, 0, 0), (0, length * 0.86, 0), radius, tone),
        cone((0, length * 0.86, 0), (0, length, 0), radius, (0.87, 0.7, 0.48)),
        cone((0, length * 0.95, 0), (0, length * 1.003, 0), radius * 0.4, tone),
    )


@register("a pen, cap up")
def upright_pen(*, length, radius, tone):
    return concat_shapes(
        rod((0, 0, 0), (0, length * 0.95, 0), radius, tone, {"roughness": 0.3}),
        ellipsoid((0, length * 0.95, 0), (radius, length * 0.05, radius), tone),
        box((radius * 1.2, length * 0.84, 0), (radius * 0.4, length * 0.2, radius * 0.5), (0.8, 0.8, 0.82)),
    )


@register("a pen holder full of pencils, pens and a ruler")
def pen_holder(*, width=0.1, height=0.2, cup_color=(0.2, 0.2, 0.22)):
    radius, rim = width * 0.42, height * 0.5
    tints = (
        (0.95, 0.72, 0.1),
        (0.85, 0.2, 0.2),
        (0.2, 0.5, 0.8),
        (0.3, 0.65, 0.35),
        (0.6, 0.35, 0.7),
        (0.95, 0.5, 0.15),
        (0.15, 0.15, 0.17),
    )
    tools = []
    for i, tone in enumerate(tints):
        angle = i * 2 * math.pi / len(tints)
        lean = rotation_matrix(0.16, (math.sin(angle), 0, -math.cos(angle)), (0, 0, 0))
        kind = "upright_pen" if i in (2, 6) else "upright_pencil"
        tools.append(
            transform_shape(
                library_call(kind, length=height * (0.9 - 0.05 * (i % 3)), radius=0.0042, tone=tone),
                translation_matrix((radius * 0.35 * math.cos(angle), height * 0.08, radius * 0.35 * math.sin(angle)))
                @ lean,
            )
        )
    ruler = moved(
        box((0, height * 0.44, 0), (0.022, height * 0.88, 0.002), (0.9, 0.85, 0.65)),
        (0, height * 0.1, -radius * 0.2),
        0.06,
        (0, 0, 1),
    )
    ticks = [
        moved(
            box((0.006, height * (0.5 + 0.045 * k), 0.0012), (0.009, 0.001, 0.001), (0.2, 0.2, 0.2)),
            (0, height * 0.1, -radius * 0.2),
            0.06,
            (0, 0, 1),
        )
        for k in range(8)
    ]
    whole = concat_shapes(
        library_call("cup_part", radius=radius, height=rim, cup_color=cup_color), *tools, ruler, *ticks
    )
    return fitted(whole, width, height, width)
