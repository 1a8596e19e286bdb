# /// asset
# word = "scarf"
# synonyms = ["scarves", "woollen scarf", "knitted scarf", "winter scarf", "wool scarf"]
# stands_for = ["tie", "necktie"]
# category = "textiles"
# support = "wall"
# colors = ["paint", "stripes"]
# ///
import math

from scene.language import *
from scene.language.modelling import box, darker, ellipsoid, finish, fitted, pipe, rod, tube


@register("a hanging end with stripes and fringe")
def hanging_end(*, x, top, low, paint, stripes, z):
    soft, parts = {"roughness": 0.98}, []
    n = 32
    for i in range(n):
        y = low + (top - low) * (i + 0.5) / n
        tone = stripes if i in (3, 4, 7, 8, 11, 12) else darker(paint, 0.95 + 0.05 * (i % 2))
        shift = 0.008 * math.sin(6 * y)
        parts += [
            ellipsoid(
                (x + shift + (k - 1.5) * 0.034, y, z + 0.004 * math.sin(2.1 * k + 3 * y)),
                (0.0205, (top - low) / n * 1.5, 0.014 + 0.004 * (k % 2)),
                tone,
                soft,
            )
            for k in range(4)
        ]
    for k in range(9):
        fx = x + 0.008 * math.sin(6 * low) + (k - 4) * 0.015
        parts.append(
            rod(
                (fx, low + 0.01, z),
                (fx + 0.004 * math.sin(2 * k), low - 0.075, z + 0.003 * math.cos(3 * k)),
                0.0045,
                darker(paint, 0.85),
                soft,
            )
        )
    return concat_shapes(*parts)


@register("the loop over the hook")
def loop_top(*, paint):
    soft, parts = {"roughness": 0.98}, []
    for k in range(4):
        path = [
            (-0.07 + (k - 1.5) * 0.02, 0.84, 0.01),
            (-0.045 + (k - 1.5) * 0.008, 0.93, 0.0),
            (0, 0.975 - 0.012 * k, 0.006 * k),
            (0.045 - (k - 1.5) * 0.008, 0.93, 0.0),
            (0.07 - (k - 1.5) * 0.02, 0.84, 0.0),
        ]
        parts.append(tube(path, 0.02, darker(paint, 0.9 + 0.03 * k), soft))
    return concat_shapes(*parts)


@register("a knitted scarf that hangs from a hook")
def scarf(*, width=0.32, height=1.0, depth=0.1, paint=(0.7, 0.16, 0.18), stripes=(0.95, 0.92, 0.85)):
    steel = finish("antique brass")
    whole = concat_shapes(
        box((0, 0.97, -0.045), (0.04, 0.09, 0.008), *steel),
        pipe([(0, 0.95, -0.045), (0, 0.935, 0.02), (0, 0.965, 0.045)], 0.007, *steel),
        library_call("loop_top", paint=paint),
        library_call("hanging_end", x=-0.08, top=0.87, low=0.08, paint=paint, stripes=stripes, z=0.012),
        library_call("hanging_end", x=0.085, top=0.87, low=0.24, paint=paint, stripes=stripes, z=0.0),
    )
    return fitted(whole, width, height, depth)
