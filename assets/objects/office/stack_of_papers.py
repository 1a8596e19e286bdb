# /// asset
# word = "stack of papers"
# synonyms = [
#     "pile of papers", "papers", "paper stack", "pile of paper", "stack of paper", "sheets of paper", "sheet of paper",
#     "messy papers", "loose papers", "printed pages", "paper", "messy paper",
# ]
# category = "office"
# support = "surface"
# colors = ["sheets"]
# ///
import math

from scene.language import *
from scene.language.modelling import box, darker, fitted, moved


@register("one sheet with lines of print")
def sheet_of_print(*, tone, heading):
    ink = (0.28, 0.28, 0.32)
    lines = [
        box((-0.012 + 0.006 * (k % 3), 0.0028, -0.1 + 0.018 * k), (0.15 - 0.014 * (k % 3), 0.0006, 0.004), ink)
        for k in range(12)
    ]
    title = [box((-0.03, 0.0029, -0.125), (0.09, 0.0007, 0.009), heading)]
    return concat_shapes(box((0, 0.00125, 0), (0.21, 0.0025, 0.297), tone), *lines, *title)


@register("an untidy pile of printed sheets")
def stack_of_papers(*, width=0.32, height=0.045, depth=0.36, sheets=(0.95, 0.94, 0.91)):
    turns = [0.0, 0.07, -0.1, 0.03, 0.16, -0.05, 0.02, -0.22, 0.1, -0.03, 0.28, -0.12]
    heads = [(0.2, 0.3, 0.55), (0.6, 0.2, 0.2), (0.25, 0.25, 0.28)]
    parts = []
    for k, turn in enumerate(turns):
        page = library_call("sheet_of_print", tone=darker(sheets, 1.0 - 0.03 * (k % 3)), heading=heads[k % 3])
        x, z = 0.02 * math.sin(2.3 * k), 0.02 * math.cos(1.7 * k)
        parts.append(moved(page, (x, 0.0035 * k, z), turn))
    return fitted(concat_shapes(*parts), width, height, depth)
