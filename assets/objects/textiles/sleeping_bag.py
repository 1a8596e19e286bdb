# /// asset
# word = "sleeping bag"
# synonyms = ["camping bag", "mummy sleeping bag", "bedroll", "sleeping bags"]
# category = "textiles"
# support = "floor"
# colors = ["paint", "lining"]
# ///
import math

from scene.language import *
from scene.language.modelling import darker, ellipsoid, fitted, moved, pad, rod


@register("the quilted bag")
def bag(*, paint):
    soft, parts, n = {"roughness": 0.7}, [], 15
    for i in range(n):
        z = -0.62 + 1.62 * i / (n - 1)
        t = i / (n - 1)
        half = 0.37 - 0.13 * t if t > 0.12 else 0.35
        parts.append(ellipsoid((0, 0.07, z), (half, 0.09 - 0.015 * t, 0.1), darker(paint, 0.94 + 0.06 * (i % 2)), soft))
    parts.append(rod((0.3, 0.125, -0.6), (0.16, 0.11, 0.95), 0.007, (0.1, 0.1, 0.11)))
    return concat_shapes(*parts)


@register("the hood and the turned-down lining")
def hood(*, paint, lining):
    soft = {"roughness": 0.8}
    ring_parts = []
    for i in range(18):
        a = math.pi * i / 17
        ring_parts.append(
            ellipsoid((0.3 * math.cos(a), 0.075, -0.72 - 0.25 * math.sin(a)), (0.08, 0.085, 0.08), paint, soft)
        )
    flap = moved(pad((0, 0, 0), (0.5, 0.05, 0.3), lining, soft), (-0.05, 0.12, -0.48), 0.12)
    return concat_shapes(
        *ring_parts,
        pad((0, 0.0, -0.74), (0.56, 0.07, 0.42), lining, soft),
        flap,
        pad((0, 0.05, -0.78), (0.38, 0.09, 0.24), (0.93, 0.92, 0.88)),
    )


@register("a quilted sleeping bag with a hood")
def sleeping_bag(*, width=0.78, height=0.17, depth=2.1, paint=(0.15, 0.32, 0.55), lining=(0.9, 0.5, 0.15)):
    return fitted(
        concat_shapes(library_call("bag", paint=paint), library_call("hood", paint=paint, lining=lining)),
        width,
        height,
        depth,
    )
