# /// asset
# word = "fishing net"
# synonyms = ["fishing nets", "pile of nets", "heap of fishing nets", "trawl net", "fish net", "pile of fishing nets"]
# category = "outdoor"
# support = "floor"
# colors = ["net", "floats"]
# ///
import itertools
import math

from scene.language import *
from scene.language.modelling import darker, ellipsoid, fitted, lathe, moved, rod, tube

MOUNDS = ((-0.22, -0.05, 0.5, 0.36), (0.28, 0.1, 0.44, 0.3), (0.05, -0.25, 0.4, 0.22), (-0.05, 0.28, 0.38, 0.2))
"""x, z, radius and height of the mounds that the heap is made of."""


def bulge(share):
    """Height of a mound at a share of its radius, of its greatest."""
    return max(0.0, 1 - share**2) ** 0.8


def high(x, z):
    """Height of the heap at a place on the ground."""
    return max(h * bulge(math.hypot(x - mx, z - mz) / r) for mx, mz, r, h in MOUNDS)


@register("the dark inside of the heap")
def mounds(*, net):
    return concat_shapes(
        *[
            moved(
                lathe([(r * (1 - k / 8), h * bulge(1 - k / 8)) for k in range(9)], darker(net, 0.5), slices=14),
                (x, 0, z),
            )
            for x, z, r, h in MOUNDS
        ]
    )


@register("the meshes over it")
def meshes(*, net):
    cords, step = [], 0.07
    for way in (-1, 1):
        for i in range(-15, 16):
            line = [((i + k * 0.5) * step * 0.72, way * k * 0.5 * step) for k in range(-28, 29)]
            points = [(x, high(x, z) + 0.012, z) for x, z in line if high(x, z) > 0]
            cords += [rod(p, q, 0.007, net) for p, q in itertools.pairwise(points)]
    return concat_shapes(*cords)


@register("a heap of fishing net with its floats and rope")
def fishing_net(*, width=1.4, height=0.45, depth=1.15, net=(0.12, 0.42, 0.38), floats=(0.95, 0.5, 0.1)):
    path = [
        (0.42 * math.cos(t) * (1 + 0.25 * math.sin(3 * t)), 0.34 * math.sin(t)) for t in [0.27 * i for i in range(24)]
    ]
    rope = [(x, high(x, z) + 0.03, z) for x, z in path]
    whole = concat_shapes(
        library_call("mounds", net=net),
        library_call("meshes", net=net),
        tube(rope, 0.014, (0.85, 0.78, 0.6)),
        *[ellipsoid((x, y + 0.035, z), (0.06, 0.045, 0.045), floats, {"roughness": 0.5}) for x, y, z in rope[::2]],
    )
    return fitted(whole, width, height, depth)
