# /// asset
# word = "wind chime"
# synonyms = ["wind chimes", "windchime", "wind bell", "chimes"]
# category = "decor"
# support = "ceiling"
# colors = ["paint"]
# materials = ["wood", "metal"]
# ///
import math

from scene.language import *
from scene.language.modelling import ball, darker, disc, ellipsoid, finish, fitted, hoop, rod


@register("the wooden disc with its cords")
def top_part(*, look):
    cord = (0.85, 0.8, 0.68)
    return concat_shapes(
        disc((0, 0.6, 0), (0.07, 0.07), 0.016, *look),
        *[
            rod((0.055 * math.cos(a), 0.61, 0.055 * math.sin(a)), (0, 0.715, 0), 0.0022, cord)
            for a in (0.5, 0.5 + 2 * math.pi / 3, 0.5 + 4 * math.pi / 3)
        ],
        hoop(0.012, 0.003, *finish("brass"), center=(0, 0.728, 0), axis=(0, 0, 1), parts=14),
    )


@register("the tubes that hang around")
def tubes(*, look):
    parts = []
    for i in range(6):
        a = 2 * math.pi * i / 6
        x, z, low = 0.053 * math.cos(a), 0.053 * math.sin(a), 0.14 + 0.055 * i
        parts.append(rod((x, low, z), (x, 0.55, z), 0.0095, *look))
        parts.append(rod((x, low - 0.001, z), (x, low + 0.002, z), 0.0075, darker(look[0], 0.3)))
        parts.append(rod((x, 0.54, z), (x, 0.605, z), 0.0016, (0.85, 0.8, 0.68)))
    return concat_shapes(*parts)


@register("the clapper with its sail")
def clapper(*, look):
    return concat_shapes(
        rod((0, 0.1, 0), (0, 0.6, 0), 0.0018, (0.85, 0.8, 0.68)),
        disc((0, 0.36, 0), (0.032, 0.032), 0.014, *look),
        ball((0, 0.1, 0), 0.008, *look),
        ellipsoid((0, 0.05, 0), (0.03, 0.05, 0.006), *look),
    )


@register("a wind chime of metal tubes under a wooden disc")
def wind_chime(*, width=0.14, height=0.74, depth=0.14, wood="walnut", paint=None, metal="aluminium"):
    look = finish(wood, paint)
    whole = concat_shapes(
        library_call("top_part", look=look),
        library_call("tubes", look=finish(metal)),
        library_call("clapper", look=look),
    )
    return fitted(whole, width, height, depth)
