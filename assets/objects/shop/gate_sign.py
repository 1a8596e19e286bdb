# /// asset
# word = "gate sign"
# synonyms = ["airport sign", "gate number sign", "platform sign", "boarding gate sign", "wayfinding sign", "terminal sign"]
# category = "shop"
# support = "wall"
# colors = ["paint", "ink"]
# ///
import math

from scene.language import *
from scene.language.modelling import box, fitted, moved

STROKES = {
    "A": [(0, 0, 0.5, 1), (0.5, 1, 1, 0), (0.22, 0.36, 0.78, 0.36)],
    "1": [(0.25, 0.78, 0.55, 1), (0.55, 1, 0.55, 0)],
    "2": [(0, 1, 1, 1), (1, 1, 1, 0.52), (1, 0.52, 0, 0.48), (0, 0.48, 0, 0), (0, 0, 1, 0)],
}


@register("the gate's letter and number")
def number(*, ink):
    parts = []
    for i, letter in enumerate("A12"):
        x = -0.02 + 0.19 * i
        for x0, y0, x1, y1 in STROKES[letter]:
            a, b = (x + 0.13 * x0, 0.115 + 0.2 * y0), (x + 0.13 * x1, 0.115 + 0.2 * y1)
            bar = box((0, 0, 0), (math.hypot(b[0] - a[0], b[1] - a[1]) + 0.034, 0.036, 0.006), ink)
            parts.append(
                moved(
                    bar, ((a[0] + b[0]) / 2, (a[1] + b[1]) / 2, 0.052), math.atan2(b[1] - a[1], b[0] - a[0]), (0, 0, 1)
                )
            )
    return concat_shapes(*parts)


@register("the aeroplane on its square")
def aeroplane(*, paint, ink):
    def bar(x0, y0, x1, y1, thick):
        turn = math.atan2(y1 - y0, x1 - x0)
        return moved(
            box((0, 0, 0), (math.hypot(x1 - x0, y1 - y0), thick, 0.006), paint),
            ((x0 + x1) / 2, (y0 + y1) / 2, 0.056),
            turn,
            (0, 0, 1),
        )

    return concat_shapes(
        box((-0.38, 0.215, 0.051), (0.28, 0.28, 0.004), ink),
        bar(-0.46, 0.135, -0.29, 0.305, 0.04),
        bar(-0.4, 0.21, -0.47, 0.28, 0.045),
        bar(-0.36, 0.25, -0.47, 0.28, 0.03),
        bar(-0.37, 0.22, -0.3, 0.135, 0.045),
        bar(-0.34, 0.24, -0.3, 0.135, 0.03),
        bar(-0.44, 0.155, -0.475, 0.19, 0.026),
        bar(-0.44, 0.155, -0.405, 0.12, 0.026),
    )


@register("a lit gate sign with a number and an aeroplane")
def gate_sign(*, width=1.1, height=0.43, depth=0.1, paint=(0.98, 0.76, 0.08), ink=(0.07, 0.07, 0.08)):
    whole = concat_shapes(
        box((0, 0.215, 0), (1.1, 0.43, 0.09), (0.16, 0.17, 0.18)),
        box((0, 0.215, 0.045), (1.05, 0.38, 0.008), paint, {"emission": 0.4}),
        library_call("number", ink=ink),
        library_call("aeroplane", paint=paint, ink=ink),
    )
    return fitted(whole, width, height, depth)
