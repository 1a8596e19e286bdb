# /// asset
# word = "rope"
# synonyms = ["coil of rope", "coiled rope", "rope coil", "ship rope", "ropes", "hemp rope"]
# category = "tools"
# support = "floor"
# colors = ["paint"]
# ///
import itertools
import math

from scene.language import *
from scene.language.modelling import ball, darker, fitted, rod, tube


@register("the coils laid on each other")
def coils(*, paint):
    points, turns, per = [], 7, 26
    for i in range(turns * per + 1):
        a = 2 * math.pi * i / per
        lap = i / per
        r = 0.17 + 0.016 * math.sin(1.9 * lap)
        points.append((r * math.cos(a), 0.02 + 0.031 * lap, r * math.sin(a)))
    parts = []
    for i, (a, b) in enumerate(itertools.pairwise(points)):
        parts.append(rod(a, b, 0.0185, paint if i % 2 else darker(paint, 0.84)))
        parts.append(ball(b, 0.0185, paint if i % 2 else darker(paint, 0.84)))
    return concat_shapes(*parts)


@register("the loose end")
def loose_end(*, paint):
    end = [(0.17, 0.02, 0.0), (0.19, 0.019, -0.1), (0.16, 0.019, -0.2), (0.21, 0.019, -0.29), (0.3, 0.019, -0.3)]
    parts = [tube(end, 0.0185, paint)]
    parts += [
        rod((0.3, 0.019, -0.3), (0.345, 0.019 + 0.008 * k, -0.3 + 0.012 * k), 0.007, darker(paint, 0.9))
        for k in (-1, 0, 1)
    ]
    parts.append(rod((0.275, 0.019, -0.298), (0.295, 0.019, -0.3), 0.021, darker(paint, 0.5)))
    return concat_shapes(*parts)


@register("a coil of hemp rope")
def rope(*, width=0.56, height=0.26, depth=0.52, paint=(0.74, 0.58, 0.37)):
    return fitted(
        concat_shapes(library_call("coils", paint=paint), library_call("loose_end", paint=paint)), width, height, depth
    )
