# /// asset
# word = "chandelier"
# synonyms = ["candle chandelier", "hanging chandelier"]
# category = "lighting"
# support = "ceiling"
# colors = ["paint"]
# materials = ["frame"]
# [variants]
# crystals = {"rustic" = false, "wrought iron" = false, "mason jar" = false}
# ///
import math

from scene.language import *
from scene.language.modelling import ball, ellipsoid, finish, fitted, pipe, rod, rotated


@register("a curved arm with a candle bulb")
def arm(angle, look, crystals):
    parts = [
        pipe([(0.03, 0.13, 0), (0.12, 0.06, 0), (0.24, 0.08, 0), (0.31, 0.17, 0)], 0.01, *look),
        rod((0.31, 0.17, 0), (0.31, 0.18, 0), 0.045, *look),
        rod((0.31, 0.18, 0), (0.31, 0.26, 0), 0.013, *finish("cream wax")),
        ellipsoid((0.31, 0.285, 0), (0.016, 0.032, 0.016), *finish("lamp glow")),
    ]
    if crystals:
        parts += [
            ellipsoid((x, y, 0), (0.014, 0.026, 0.014), *finish("crystal"))
            for x, y in ((0.31, 0.13), (0.2, 0.035), (0.12, 0.015))
        ]
        parts += [
            rod((x, low, 0), (x, high, 0), 0.002, *look)
            for x, low, high in ((0.31, 0.14, 0.17), (0.2, 0.05, 0.07), (0.12, 0.03, 0.06))
        ]
    return rotated(concat_shapes(*parts), angle)


@register("the turned body")
def body(look):
    return concat_shapes(
        rod((0, 0.06, 0), (0, 0.5, 0), 0.016, *look),
        ellipsoid((0, 0.13, 0), (0.045, 0.06, 0.045), *look),
        ellipsoid((0, 0.24, 0), (0.03, 0.04, 0.03), *look),
        ellipsoid((0, 0.36, 0), (0.05, 0.03, 0.05), *look),
        ellipsoid((0, 0.03, 0), (0.02, 0.04, 0.02), *look),
    )


@register("a string of crystals between body and arm")
def string(angle, metal):
    look = finish("crystal")
    count = 21
    beads, thread = [], []
    for i in range(count):
        f = i / (count - 1)
        r, y = 0.05 + 0.26 * f, 0.36 - 0.18 * f - 0.1 * math.sin(math.pi * f)
        at = (r * math.cos(angle), y, r * math.sin(angle))
        size = 0.0105 if i % 5 == 2 else 0.0075
        beads.append(ball(at, size, *look))
        thread.append(at)
    return concat_shapes(*beads, pipe(thread, 0.002, *metal))


@register("a chandelier with curved arms, candle bulbs and crystal drops")
def chandelier(*, width=0.72, depth=0.72, height=0.85, crystals=True, frame="brass", paint=None) -> Shape:
    look = finish(frame, paint)
    n = 6
    parts = [library_call("arm", angle=2 * math.pi * i / n, look=look, crystals=crystals) for i in range(n)]
    parts.append(library_call("body", look=look))
    if crystals:
        parts += [library_call("string", angle=2 * math.pi * i / n, metal=look) for i in range(n)]
        parts.append(ball((0, -0.03, 0), 0.028, *finish("crystal")))
    parts += [rod((0, 0.5, 0), (0, 0.8, 0), 0.006, *look), rod((0, 0.78, 0), (0, 0.8, 0), 0.06, *look)]
    return fitted(concat_shapes(*parts), width, height, depth)
