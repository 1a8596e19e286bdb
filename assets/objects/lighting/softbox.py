# /// asset
# word = "softbox"
# synonyms = ["soft box", "studio softbox", "softbox light", "studio light", "photo light", "photography light"]
# category = "lighting"
# support = "floor"
# colors = ["paint"]
# ///
import math

from scene.language import *
from scene.language.modelling import ball, box, finish, fitted, moved, rod


@register("the folding stand")
def stand():
    black = (0.09, 0.09, 0.1)
    parts = [
        rod((0, 0.1, 0), (0, 1.05, 0), 0.016, black),
        rod((0, 1.0, 0), (0, 1.62, 0), 0.012, (0.6, 0.61, 0.63)),
        rod((0, 1.0, 0), (0, 1.06, 0), 0.024, black),
    ]
    for i in range(3):
        a = math.pi / 2 + 2 * math.pi * i / 3
        c, s = math.cos(a), math.sin(a)
        parts.append(rod((0, 0.55, 0), (0.48 * c, 0.015, 0.48 * s), 0.012, black))
        parts.append(rod((0, 0.2, 0), (0.26 * c, 0.26, 0.26 * s), 0.009, black))
        parts.append(ball((0.48 * c, 0.018, 0.48 * s), 0.018, black))
    return concat_shapes(*parts)


@register("the box of black cloth with its glowing front")
def box_part(*, paint):
    parts, n = [], 22
    for i in range(n):
        t = (i + 0.5) / n
        w, h = 0.14 + 0.5 * t, 0.14 + 0.72 * t
        z = -0.16 + 0.38 * t
        parts += [box((s * w / 2, 0, z), (0.014, h, 0.38 / n + 0.001), paint) for s in (-1, 1)]
        parts += [box((0, s * h / 2, z), (w, 0.014, 0.38 / n + 0.001), paint) for s in (-1, 1)]
    return concat_shapes(
        *parts,
        box((0, 0, 0.215), (0.63, 0.85, 0.01), *finish("lampshade")),
        box((0, 0, 0.222), (0.6, 0.82, 0.004), (1.0, 0.98, 0.94), {"emission": 1.6}),
        rod((0, 0, -0.34), (0, 0, -0.14), 0.065, (0.09, 0.09, 0.1)),
        box((0, -0.08, -0.2), (0.05, 0.1, 0.06), (0.09, 0.09, 0.1)),
        rod((-0.05, -0.1, -0.2), (0.05, -0.1, -0.2), 0.02, (0.2, 0.2, 0.21)),
    )


@register("a softbox studio light on a stand")
def softbox(*, width=0.86, height=2.1, depth=0.75, paint=(0.08, 0.08, 0.09)):
    whole = concat_shapes(
        library_call("stand"), moved(library_call("box_part", paint=paint), (0, 1.68, 0.18), 0.14, (1, 0, 0))
    )
    return fitted(whole, width, height, depth)
