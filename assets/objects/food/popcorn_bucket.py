# /// asset
# word = "popcorn bucket"
# synonyms = ["popcorn", "popcorn box", "bucket of popcorn", "tub of popcorn", "popcorn tub", "box of popcorn", "bag of popcorn"]
# category = "food"
# support = "surface"
# colors = ["paint", "second"]
# ///
import math

from scene.language import *
from scene.language.modelling import ball, darker, disc, fitted, moved, ring, rotated, taper


@register("the striped bucket")
def bucket_part(*, paint, second):
    parts, n = [], 24
    for i in range(n):
        tone = paint if (i // 2) % 2 else second
        strip = taper((0.085, 0.19, 0), (0.062, 0, 0), 0.013, 0.0092, tone, {"roughness": 0.6})
        parts.append(rotated(strip, 2 * math.pi * i / n))
    return concat_shapes(
        *parts, disc((0, 0, 0), (0.064, 0.064), 0.17, second), ring((0, 0.188, 0), 0.092, 0.004, second, parts=32)
    )


@register("a puffed grain")
def grain():
    cream = (0.98, 0.93, 0.76)
    lobes = ((0.007, 0, 0), (-0.006, 0.003, 0.003), (0, 0.007, -0.004), (0.002, -0.002, 0.008))
    return concat_shapes(
        *[ball(p, 0.0085, darker(cream, 0.9 + 0.03 * k)) for k, p in enumerate(lobes)],
        ball((0, -0.004, -0.004), 0.006, (0.9, 0.7, 0.3)),
    )


@register("the heap of popcorn")
def heap():
    parts = [disc((0, 0.165, 0), (0.085, 0.085), 0.02, (0.95, 0.87, 0.62))]
    for i in range(70):
        a, t = 2.4 * i, math.sqrt((i + 0.5) / 70)
        r = 0.084 * t
        parts.append(
            moved(
                library_call("grain"),
                (r * math.cos(a), 0.19 + 0.045 * (1 - t**2) + 0.003 * math.sin(5 * i), r * math.sin(a)),
                1.3 * i,
            )
        )
    return concat_shapes(*parts)


@register("a striped bucket full of popcorn")
def popcorn_bucket(*, width=0.2, height=0.255, depth=0.2, paint=(0.82, 0.1, 0.12), second=(0.96, 0.95, 0.92)):
    return fitted(
        concat_shapes(library_call("bucket_part", paint=paint, second=second), library_call("heap")),
        width,
        height,
        depth,
    )
