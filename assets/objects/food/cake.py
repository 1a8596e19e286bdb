# /// asset
# word = "cake"
# synonyms = ["birthday cake", "layer cake", "layered cake", "dessert", "chocolate cake"]
# category = "food"
# support = "surface"
# colors = ["icing", "sponge"]
# ///
import math

from scene.language import *
from scene.language.modelling import ellipsoid, rod


@register("the stand")
def stand(*, radius, height):
    china = surface("porcelain")
    return concat_shapes(
        rod((0, 0, 0), (0, height * 0.15, 0), radius * 0.5, *china),
        rod((0, 0, 0), (0, height, 0), radius * 0.14, *china),
        rod((0, height * 0.85, 0), (0, height, 0), radius, *china),
    )


@register("two layers of sponge with cream and icing")
def layers(*, radius, base, height, icing, sponge):
    cream = (0.98, 0.95, 0.88)
    gloss = {"roughness": 0.3}

    def run(i):
        """Icing that ran over the edge: it leaves the rim in a curve and ends in a bead."""
        x, z = radius * math.cos(i * 0.393), radius * math.sin(i * 0.393)
        foot, head = base + height * (0.66, 0.5, 0.6, 0.72, 0.54)[i % 5], base + height * 0.97
        return concat_shapes(
            ellipsoid((x, head - height * 0.05, z), (radius * 0.17, height * 0.1, radius * 0.17), icing, gloss),
            ellipsoid((x, (foot + head) / 2, z), (radius * 0.085, (head - foot) / 2, radius * 0.085), icing, gloss),
            ellipsoid((x, foot + height * 0.03, z), (radius * 0.1, height * 0.07, radius * 0.1), icing, gloss),
        )

    drips = loop(16, run)
    rim = loop(
        48,
        lambda i: ellipsoid(
            (
                radius * 0.97 * math.cos(i * math.pi / 24),
                base + height * 0.955,
                radius * 0.97 * math.sin(i * math.pi / 24),
            ),
            (radius * 0.1, height * 0.075, radius * 0.1),
            icing,
            gloss,
        ),
    )
    return concat_shapes(
        rod((0, base, 0), (0, base + height * 0.4, 0), radius, sponge),
        rod((0, base + height * 0.4, 0), (0, base + height * 0.5, 0), radius * 1.01, cream),
        rod((0, base + height * 0.5, 0), (0, base + height * 0.88, 0), radius, sponge),
        rod((0, base + height * 0.87, 0), (0, base + height, 0), radius * 0.985, icing, gloss),
        rim,
        drips,
    )


@register("cherries around the edge")
def cherries(*, radius, y):
    return loop(
        8,
        lambda i: concat_shapes(
            ellipsoid(
                (radius * 0.78 * math.cos(i * 0.785), y, radius * 0.78 * math.sin(i * 0.785)),
                (radius * 0.17, radius * 0.09, radius * 0.17),
                (0.99, 0.97, 0.93),
            ),
            ellipsoid(
                (radius * 0.78 * math.cos(i * 0.785), y + radius * 0.11, radius * 0.78 * math.sin(i * 0.785)),
                (radius * 0.11,) * 3,
                (0.72, 0.05, 0.1),
                {"roughness": 0.2},
            ),
        ),
    )


@register("a burning candle")
def birthday_candle(*, height, tint):
    return concat_shapes(
        rod((0, 0, 0), (0, height * 0.72, 0), height * 0.075, tint),
        ellipsoid((0, height * 0.86, 0), (height * 0.07, height * 0.14, height * 0.07), *surface("flame")),
    )


@register("a birthday cake with icing, cherries and candles on a stand")
def cake(*, width=0.3, height=0.3, icing=(0.96, 0.72, 0.78), sponge=(0.55, 0.32, 0.18)):
    radius, foot, top = width / 2, height * 0.25, height * 0.7
    tints = ((0.3, 0.55, 0.85), (0.95, 0.8, 0.3), (0.4, 0.72, 0.45), (0.85, 0.35, 0.45), (0.6, 0.45, 0.8))
    return concat_shapes(
        library_call("stand", radius=radius, height=foot),
        library_call("layers", radius=radius * 0.78, base=foot, height=top - foot, icing=icing, sponge=sponge),
        library_call("cherries", radius=radius * 0.78, y=top),
        *[
            place(
                "birthday_candle",
                at=(radius * 0.36 * math.cos(i * 1.257), top, radius * 0.36 * math.sin(i * 1.257)),
                height=height - top,
                tint=tint,
            )
            for i, tint in enumerate(tints)
        ],
    )
