# /// asset
# word = "wizard hat"
# synonyms = ["witch hat", "wizard's hat", "witch's hat", "magician hat", "pointed hat"]
# category = "textiles"
# support = "surface"
# colors = ["paint", "stars"]
# ///
import math

from scene.language import *
from scene.language.modelling import ball, box, darker, disc, ellipsoid, fitted, moved, ring, rotated


@register("the bent pointed crown")
def crown_part(*, paint):
    soft, parts, n = {"roughness": 0.9}, [], 46
    for i in range(n):
        t = i / (n - 1)
        r = 0.105 * (1 - t) ** 0.9 + 0.006
        x = 0.085 * max(0.0, t - 0.45) ** 1.6 * 3.0
        y = 0.02 + 0.3 * t - 0.05 * max(0.0, t - 0.6)
        crease = 1.0 + (0.05 if i % 9 in (0, 1) else 0.0)
        parts.append(
            moved(
                ellipsoid((0, 0, 0), (r * crease, 0.012, r * crease), paint, soft),
                (x, y, 0),
                -0.5 * max(0.0, t - 0.4),
                (0, 0, 1),
            )
        )
    return concat_shapes(*parts)


@register("the wide brim and the band with its buckle")
def brim(*, paint):
    soft, parts = {"roughness": 0.9}, []
    for i in range(30):
        a = 2 * math.pi * i / 30
        lift = 0.01 + 0.009 * math.sin(2 * a + 0.6)
        parts.append(
            moved(ellipsoid((0.145, lift, 0), (0.062, 0.0075, 0.055), darker(paint, 0.92), soft), (0, 0, 0), a)
        )
    return concat_shapes(
        *parts,
        disc((0, 0.004, 0), (0.125, 0.125), 0.014, darker(paint, 0.9), soft),
        ring((0, 0.03, 0), 0.107, 0.013, darker(paint, 0.45), parts=32),
        *[box((0, 0.03 + s * 0.016, 0.118), (0.044, 0.007, 0.008), (0.88, 0.7, 0.25)) for s in (-1, 1)],
        *[box((s * 0.019, 0.03, 0.118), (0.007, 0.036, 0.0085), (0.88, 0.7, 0.25)) for s in (-1, 1)],
    )


@register("golden stars and moons")
def sparkle(*, stars):
    parts = []
    for i in range(13):
        a, t = 2.4 * i, 0.14 + 0.055 * i
        r = 0.105 * (1 - t) ** 0.9 + 0.005
        x = 0.085 * max(0.0, t - 0.45) ** 1.6 * 3.0
        y = 0.02 + 0.3 * t - 0.05 * max(0.0, t - 0.6)
        size = 0.0135 - 0.006 * t
        star = concat_shapes(
            *[
                rotated(
                    ellipsoid((0, size * 0.55, 0), (size * 0.35, size, 0.002), stars), 2 * math.pi * k / 5, (0, 0, 1)
                )
                for k in range(5)
            ]
        )
        star = moved(star, (0, 0, r + 0.001), -0.33, (1, 0, 0))
        parts.append(moved(star, (x, y, 0), a))
    return concat_shapes(*parts, ball((0.085 * 0.55**1.6 * 3.0, 0.3, 0), 0.009, stars))


@register("a bent pointed wizard hat with stars")
def wizard_hat(*, width=0.42, height=0.31, depth=0.41, paint=(0.2, 0.14, 0.45), stars=(0.98, 0.82, 0.3)):
    whole = concat_shapes(
        library_call("crown_part", paint=paint), library_call("brim", paint=paint), library_call("sparkle", stars=stars)
    )
    return fitted(whole, width, height, depth)
