# /// asset
# word = "hot air balloon"
# synonyms = ["air balloon", "hot-air balloon", "balloon with a basket", "model hot air balloon", "hot air balloons"]
# category = "outdoor"
# support = "floor"
# colors = ["first", "second"]
# [variants.width]
# "model" = 0.3
# [variants.height]
# "model" = 0.42
# [variants.depth]
# "model" = 0.3
# ///
import itertools
import math

from scene.language import *
from scene.language.modelling import block, box, cone, darker, fitted, moved, rod, rotated


@register("the envelope of coloured gores")
def envelope(*, first, second):
    gores, rows, parts = 16, 16, []
    line = []
    for k in range(rows + 1):
        a = math.pi * k / rows
        y = 4.2 - 3.0 * math.cos(a) if k > rows * 0.45 else 4.2 - 3.4 * math.cos(a)
        r = 2.7 * math.sin(a) ** (0.8 if k > rows / 2 else 1.05)
        line.append((max(r, 0.34 if k < rows / 2 else 0.02), y))
    for (r0, y0), (r1, y1) in itertools.pairwise(line):
        for i in range(gores):
            tone = (first, second)[i % 2]
            if 4.0 < (y0 + y1) / 2 < 5.0:
                tone = (second, first)[i % 2]
            long = math.hypot(r1 - r0, y1 - y0)
            slab = box(
                (0, 0, 0),
                (0.03, long * 1.04, 2 * max(r0, r1) * math.tan(math.pi / gores) * 1.02),
                tone,
                {"roughness": 0.7},
            )
            leaned = moved(slab, ((r0 + r1) / 2, (y0 + y1) / 2, 0), -math.atan2(r1 - r0, y1 - y0), (0, 0, 1))
            parts.append(rotated(leaned, 2 * math.pi * i / gores))
    return concat_shapes(*parts)


@register("a hot air balloon with its wicker basket")
def hot_air_balloon(*, width=5.6, height=8.4, depth=5.6, first=(0.88, 0.18, 0.14), second=(0.98, 0.8, 0.15)):
    wicker = surface("wicker")
    basket = [
        block((0, 0, 0), (1.1, 0.06, 1.1), *wicker),
        *[box((s * 0.53, 0.4, 0), (0.06, 0.75, 1.1), *wicker) for s in (-1, 1)],
        *[box((0, 0.4, s * 0.53), (1.1, 0.75, 0.06), *wicker) for s in (-1, 1)],
        *[box((0, y, s * 0.54), (1.16, 0.08, 0.1), darker(wicker[0], 0.6)) for s in (-1, 1) for y in (0.06, 0.79)],
        *[box((s * 0.54, y, 0), (0.1, 0.08, 1.16), darker(wicker[0], 0.6)) for s in (-1, 1) for y in (0.06, 0.79)],
    ]
    ropes = [
        rod((x * 0.5, 0.8, z * 0.5), (x * 0.28, 1.75, z * 0.28), 0.02, (0.3, 0.25, 0.2))
        for x in (-1, 1)
        for z in (-1, 1)
    ]
    cords = [
        rod(
            (0.3 * math.cos(a), 1.7, 0.3 * math.sin(a)),
            (1.1 * math.cos(a), 2.15, 1.1 * math.sin(a)),
            0.012,
            (0.3, 0.25, 0.2),
        )
        for a in [math.pi * i / 4 for i in range(8)]
    ]
    flame = [
        rod((0, 1.4, 0), (0, 1.6, 0), 0.08, (0.3, 0.3, 0.32)),
        cone((0, 1.6, 0), (0, 2.0, 0), 0.1, (1.0, 0.6, 0.15), {"emission": 2.0}),
    ]
    return fitted(
        concat_shapes(
            *basket, *ropes, *cords, *flame, moved(library_call("envelope", first=first, second=second), (0, 0.9, 0))
        ),
        width,
        height,
        depth,
    )
