# /// asset
# word = "candle"
# synonyms = ["scented candle", "pillar candle", "white candle", "beeswax candle"]
# stands_for = ["tea light", "candle jar", "jar candle"]
# phrase = "a burning pillar candle on a small dish"
# category = "decor"
# support = "surface"
# [colors]
# wax = [0.96, 0.93, 0.84]
# [materials]
# dish = "brass"
# ///
import math

from scene.language import *


def rod(start, end, radius, color, material=None):
    return primitive_call("cylinder", {"radius": radius, "p0": start, "p1": end}, color=color, material=material)


def ellipsoid(center, radii, color, material=None):
    unit = primitive_call("sphere", {"radius": 1.0}, color=color, material=material)
    return transform_shape(unit, translation_matrix(center) @ scale_matrix(radii, (0, 0, 0)))


@register("the dish under the candle")
def candle_dish(*, radius, height, dish):
    return concat_shapes(
        rod((0, 0, 0), (0, height * 0.5, 0), radius, *surface(dish)),
        rod((0, height * 0.5, 0), (0, height, 0), radius * 0.94, *surface(dish)),
    )


@register("the wax, with drips and a hollow top")
def pillar(*, radius, base, top, wax):
    height = top - base
    drips = [
        rod(
            (radius * 0.98 * math.cos(a), base + height * low, radius * 0.98 * math.sin(a)),
            (radius * 0.95 * math.cos(a), top - height * 0.03, radius * 0.95 * math.sin(a)),
            radius * 0.12,
            wax,
            {"roughness": 0.4},
        )
        for a, low in ((1.2, 0.55), (1.6, 0.72), (0.3, 0.66), (3.0, 0.5), (4.4, 0.62), (5.3, 0.75))
    ]
    tips = [
        ellipsoid(
            (radius * 0.98 * math.cos(a), base + height * low, radius * 0.98 * math.sin(a)),
            (radius * 0.14,) * 3,
            wax,
            {"roughness": 0.4},
        )
        for a, low in ((1.2, 0.55), (0.3, 0.66), (3.0, 0.5))
    ]
    return concat_shapes(
        rod((0, base, 0), (0, top, 0), radius, wax, {"roughness": 0.4}),
        rod(
            (0, top, 0),
            (0, top + height * 0.005, 0),
            radius * 0.8,
            tuple(min(1, c * 0.92) for c in wax),
            {"roughness": 0.15},
        ),
        *drips,
        *tips,
    )


@register("the burning wick")
def flame(*, base, height):
    glow = surface("flame")
    return concat_shapes(
        rod((0, base, 0), (0, base + height * 0.3, 0), height * 0.05, (0.1, 0.08, 0.06)),
        ellipsoid((0, base + height * 0.56, 0), (height * 0.2, height * 0.36, height * 0.2), *glow),
        primitive_call(
            "cone",
            {"radius": height * 0.17, "p0": (0, base + height * 0.66, 0), "p1": (0, base + height, 0)},
            color=glow[0],
            material=glow[1],
        ),
    )


@register("a burning pillar candle on a small dish")
def candle(*, width=0.11, height=0.18, wax=(0.96, 0.93, 0.84), dish="brass"):
    radius, top = width / 2, height * 0.76
    return concat_shapes(
        library_call("candle_dish", radius=radius, height=height * 0.06, dish=dish),
        library_call("pillar", radius=radius * 0.68, base=height * 0.05, top=top, wax=wax),
        library_call("flame", base=top, height=height - top),
    )
