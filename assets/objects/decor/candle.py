# /// asset
# word = "candle"
# synonyms = ["scented candle", "pillar candle", "white candle", "beeswax candle"]
# stands_for = ["tea light", "candle jar", "jar candle"]
# category = "decor"
# support = "surface"
# colors = ["wax"]
# materials = ["dish"]
# ///
import math

from scene.language import *
from scene.language.modelling import cone, darker, ellipsoid, rod


@register("the dish under the candle")
def candle_dish(*, radius, height, dish):
    return concat_shapes(
        rod((0, 0, 0), (0, height * 0.5, 0), radius, *surface(dish)),
        rod((0, height * 0.5, 0), (0, height, 0), radius * 0.94, *surface(dish)),
    )


@register("the wax, with drips and a hollow top")
def pillar(*, radius, base, top, wax):
    height = top - base
    soft = {"roughness": 0.4}

    def run(angle, low, thick):
        """Wax that came over the rim and ran down to `low`, thin above and with a bead at its end."""
        x, z, foot = radius * math.cos(angle), radius * math.sin(angle), base + height * low
        return concat_shapes(
            ellipsoid((0.96 * x, top, 0.96 * z), (radius * 0.2, radius * 0.1, radius * 0.2), wax, soft),
            ellipsoid(
                (x, (top + foot) / 2, z), (radius * thick, (top - foot) / 2 + radius * 0.1, radius * thick), wax, soft
            ),
            ellipsoid(
                (x, foot + radius * 0.05, z), (radius * thick * 1.35, radius * 0.2, radius * thick * 1.35), wax, soft
            ),
        )

    drips = [
        run(angle, low, thick)
        for angle, low, thick in (
            (0.25, 0.68, 0.09), (1.15, 0.5, 0.11), (1.62, 0.74, 0.08), (3.0, 0.48, 0.11), (4.4, 0.62, 0.1), (5.4, 0.75, 0.08),
        )
    ]  # fmt: skip
    rim = [
        ellipsoid(
            (radius * 0.93 * math.cos(a), top, radius * 0.93 * math.sin(a)),
            (radius * 0.12, radius * 0.07, radius * 0.12),
            wax,
            soft,
        )
        for a in (2 * math.pi * k / 40 for k in range(40))
    ]
    return concat_shapes(
        rod((0, base, 0), (0, top, 0), radius, wax, {"roughness": 0.4}),
        rod(
            (0, top, 0),
            (0, top + height * 0.005, 0),
            radius * 0.8,
            darker(wax, 0.92),
            {"roughness": 0.15},
        ),
        *rim,
        *drips,
    )


@register("the burning wick")
def flame(*, base, height):
    glow = surface("flame")
    return concat_shapes(
        rod((0, base, 0), (0, base + height * 0.3, 0), height * 0.05, (0.1, 0.08, 0.06)),
        ellipsoid((0, base + height * 0.56, 0), (height * 0.2, height * 0.36, height * 0.2), *glow),
        cone((0, base + height * 0.66, 0), (0, base + height, 0), height * 0.17, *glow),
    )


@register("a burning pillar candle on a small dish")
def candle(*, width=0.11, height=0.18, wax=(0.96, 0.93, 0.84), dish="brass"):
    radius, top = width / 2, height * 0.76
    return concat_shapes(
        library_call("candle_dish", radius=radius, height=height * 0.06, dish=dish),
        library_call("pillar", radius=radius * 0.68, base=height * 0.05, top=top, wax=wax),
        library_call("flame", base=top, height=height - top),
    )
