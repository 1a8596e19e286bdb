# /// asset
# word = "sailboat"
# synonyms = ["sailing boat", "yacht", "sailing yacht", "sailing dinghy", "sailing ship", "boat with a sail"]
# category = "outdoor"
# support = "floor"
# colors = ["hull", "sail"]
# ///
import itertools

import numpy as np

from scene.language import *
from scene.language.modelling import box, cone, darker, fitted, rod, tube


def half_beam(t, k):
    """Half the width of the hull at the share t of its length from the stern, in plank row k of 10."""
    flare = 0.5 + 0.5 * (k / 9) ** 0.5
    fore = max(0.0, (t - 0.4) / 0.6)
    return 0.95 * flare * ((1 - fore**2) ** 0.9 if t > 0.4 else 0.82 + 0.18 * t / 0.4)


@register("the hull of planks, pointed at the bow, with deck and cabin")
def hull_part(*, hull):
    parts, count, rows = [], 14, 10
    for k in range(rows):
        tone = hull if k else darker(hull, 0.45)
        line = [
            (half_beam(i / count, k), 0.06 + 0.097 * k, -2.4 + (4.7 + 0.04 * k) * i / count) for i in range(count + 1)
        ]
        parts += [
            rod((s * x0, y0, z0), (s * x1, y1, z1), 0.06, tone, {"roughness": 0.3})
            for s in (-1, 1)
            for (x0, y0, z0), (x1, y1, z1) in itertools.pairwise(line)
        ]
        parts += [
            box((0, y, (z0 + z1) / 2), (2 * x1 + 0.02, 0.11, z1 - z0 + 0.01), tone)
            for (_, y, z0), (x1, _, z1) in itertools.pairwise(line)
        ]
        parts.append(
            rod((-line[0][0], line[0][1], -2.4), (line[0][0], line[0][1], -2.4), 0.06, tone, {"roughness": 0.3})
        )
    wood = surface("teak")
    deck = [
        box((0, 0.99, -2.28 + 0.32 * i), (2 * half_beam(0.02 + 0.068 * i, 9) - 0.06, 0.03, 0.3), *wood)
        for i in range(13)
    ]
    return concat_shapes(
        *parts,
        *deck,
        box((0, 1.12, 0.35), (0.95, 0.3, 1.5), (0.95, 0.94, 0.91)),
        *[box((s * 0.48, 1.15, z), (0.01, 0.12, 0.34), (0.1, 0.13, 0.16)) for s in (-1, 1) for z in (0.0, 0.6)],
    )


def canvas(x, foot, tall, ends, peak, color):
    """A sail: a triangle above `foot` from z to z (`ends`), its peak above z = `peak`."""
    middle, half = sum(ends) / 2, (ends[1] - ends[0]) / 2
    flat = np.array([[0.018, 0, 0, x], [0, tall, 0, foot], [0, peak - middle, half, middle], [0, 0, 0, 1.0]])
    return transform_shape(cone((0, 0, 0), (0, 1, 0), 1.0, color, {"roughness": 0.85}), flat)


@register("the mast with mainsail and jib")
def rig(*, sail):
    metal = surface("aluminium")
    return concat_shapes(
        rod((0, 0.95, 0.7), (0, 7.0, 0.7), 0.05, *metal),
        rod((0, 1.65, 0.7), (0, 1.6, -1.75), 0.045, *metal),
        canvas(0.02, 1.75, 5.0, (-1.64, 0.63), 0.63, sail),
        canvas(-0.02, 1.25, 4.6, (0.9, 2.4), 0.85, sail),
        rod((0, 6.3, 0.7), (0, 1.0, 2.5), 0.01, *metal),
        rod((0, 6.9, 0.7), (0, 1.0, -2.3), 0.01, *metal),
        *[rod((0, 5.6, 0.7), (s * 0.85, 0.97, 0.5), 0.008, *metal) for s in (-1, 1)],
        tube([(0, 0.97, -2.2), (0, 1.25, -2.25), (0, 1.3, -1.6)], 0.03, *surface("teak")),
    )


@register("a sailing boat with mainsail and jib")
def sailboat(*, width=2.0, height=7.0, depth=5.2, hull=(0.94, 0.94, 0.93), sail=(0.97, 0.96, 0.92)):
    whole = concat_shapes(library_call("hull_part", hull=hull), library_call("rig", sail=sail))
    return fitted(whole, width, height, depth)
