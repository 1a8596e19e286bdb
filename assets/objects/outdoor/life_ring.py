# /// asset
# word = "life ring"
# synonyms = ["lifebuoy", "life buoy", "life preserver", "lifesaver ring", "ring buoy", "life belt", "rescue ring"]
# category = "outdoor"
# support = "wall"
# colors = ["paint", "bands"]
# ///
import math

from scene.language import *
from scene.language.modelling import ellipsoid, fitted, hoop, moved, tube


@register("the ring with its bands")
def ring_part(*, paint, bands):
    parts, n = [hoop(0.275, 0.085, paint, {"roughness": 0.35}, axis=(0, 0, 1), parts=40)], 0
    for q in range(4):
        for i in range(6):
            a = math.pi / 4 + q * math.pi / 2 + (i - 2.5) * 0.055
            one = ellipsoid((0, 0, 0), (0.089, 0.026, 0.089), bands, {"roughness": 0.4})
            parts.append(moved(one, (0.275 * math.cos(a), 0.275 * math.sin(a), 0), a, (0, 0, 1)))
            n += 1
    return concat_shapes(*parts)


@register("the rope around it")
def rope_part():
    parts = []
    for q in range(4):
        a0 = math.pi / 4 + q * math.pi / 2
        points = []
        for k in range(9):
            a = a0 + math.pi / 2 * k / 8
            r = 0.352 + 0.055 * math.sin(math.pi * k / 8)
            points.append((r * math.cos(a), r * math.sin(a), 0.03))
        parts.append(tube(points, 0.009, (0.93, 0.9, 0.82)))
    return concat_shapes(*parts)


@register("a life ring with bands and a rope")
def life_ring(*, width=0.76, height=0.76, depth=0.17, paint=(0.93, 0.25, 0.1), bands=(0.96, 0.96, 0.95)):
    return fitted(
        concat_shapes(library_call("ring_part", paint=paint, bands=bands), library_call("rope_part")),
        width,
        height,
        depth,
    )
