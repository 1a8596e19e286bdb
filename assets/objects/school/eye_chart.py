# /// asset
# word = "eye chart"
# synonyms = ["eye test chart", "snellen chart", "vision chart", "vision test chart", "eyesight chart"]
# category = "school"
# support = "wall"
# colors = ["paper", "ink"]
# ///
import math

from scene.language import *
from scene.language.modelling import box, fitted, moved

LETTERS = {
    "E": [(0, 0, 0, 1), (0, 0, 1, 0), (0, 0.5, 0.85, 0.5), (0, 1, 1, 1)],
    "F": [(0, 0, 0, 1), (0, 0.5, 0.85, 0.5), (0, 1, 1, 1)],
    "P": [(0, 0, 0, 1), (0, 1, 1, 1), (1, 1, 1, 0.45), (0, 0.45, 1, 0.45)],
    "T": [(0.5, 0, 0.5, 1), (0, 1, 1, 1)],
    "O": [(0, 0, 0, 1), (0, 0, 1, 0), (1, 0, 1, 1), (0, 1, 1, 1)],
    "Z": [(0, 1, 1, 1), (1, 1, 0, 0), (0, 0, 1, 0)],
    "L": [(0, 0, 0, 1), (0, 0, 1, 0)],
    "D": [(0, 0, 0, 1), (0, 1, 0.7, 1), (0.7, 1, 1, 0.7), (1, 0.7, 1, 0.3), (1, 0.3, 0.7, 0), (0.7, 0, 0, 0)],
    "C": [(0, 0, 0, 1), (0, 0, 1, 0), (0, 1, 1, 1)],
    "H": [(0, 0, 0, 1), (1, 0, 1, 1), (0, 0.5, 1, 0.5)],
    "N": [(0, 0, 0, 1), (1, 0, 1, 1), (0, 1, 1, 0)],
}


@register("a row of letters")
def letters(*, word, size, y, ink):
    parts, gap = [], size * 0.55
    for i, letter in enumerate(word):
        x = (i - (len(word) - 1) / 2) * (size + gap) - size / 2
        for x0, y0, x1, y1 in LETTERS[letter]:
            middle = (x + (x0 + x1) / 2 * size, y + (y0 + y1) / 2 * size, 0.006)
            length = math.hypot(x1 - x0, y1 - y0) * size + size * 0.18
            stroke = box((0, 0, 0), (length, size * 0.18, 0.003), ink)
            parts.append(moved(stroke, middle, math.atan2(y1 - y0, x1 - x0), (0, 0, 1)))
    return concat_shapes(*parts)


@register("an eye chart with rows of letters")
def eye_chart(*, width=0.5, height=0.75, depth=0.015, paper=(0.97, 0.97, 0.94), ink=(0.06, 0.06, 0.07)):
    rows = [("E", 0.13, 0.57), ("FP", 0.085, 0.44), ("TOZ", 0.062, 0.34), ("LPED", 0.046, 0.26), ("PECFD", 0.035, 0.193),
            ("EDFCZP", 0.026, 0.14), ("FELOPZD", 0.02, 0.095)]  # fmt: skip
    parts = [box((0, 0.375, 0), (0.5, 0.75, 0.009), paper, {"roughness": 0.7})]
    parts += [box((s * 0.247, 0.375, 0), (0.012, 0.754, 0.016), (0.2, 0.2, 0.22)) for s in (-1, 1)]
    parts += [box((0, y, 0), (0.506, 0.012, 0.016), (0.2, 0.2, 0.22)) for y in (0.004, 0.746)]
    parts += [library_call("letters", word=w, size=size, y=y, ink=ink) for w, size, y in rows]
    parts.append(box((0, 0.173, 0.006), (0.4, 0.006, 0.003), (0.1, 0.6, 0.25)))
    parts.append(box((0, 0.236, 0.006), (0.4, 0.006, 0.003), (0.85, 0.15, 0.12)))
    return fitted(concat_shapes(*parts), width, height, depth)
