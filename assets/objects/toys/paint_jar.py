# /// asset
# word = "paint jar"
# synonyms = ["paint pot", "jar of paint", "poster paint", "tempera paint", "acrylic paint", "paint jars"]
# stands_for = ["paint bottle"]
# category = "toys"
# support = "surface"
# colors = ["first", "second", "third"]
# ///
import math

from scene.language import *
from scene.language.modelling import ellipsoid, fitted, moved, rod


@register("a jar of paint")
def one_jar(*, radius, height, tone):
    drip = [
        rod(
            (radius * math.cos(a), height * (0.5 + 0.1 * k), radius * math.sin(a)),
            (radius * math.cos(a), height * 0.95, radius * math.sin(a)),
            radius * 0.1,
            tone,
            {"roughness": 0.15},
        )
        for k, a in enumerate((1.0, 1.7, 2.3))
    ]
    return concat_shapes(
        rod((0, 0, 0), (0, height * 0.82, 0), radius, (0.93, 0.95, 0.95), {"roughness": 0.2}),
        rod((0, height * 0.1, 0), (0, height * 0.6, 0), radius * 1.01, tone, {"roughness": 0.4}),
        rod((0, height * 0.26, 0), (0, height * 0.46, 0), radius * 1.02, (0.98, 0.97, 0.94)),
        rod((0, height * 0.82, 0), (0, height, 0), radius * 0.88, (0.9, 0.92, 0.92)),
        rod((0, height, 0), (0, height * 1.01, 0), radius * 0.78, tone, {"roughness": 0.1}),
        *drip,
    )


@register("a lid lying beside")
def lid(*, radius, height, tone):
    return concat_shapes(
        rod((0, 0, 0), (0, height, 0), radius, (0.97, 0.97, 0.96)),
        rod((0, height, 0), (0, height * 1.1, 0), radius * 0.7, tone),
    )


@register("a brush standing in the paint")
def standing_brush(*, length, radius):
    return concat_shapes(
        rod((0, 0, 0), (0, length * 0.16, 0), radius * 1.3, (0.8, 0.8, 0.82)),
        rod((0, length * 0.15, 0), (0, length * 0.98, 0), radius, (0.85, 0.68, 0.42)),
        ellipsoid((0, length * 0.98, 0), (radius, length * 0.02, radius), (0.85, 0.68, 0.42)),
    )


@register("three open jars of paint with a brush standing in one")
def paint_jar(
    *, width=0.2, height=0.16, depth=0.13, first=(0.85, 0.18, 0.16), second=(0.98, 0.8, 0.15), third=(0.15, 0.42, 0.8)
):
    r, tall = 0.032, 0.075
    brush = moved(
        library_call("standing_brush", length=0.15, radius=0.004), (-0.035, tall * 0.6, -0.02), -0.25, (0, 0, 1)
    )
    whole = concat_shapes(
        place("one_jar", at=(-0.045, 0, -0.02), radius=r, height=tall, tone=first),
        place("one_jar", at=(0.05, 0, -0.03), radius=r, height=tall, tone=third),
        place("one_jar", at=(0.012, 0, 0.045), radius=r, height=tall, tone=second),
        place("lid", at=(0.075, 0, 0.045), radius=r * 0.92, height=0.014, tone=second),
        brush,
    )
    return fitted(whole, width, height, depth)
