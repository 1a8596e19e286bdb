# /// asset
# word = "barber pole"
# synonyms = ["barber's pole", "barbershop pole", "barber shop pole", "barber sign"]
# category = "shop"
# support = "wall"
# colors = ["red", "blue"]
# materials = ["metal"]
# ///
import math

from scene.language import *
from scene.language.modelling import ball, beam, box, finish, fitted, lathe, moved, rod


@register("the striped cylinder")
def stripes(*, red, blue):
    r, parts = 0.07, [rod((0, 0.16, 0), (0, 0.62, 0), 0.069, (0.96, 0.96, 0.96), {"roughness": 0.2})]
    per, rise = 20, 0.3
    for first, tone in ((0.0, red), (0.5, blue), (1.0, red), (1.5, blue)):
        for k in range(-per, 3 * per):
            a0, a1 = 2 * math.pi * k / per, 2 * math.pi * (k + 1) / per
            y0, y1 = (0.16 + first * rise + rise * 2 * (k + j) / per for j in (0, 1))
            if y0 < 0.14 or y1 > 0.65:
                continue
            p, q = (r * math.cos(a0), y0, r * math.sin(a0)), (r * math.cos(a1), y1, r * math.sin(a1))
            parts.append(rod(p, q, 0.022, tone))
    return concat_shapes(*parts)


@register("a chrome cap")
def cap(*, look):
    return concat_shapes(
        lathe([(0.03, 0.0), (0.06, 0.01), (0.085, 0.04), (0.095, 0.06), (0.095, 0.09), (0.085, 0.1)], *look, slices=24),
        ball((0, -0.015, 0), 0.034, *look),
    )


@register("the arms to the wall")
def arms(*, look):
    return concat_shapes(
        box((0, 0.39, -0.145), (0.09, 0.5, 0.015), *look),
        *[beam((0, y, -0.14), (0, y, -0.06), (0.04, 0.04), *look) for y in (0.13, 0.65)],
    )


@register("a striped barber pole with chrome caps")
def barber_pole(*, width=0.19, height=0.78, depth=0.25, metal="chrome", red=(0.82, 0.1, 0.12), blue=(0.1, 0.22, 0.6)):
    look = finish(metal)
    lower = library_call("cap", look=look)
    whole = concat_shapes(
        library_call("stripes", red=red, blue=blue),
        moved(lower, (0, 0.08, 0)),
        moved(library_call("cap", look=look), (0, 0.7, 0), math.pi, (1, 0, 0)),
        library_call("arms", look=look),
    )
    return fitted(whole, width, height, depth)
