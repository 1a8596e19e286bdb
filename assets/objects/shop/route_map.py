# /// asset
# word = "route map"
# synonyms = ["subway map", "metro map", "transit map", "train map", "line map", "network map", "railway map", "bus map", "underground map"]
# category = "shop"
# support = "wall"
# colors = ["paint", "frame_color"]
# ///
import itertools
import math

from scene.language import *
from scene.language.modelling import box, fitted, moved, rod

LINES = (
    ((0.85, 0.12, 0.14), ((-0.5, 0.1), (-0.3, 0.1), (-0.1, -0.08), (0.2, -0.08), (0.45, 0.15))),
    ((0.1, 0.35, 0.75), ((-0.45, -0.22), (-0.2, -0.22), (0.05, 0.05), (0.05, 0.24))),
    ((0.1, 0.6, 0.3), ((-0.5, 0.24), (-0.2, 0.24), (0.12, -0.02), (0.48, -0.02))),
    ((0.95, 0.7, 0.1), ((-0.3, -0.3), (-0.3, 0.1), (-0.15, 0.24), (0.1, 0.24), (0.3, 0.05), (0.3, -0.28))),
    ((0.55, 0.25, 0.65), ((0.0, -0.3), (0.0, -0.08), (0.2, 0.12), (0.5, 0.12))),
)  # fmt: skip


@register("a coloured line with its stops")
def line(*, tone, path, layer):
    parts, z = [], 0.007 + 0.0012 * layer
    for (x0, y0), (x1, y1) in itertools.pairwise(path):
        length = math.hypot(x1 - x0, y1 - y0)
        turn = math.atan2(y1 - y0, x1 - x0)
        parts.append(
            moved(
                box((0, 0, 0), (length + 0.016, 0.016, 0.002), tone), ((x0 + x1) / 2, (y0 + y1) / 2, z), turn, (0, 0, 1)
            )
        )
        n = max(1, round(length / 0.09))
        for i in range(n + 1):
            x, y = x0 + (x1 - x0) * i / n, y0 + (y1 - y0) * i / n
            parts.append(rod((x, y, z), (x, y, z + 0.003), 0.0095, tone))
            parts.append(rod((x, y, z), (x, y, z + 0.004), 0.006, (0.98, 0.98, 0.98)))
            if i < n:
                parts.append(box((x + 0.035, y + 0.018, z), (0.045, 0.006, 0.001), (0.35, 0.35, 0.37)))
    return concat_shapes(*parts)


@register("a framed route map of coloured lines")
def route_map(*, width=1.2, height=0.85, depth=0.03, paint=(0.97, 0.97, 0.96), frame_color=(0.2, 0.21, 0.23)):
    whole = concat_shapes(
        box((0, 0, 0), (1.18, 0.83, 0.01), paint),
        *[box((0, s * 0.4125, 0), (1.2, 0.025, 0.026), frame_color) for s in (-1, 1)],
        *[box((s * 0.5875, 0, 0), (0.025, 0.8, 0.026), frame_color) for s in (-1, 1)],
        box((0, 0.36, 0.006), (1.15, 0.065, 0.004), (0.1, 0.25, 0.55)),
        *[box((-0.52 + 0.05 * i, 0.36, 0.009), (0.032, 0.032, 0.002), (0.97, 0.97, 0.97)) for i in range(8)],
        *[
            library_call("line", tone=tone, path=tuple((x, 0.92 * y - 0.03) for x, y in path), layer=i)
            for i, (tone, path) in enumerate(LINES)
        ],
    )
    return fitted(whole, width, height, depth)
