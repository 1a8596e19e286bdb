# /// asset
# word = "torii gate"
# synonyms = ["torii", "japanese gate", "shinto gate", "shrine gate", "red torii"]
# category = "outdoor"
# support = "floor"
# colors = ["paint", "caps"]
# ///
import math

from scene.language import *
from scene.language.modelling import block, box, darker, fitted, moved, rod, taper, tube


@register("a pillar on its black foot")
def pillar(*, side, paint, caps):
    x = side * 1.05
    return concat_shapes(
        rod((x + side * 0.06, 0, 0), (x + side * 0.06, 0.08, 0), 0.24, (0.6, 0.58, 0.55)),
        rod((x + side * 0.055, 0.08, 0), (x + side * 0.045, 0.38, 0), 0.165, caps),
        taper((x + side * 0.045, 0.3, 0), (x - side * 0.08, 2.75, 0), 0.15, 0.125, paint, {"roughness": 0.4}),
        rod((x - side * 0.075, 2.62, 0), (x - side * 0.08, 2.72, 0), 0.155, caps),
    )


@register("the curved lintel with its black roof")
def lintel(*, paint, caps):
    parts, n = [], 32
    for i in range(n):
        t = -1 + 2 * (i + 0.5) / n
        rise = 0.17 * abs(t) ** 2.4
        slope = math.atan2(0.17 * 2.4 * abs(t) ** 1.4 * (1 if t > 0 else -1), 1.75)
        long = 3.5 / n / math.cos(slope) + 0.006
        for y, tall, deep, tone, reach in (
            (2.83, 0.18, 0.24, paint, 0.95),
            (2.99, 0.15, 0.34, paint, 1.0),
            (3.1, 0.07, 0.42, caps, 1.04),
        ):
            parts.append(
                moved(
                    box((0, 0, 0), (long * reach, tall, deep), tone, {"roughness": 0.4}),
                    (t * 1.7 * reach, y + rise, 0),
                    slope,
                    (0, 0, 1),
                )
            )
    return concat_shapes(*parts)


@register("the tie beam with its wedges and tablet")
def tie_beam(*, paint, caps):
    rope = tube(
        [(-0.92, 2.2, 0.16), (-0.45, 2.05, 0.18), (0, 2.0, 0.18), (0.45, 2.05, 0.18), (0.92, 2.2, 0.16)],
        0.045,
        (0.85, 0.75, 0.5),
    )
    papers = [box((x, 1.86 + 0.06 * abs(x), 0.18), (0.09, 0.2, 0.01), (0.97, 0.97, 0.95)) for x in (-0.5, 0.0, 0.5)]
    return concat_shapes(
        block((0, 2.25, 0), (2.9, 0.22, 0.15), paint, {"roughness": 0.4}),
        *[
            block((s * (1.0 + 0.17 * k), 2.44, 0), (0.08, 0.09, 0.2), darker(paint, 0.7))
            for s in (-1, 1)
            for k in (0.0, 1.0)
        ],
        block((0, 2.47, 0), (0.2, 0.3, 0.12), paint, {"roughness": 0.4}),
        box((0, 2.58, 0.07), (0.3, 0.4, 0.03), caps),
        box((0, 2.58, 0.088), (0.22, 0.32, 0.01), (0.88, 0.7, 0.25)),
        *[box((0, 2.67 - 0.09 * i, 0.095), (0.1 - 0.02 * (i % 2), 0.02, 0.004), caps) for i in range(3)],
        rope,
        *papers,
    )


@register("a red torii gate with a curved roof beam")
def torii_gate(*, width=3.6, height=3.3, depth=0.5, paint=(0.82, 0.2, 0.1), caps=(0.09, 0.08, 0.08)):
    whole = concat_shapes(
        *[library_call("pillar", side=s, paint=paint, caps=caps) for s in (-1, 1)],
        library_call("lintel", paint=paint, caps=caps),
        library_call("tie_beam", paint=paint, caps=caps),
    )
    return fitted(whole, width, height, depth)
