# /// asset
# word = "patio heater"
# synonyms = ["outdoor heater", "terrace heater", "gas patio heater", "mushroom heater", "heat lamp"]
# category = "appliances"
# support = "floor"
# clearance = {front = 0.4}
# colors = ["paint"]
# materials = ["metal"]
# ///
import math

from scene.language import *
from scene.language.modelling import cone, darker, disc, finish, fitted, lathe, moved, rod, rotated


@register("the base that hides the gas bottle")
def base(*, look):
    dark = (darker(look[0], 0.55), look[1])
    return concat_shapes(
        disc((0, 0, 0), (0.27, 0.27), 0.04, *dark),
        lathe([(0.24, 0.04), (0.24, 0.5), (0.22, 0.66), (0.08, 0.78)], *look, slices=40),
        rod((0, 0.42, 0.225), (0, 0.42, 0.243), 0.035, *dark),
    )


@register("the pole")
def pole(*, look):
    return rod((0, 0.7, 0), (0, 1.75, 0), 0.035, *look)


@register("the burner with its glowing mesh")
def burner(*, look):
    slots = [
        rotated(rod((0.095, 1.78, 0), (0.105, 1.96, 0), 0.007, darker(look[0], 0.4)), 2 * math.pi * i / 20)
        for i in range(20)
    ]
    return concat_shapes(
        lathe([(0.05, 1.68), (0.11, 1.73), (0.11, 1.77)], *look, slices=16),
        lathe([(0.09, 1.77), (0.1, 1.97)], (1.0, 0.42, 0.12), {"emission": 2.5}, slices=12),
        *slots,
        rod((0, 1.97, 0), (0, 2.0, 0), 0.12, *look),
    )


@register("the wide reflector hat")
def hat(*, look):
    shade = lathe([(0.42, 0.0), (0.4, 0.02), (0.25, 0.09), (0.1, 0.15), (0.05, 0.17)], *look, slices=34)
    return concat_shapes(
        moved(shade, (0, 2.04, 0)),
        *[
            rod(
                (0.1 * math.cos(a), 1.98, 0.1 * math.sin(a)),
                (0.16 * math.cos(a), 2.1, 0.16 * math.sin(a)),
                0.009,
                *look,
            )
            for a in (0.5, 2.6, 4.7)
        ],
        cone((0, 2.2, 0), (0, 2.26, 0), 0.03, *look),
    )


@register("a patio heater with a wide reflector")
def patio_heater(*, width=0.84, height=2.25, depth=0.84, metal="stainless steel", paint=None):
    look = finish(metal, paint)
    whole = concat_shapes(*[library_call(part, look=look) for part in ("base", "pole", "burner", "hat")])
    return fitted(whole, width, height, depth)
