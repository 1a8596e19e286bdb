# /// asset
# word = "compost heap"
# synonyms = ["compost bin", "compost pile", "composter", "compost", "compost box"]
# category = "outdoor"
# support = "floor"
# colors = ["paint"]
# materials = ["wood"]
# ///
import math

from scene.language import *
from scene.language.modelling import block, box, darker, disc, ellipsoid, finish, fitted, lathe, moved, rotated


@register("the slatted wooden frame")
def frame(*, look):
    parts = [
        block((s * 0.55, 0, t * 0.5), (0.07, 0.86, 0.07), darker(look[0], 0.75), look[1])
        for s in (-1, 1)
        for t in (-1, 1)
    ]
    for i in range(6):
        y = 0.08 + 0.14 * i
        tone = (darker(look[0], 0.88 + 0.04 * (i % 3)), look[1])
        parts += [box((s * 0.595, y, 0), (0.022, 0.1, 1.12), *tone) for s in (-1, 1)]
        parts.append(box((0, y, -0.545), (1.17, 0.1, 0.022), *tone))
        if i < 3:
            parts.append(box((0, y, 0.545), (1.17, 0.1, 0.022), *tone))
    return concat_shapes(*parts)


@register("the heap of soil, leaves and peelings")
def heap():
    soil = (0.3, 0.21, 0.14)
    parts = [
        lathe([(0.56, 0.02), (0.54, 0.4), (0.46, 0.58), (0.3, 0.72), (0.1, 0.8)], soil, {"roughness": 0.98}, slices=26)
    ]
    tones = [
        (0.42, 0.3, 0.18),
        (0.33, 0.5, 0.18),
        (0.6, 0.42, 0.16),
        (0.5, 0.6, 0.22),
        (0.25, 0.17, 0.11),
        (0.72, 0.55, 0.2),
    ]
    for i in range(70):
        a, t = 2.4 * i, math.sqrt((i + 0.5) / 70)
        r = 0.52 * t
        y = 0.8 - 0.1 * t - 0.32 * t**3
        leaf = ellipsoid((0, 0, 0), (0.06, 0.014, 0.035), tones[(i * 7) % 6])
        parts.append(
            moved(rotated(leaf, 0.5 * math.sin(3 * i), (0, 0, 1)), (r * math.cos(a), y, r * math.sin(a)), 1.7 * i)
        )
    apple = [
        ellipsoid((0.16, 0.74, 0.24), (0.045, 0.045, 0.045), (0.78, 0.14, 0.1)),
        ellipsoid((-0.2, 0.72, 0.2), (0.04, 0.05, 0.04), (0.93, 0.85, 0.7)),
    ]
    peel = [
        disc((-0.05, 0.74, 0.32), (0.05, 0.03), 0.012, (0.95, 0.55, 0.12)),
        ellipsoid((0.3, 0.66, 0.12), (0.1, 0.02, 0.025), (0.95, 0.82, 0.2)),
    ]
    return concat_shapes(*parts, *apple, *peel)


@register("a compost heap in a slatted wooden frame")
def compost_heap(*, width=1.22, height=0.88, depth=1.12, wood="reclaimed wood", paint=None):
    return fitted(
        concat_shapes(library_call("frame", look=finish(wood, paint)), library_call("heap")), width, height, depth
    )
