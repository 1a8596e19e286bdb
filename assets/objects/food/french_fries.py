# /// asset
# word = "french fries"
# synonyms = ["fries", "chips in a box", "box of fries", "potato fries", "portion of fries", "carton of fries"]
# category = "food"
# support = "surface"
# colors = ["paint", "potato"]
# ///
import math

from scene.language import *
from scene.language.modelling import beam, box, darker, fitted, moved


@register("the cardboard carton")
def carton(*, paint):
    parts, n = [], 22
    for s, top in ((1, 0.075), (-1, 0.11)):
        for i in range(n):
            x = -1 + 2 * (i + 0.5) / n
            dip = 0.03 * (1 - x * x) * (-1 if s > 0 else 0.6)
            h = top + dip
            lean = s * 0.15
            piece = box((0, h / 2, 0), (0.095 / n * 1.3, h, 0.0022), paint)
            parts.append(
                moved(
                    moved(piece, (0, 0, 0), lean, (1, 0, 0)), (x * 0.046 * 1.12, 0.0, s * (0.018 + 0.006 * (1 - x * x)))
                )
            )
    sides = [
        moved(box((0, 0.038, 0), (0.0022, 0.076, 0.055), paint), (s * 0.05, 0, 0), -s * 0.06, (0, 0, 1))
        for s in (-1, 1)
    ]
    badge = [moved(box((0, 0.03, 0.0), (0.04, 0.03, 0.002), (0.98, 0.85, 0.2)), (0, 0.0, 0.0255), 0.15, (1, 0, 0))]
    return concat_shapes(*parts, *sides, *badge, box((0, 0.002, 0), (0.1, 0.004, 0.044), darker(paint, 0.8)))


@register("the crisp fries")
def fries_part(*, potato):
    parts = []
    for i in range(44):
        x = 0.0095 * (i % 10 - 4.5)
        z = 0.011 * (i // 10 - 2) + 0.003 * math.sin(2 * i)
        tall = 0.1 + 0.022 * math.sin(3.7 * i) + 0.018 * (2 - abs(i // 10 - 2))
        lean = (x * (0.5 + 0.2 * math.sin(i)), z * 0.4 - 0.006)
        tone = darker(potato, 0.88 + 0.04 * (i % 4))
        parts.append(
            beam((x * 0.9, 0.03, z), (x * 0.9 + lean[0], tall, z + lean[1]), (0.0085, 0.0085), tone, {"roughness": 0.7})
        )
    return concat_shapes(*parts)


@register("french fries in a red carton")
def french_fries(*, width=0.12, height=0.145, depth=0.075, paint=(0.82, 0.08, 0.1), potato=(0.97, 0.8, 0.36)):
    return fitted(
        concat_shapes(library_call("carton", paint=paint), library_call("fries_part", potato=potato)),
        width,
        height,
        depth,
    )
