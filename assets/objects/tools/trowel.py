# /// asset
# word = "trowel"
# synonyms = ["garden trowel", "hand trowel", "planting trowel", "hand shovel"]
# category = "tools"
# support = "surface"
# colors = ["paint"]
# materials = ["metal", "grip"]
# ///
import math

from scene.language import *
from scene.language.modelling import box, finish, fitted, lathe, moved, pipe, rod, rotated


@register("the hollow pointed blade")
def blade(*, look):
    parts, n = [], 54
    for i in range(n):
        t = (i + 0.5) / n
        z = 0.02 + 0.155 * t
        half = 0.036 if t < 0.45 else 0.036 * math.sqrt(max(0.02, 1 - ((t - 0.45) / 0.57) ** 2))
        for k in range(-2, 3):
            a = 0.28 * k
            x = half * math.sin(a) / math.sin(0.7)
            y = 0.02 + half * (1 - math.cos(a)) * 0.9 - 0.012 * t
            piece = box((0, 0, 0), (half * 0.42, 0.0022, 0.155 / n + 0.001), *look)
            parts.append(moved(piece, (x, y, z), a, (0, 0, 1)))
    return concat_shapes(*parts)


@register("the wooden handle with its ferrule")
def handle(*, wood, look):
    grip = lathe(
        [(0.009, 0), (0.013, 0.015), (0.0115, 0.05), (0.014, 0.085), (0.012, 0.105), (0.006, 0.112)], *wood, slices=36
    )
    return concat_shapes(
        moved(rotated(grip, -math.pi / 2, (1, 0, 0)), (0, 0.026, -0.05)),
        rod((0, 0.026, -0.062), (0, 0.026, -0.04), 0.0105, *look),
        pipe([(0, 0.026, -0.045), (0, 0.027, -0.015), (0, 0.018, 0.012), (0, 0.018, 0.04)], 0.0055, *look),
    )


@register("a garden trowel with a wooden handle")
def trowel(*, width=0.075, height=0.045, depth=0.34, metal="steel", grip="beech", paint=None):
    look = finish(metal, paint)
    return fitted(
        concat_shapes(library_call("blade", look=look), library_call("handle", wood=finish(grip), look=look)),
        width,
        height,
        depth,
    )
