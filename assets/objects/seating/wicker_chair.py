# /// asset
# word = "wicker chair"
# synonyms = [
#     "rattan chair", "cane chair", "woven chair", "rattan dining chair", "wicker dining chair", "wicker side chair",
#     "bamboo chair", "wicker cafe chair", "rattan cafe chair", "wicker bistro chair",
# ]
# category = "seating"
# support = "floor"
# clearance = {front = 0.4}
# colors = ["paint", "cushion_color"]
# materials = ["weave"]
# ///
import itertools
import math

from scene.language import *
from scene.language.modelling import darker, finish, fitted, pad, ring, rod, tube


@register("a woven panel: upright canes with strands that go in front of one and behind the next")
def woven_back(*, width, low, high, bulge, look):
    dark = (darker(look[0], 0.7), look[1])
    n, rows = 15, 16
    half = 1.05

    def at(i, y, out):
        a = (i / (n - 1) - 0.5) * 2 * half
        return (width / 2 * math.sin(a) / math.sin(half), y, -bulge * math.cos(a) + 0.02 - 0.12 * (y - low) + out)

    canes = [rod(at(i, low, 0), at(i, high, 0), 0.006, *dark) for i in range(n)]
    strands = []
    for r in range(rows):
        y = low + (high - low) * (r + 0.5) / rows
        points = [at(i, y, 0.008 if (i + r) % 2 else -0.008) for i in range(n)]
        strands += [rod(a, b, 0.0095, *(look if r % 4 else dark)) for a, b in itertools.pairwise(points)]
    edge = tube([at(0, low, 0), *[at(i, high, 0) for i in range(n)], at(n - 1, low, 0)], 0.017, *look)
    return concat_shapes(*canes, *strands, edge)


@register("the round woven seat on bound legs")
def woven_seat(*, look):
    dark = (darker(look[0], 0.7), look[1])
    rings = [ring((0, 0.43, 0), 0.03 + 0.02 * k, 0.0105, *(look if k % 3 else dark), parts=22) for k in range(10)]
    legs = [
        tube([(x * 0.17, 0.42, z * 0.17), (x * 0.2, 0.2, z * 0.2), (x * 0.215, 0.0, z * 0.22)], 0.017, *look)
        for x in (-1, 1)
        for z in (-1, 1)
    ]
    bows = [tube([(x * 0.2, 0.2, -0.19), (x * 0.19, 0.3, 0), (x * 0.2, 0.2, 0.19)], 0.011, *dark) for x in (-1, 1)]
    bows += [tube([(-0.19, 0.2, z * 0.2), (0, 0.3, z * 0.19), (0.19, 0.2, z * 0.2)], 0.011, *dark) for z in (-1, 1)]
    bands = [
        rod((x * 0.213, 0.03, z * 0.215), (x * 0.209, 0.09, z * 0.21), 0.02, *dark) for x in (-1, 1) for z in (-1, 1)
    ]
    return concat_shapes(
        *rings,
        ring((0, 0.43, 0), 0.235, 0.02, *look, parts=28),
        *legs,
        *bows,
        *bands,
        rod((0, 0.405, 0), (0, 0.42, 0), 0.22, *dark),
    )


@register("a wicker chair with a woven back and a cushion")
def wicker_chair(*, width=0.52, height=0.88, depth=0.56, paint=None, cushion_color=(0.92, 0.88, 0.78), weave="wicker"):
    look = finish(weave, paint)
    whole = concat_shapes(
        library_call("woven_seat", look=look),
        library_call("woven_back", width=0.46, low=0.44, high=0.88, bulge=0.23, look=look),
        pad((0, 0.445, 0.01), (0.38, 0.045, 0.38), cushion_color, {"roughness": 0.95}),
    )
    return fitted(whole, width, height, depth)
