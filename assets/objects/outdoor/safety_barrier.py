# /// asset
# word = "safety barrier"
# synonyms = ["road barrier", "traffic barrier", "barricade", "construction barrier", "road block", "roadblock", "warning barrier"]
# category = "outdoor"
# support = "floor"
# colors = ["first", "second"]
# ///
import math

from scene.language import *
from scene.language.modelling import beam, box, fitted, moved, rod


@register("a board with slanted stripes")
def board(*, width, first, second):
    parts, tall, pitch = [box((0, 0, 0), (width, 0.2, 0.028), second)], 0.2, 0.24
    n = math.ceil(width / pitch) + 1
    for i in range(-n, n):
        for k in range(10):
            y = -tall / 2 + tall * (k + 0.5) / 10
            left = i * pitch + y
            a, b = max(left, -width / 2), min(left + pitch / 2, width / 2)
            if b - a > 0.004:
                parts.append(box(((a + b) / 2, y, 0), (b - a, tall / 10 + 0.0005, 0.0295), first, {"roughness": 0.35}))
    return concat_shapes(*parts)


@register("a folding leg")
def leg(*, x):
    steel = ((0.88, 0.88, 0.87), {"roughness": 0.4})
    return concat_shapes(
        beam((x, 0, 0.3), (x, 1.0, 0.02), (0.05, 0.05), *steel),
        beam((x, 0, -0.3), (x, 1.0, -0.02), (0.05, 0.05), *steel),
        beam((x, 0.35, 0.2), (x, 0.35, -0.2), (0.03, 0.03), *steel),
    )


@register("a warning lamp")
def lamp(*, x):
    return concat_shapes(
        box((x, 1.05, 0), (0.12, 0.12, 0.08), (0.95, 0.75, 0.1)),
        rod((x, 1.19, -0.04), (x, 1.19, 0.04), 0.085, (1.0, 0.55, 0.1), {"emission": 1.0}),
        rod((x, 1.19, -0.05), (x, 1.19, 0.05), 0.03, (0.9, 0.4, 0.05)),
    )


@register("a striped safety barrier with warning lamps")
def safety_barrier(*, width=1.8, height=1.27, depth=0.66, first=(0.88, 0.1, 0.08), second=(0.97, 0.97, 0.96)):
    parts = [library_call("leg", x=s * (width / 2 - 0.2)) for s in (-1, 1)]
    for y, z in ((0.86, 0.075), (0.5, 0.18)):
        plank = library_call("board", width=width, first=first, second=second)
        parts.append(moved(plank, (0, y, z), -0.27, (1, 0, 0)))
    parts += [library_call("lamp", x=s * (width / 2 - 0.2)) for s in (-1, 1)]
    return fitted(concat_shapes(*parts), width, height, depth)
