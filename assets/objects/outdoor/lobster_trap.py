# /// asset
# word = "lobster trap"
# synonyms = ["lobster pot", "crab pot", "crab trap", "lobster cage", "fish trap", "lobster pots", "lobster traps"]
# category = "outdoor"
# support = "floor"
# colors = ["net"]
# materials = ["wood"]
# ///
import math

from scene.language import *
from scene.language.modelling import box, fitted, hoop, rod, tube


@register("the wooden floor, the bows and the slats")
def frame(*, wood):
    look = surface(wood)
    bows = [
        tube(
            [(x, 0.06 + 0.36 * math.sin(a), 0.24 * math.cos(a)) for a in [math.pi * i / 10 for i in range(11)]],
            0.014,
            *look,
        )
        for x in (-0.4, 0.0, 0.4)
    ]
    slats = [
        box((0, 0.06 + 0.375 * math.sin(a), 0.255 * math.cos(a)), (0.86, 0.012, 0.03), *look)
        for a in [math.pi * i / 9 for i in range(10)]
    ]
    floor = [box((0, 0.02, -0.22 + 0.11 * i), (0.86, 0.03, 0.05), *look) for i in range(5)]
    return concat_shapes(
        *bows, *slats, *floor, *[box((x, 0.045, 0), (0.035, 0.03, 0.52), *look) for x in (-0.4, 0, 0.4)]
    )


@register("the netting of the ends with the round entrance, and the rope")
def netting(*, net):
    cords = []
    for x in (-0.4, 0.4):
        for i in range(-4, 5):
            z = 0.05 * i
            top = 0.06 + 0.35 * math.sqrt(max(0.0, 1 - (z / 0.24) ** 2))
            cords.append(rod((x, 0.06, z), (x, top, z), 0.004, net))
        for k in range(1, 7):
            y = 0.06 + 0.052 * k
            half = 0.24 * math.sqrt(max(0.0, 1 - ((y - 0.06) / 0.36) ** 2))
            cords.append(rod((x, y, -half), (x, y, half), 0.004, net))
        cords.append(hoop(0.08, 0.012, net, center=(x, 0.2, 0), axis=(1, 0, 0), parts=18))
    coil = [hoop(0.09, 0.014, (0.2, 0.42, 0.62), center=(0.1, 0.45 + 0.02 * i, 0.02), parts=18) for i in range(3)]
    return concat_shapes(*cords, *coil)


@register("a lobster trap of slats and netting")
def lobster_trap(*, width=0.9, height=0.5, depth=0.56, net=(0.16, 0.42, 0.35), wood="weathered wood"):
    whole = concat_shapes(library_call("frame", wood=wood), library_call("netting", net=net))
    return fitted(whole, width, height, depth)
