# /// asset
# word = "succulent"
# synonyms = ["potted succulent", "succulent plant", "echeveria", "small plant", "desk plant"]
# stands_for = ["jade plant", "aloe", "aloe vera"]
# category = "plants"
# support = "surface"
# colors = ["leaf", "pot_color"]
# materials = ["pot"]
# ///
import math

from scene.language import *
from scene.language.modelling import ellipsoid, finish, fitted, lathe, moved, rod, rotated, tinted


@register("the pot with pebbles on the earth")
def plant_pot(*, radius, height, look):
    pebbles = loop(
        14,
        lambda i: ellipsoid(
            (radius * 0.72 * math.cos(i * 0.449), height, radius * 0.72 * math.sin(i * 0.449)),
            (radius * 0.13, radius * 0.08, radius * 0.11),
            (0.75 - 0.04 * (i % 3), 0.72 - 0.04 * (i % 3), 0.66),
        ),
    )
    return concat_shapes(
        lathe([(radius * 0.78, 0), (radius, height)], *look, slices=12),
        rod((0, height, 0), (0, height * 1.01, 0), radius * 0.88, *surface("soil")),
        pebbles,
    )


@register("the rosette of thick pointed leaves")
def rosette(*, radius, leaf):
    tip = tuple(0.6 * c + 0.4 * d for c, d in zip(leaf, (0.85, 0.35, 0.4), strict=True))

    def fleshy(k):
        ring, count = (0, 9) if k < 9 else ((1, 7) if k < 16 else (2, 5))
        i = k - (0, 9, 16)[ring]
        lean, reach = (0.3, 0.7, 1.1)[ring], (0.62, 0.46, 0.3)[ring] * radius
        blade = concat_shapes(
            ellipsoid(
                (reach * 0.8, 0, 0),
                (reach * 0.78, reach * 0.16, reach * 0.36),
                tinted(leaf, 0.88 + 0.12 * ring),
                {"roughness": 0.45},
            ),
            ellipsoid((reach * 1.5, reach * 0.03, 0), (reach * 0.12, reach * 0.07, reach * 0.1), tip),
        )
        return moved(
            rotated(blade, lean, (0, 0, 1)), (0, radius * 0.12 * ring, 0), 2 * math.pi * i / count + 0.35 * ring
        )

    return concat_shapes(
        loop(21, fleshy), ellipsoid((0, radius * 0.4, 0), (radius * 0.12, radius * 0.2, radius * 0.12), leaf)
    )


@register("a rosette succulent in a small pot with pebbles")
def succulent(*, width=0.14, height=0.14, leaf=(0.45, 0.62, 0.5), pot_color=(0.92, 0.9, 0.86), pot="concrete"):
    look, pot_height = finish(pot, pot_color), height * 0.5
    whole = concat_shapes(
        library_call("plant_pot", radius=width * 0.4, height=pot_height, look=look),
        moved(library_call("rosette", radius=width * 0.5, leaf=leaf), (0, pot_height + 0.004, 0)),
    )
    return fitted(whole, width, height, width)
