# /// asset
# word = "drying line"
# synonyms = ["photo drying line", "film drying line", "photo line", "print drying line"]
# category = "office"
# support = "wall"
# colors = ["paint", "rope"]
# ///
import math

from scene.language import *
from scene.language.modelling import box, darker, finish, fitted, moved, tube


@register("the cord between two hooks")
def cord(*, width, rope):
    n = 10
    line = [(-width / 2 + width * i / n, 0.42 - 0.06 * math.sin(math.pi * i / n), 0.0) for i in range(n + 1)]
    hooks = [
        concat_shapes(
            box((s * (width / 2 - 0.01), 0.42, -0.035), (0.03, 0.06, 0.01), *finish("steel")),
            tube(
                [(s * (width / 2 - 0.01), 0.42, -0.035), (s * (width / 2 - 0.01), 0.42, 0.005)], 0.006, *finish("steel")
            ),
        )
        for s in (-1, 1)
    ]
    return concat_shapes(tube(line, 0.004, rope), *hooks)


@register("a photograph held by a peg")
def print_part(*, kind, paint):
    grey = [(0.18, 0.18, 0.19), (0.55, 0.55, 0.56), (0.78, 0.78, 0.79)]
    inner = (-0.13, 0.16)
    parts = [
        box((0, -0.125, 0), (0.2, 0.25, 0.003), (0.96, 0.96, 0.95)),
        box((0, inner[0] + 0.005, 0.0022), (0.17, 0.2, 0.0015), grey[kind]),
        box((0, -0.19, 0.0032), (0.17, 0.08, 0.0015), darker(grey[kind], 0.55)),
        box((0.02 if kind else -0.03, -0.12, 0.0036), (0.035, 0.09, 0.0015), darker(grey[(kind + 1) % 3], 0.7)),
        box((-0.045, -0.07, 0.0036), (0.035, 0.035, 0.0015), grey[(kind + 2) % 3]),
        box((0, 0.005, 0), (0.016, 0.06, 0.014), paint),
    ]
    return concat_shapes(*parts)


@register("photographs that dry on a line")
def drying_line(*, width=1.8, height=0.45, depth=0.05, paint=(0.82, 0.62, 0.36), rope=(0.9, 0.88, 0.8)):
    n = max(3, round(width / 0.3))
    parts = [library_call("cord", width=width, rope=rope)]
    for i in range(n):
        t = (i + 0.5) / n
        x, y = -width * 0.47 + width * 0.94 * t, 0.42 - 0.06 * math.sin(math.pi * t)
        parts.append(
            moved(library_call("print_part", kind=i % 3, paint=paint), (x, y, 0), 0.05 * math.sin(2.3 * i), (0, 0, 1))
        )
    return fitted(concat_shapes(*parts), width, height, depth)
