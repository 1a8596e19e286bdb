# /// asset
# word = "snare drum"
# synonyms = ["snare", "side drum", "snare drum on a stand", "drum and drumsticks"]
# stands_for = ["tom drum", "practice pad", "marching drum"]
# category = "music"
# support = "floor"
# colors = ["shell"]
# ///
import math

from scene.language import *
from scene.language.modelling import box, ellipsoid, fitted, hoop, moved, rod, rotated, tube


@register("the shell between two steel hoops")
def snare_shell(*, shell):
    chrome = surface("chrome")
    lugs = [
        rotated(
            concat_shapes(
                rod((0.186, 0.005, 0), (0.186, 0.145, 0), 0.004, *chrome),
                box((0.186, 0.075, 0), (0.018, 0.05, 0.018), *chrome),
            ),
            2 * math.pi * i / 10,
        )
        for i in range(10)
    ]
    return concat_shapes(
        rod((0, 0.01, 0), (0, 0.14, 0), 0.176, shell, {"roughness": 0.2}),
        rod((0, 0.14, 0), (0, 0.147, 0), 0.174, (0.97, 0.96, 0.94), {"roughness": 0.6}),
        moved(hoop(0.181, 0.007, *chrome), (0, 0.145, 0)),
        moved(hoop(0.181, 0.007, *chrome), (0, 0.008, 0)),
        *lugs,
    )


@register("the tripod with the basket")
def snare_stand():
    chrome = surface("chrome")
    legs, arms = [], []
    for i in range(3):
        a = 2 * math.pi * i / 3 + 0.5
        c, s = math.cos(a), math.sin(a)
        legs.append(tube([(0.018 * c, 0.24, 0.018 * s), (0.24 * c, 0.015, 0.24 * s)], 0.009, *chrome))
        legs.append(rod((0.24 * c, 0.0, 0.24 * s), (0.24 * c, 0.03, 0.24 * s), 0.016, (0.08, 0.08, 0.08)))
        b = a + math.pi / 3
        c, s = math.cos(b), math.sin(b)
        arms.append(tube([(0, 0.46, 0), (0.2 * c, 0.535, 0.2 * s), (0.2 * c, 0.58, 0.2 * s)], 0.008, *chrome))
        arms.append(rod((0.2 * c, 0.55, 0.2 * s), (0.2 * c, 0.59, 0.2 * s), 0.013, (0.08, 0.08, 0.08)))
    return concat_shapes(
        rod((0, 0.09, 0), (0, 0.47, 0), 0.014, *chrome),
        rod((0, 0.22, 0), (0, 0.26, 0), 0.024, (0.1, 0.1, 0.1)),
        ellipsoid((0, 0.46, 0), (0.03, 0.03, 0.03), (0.1, 0.1, 0.1)),
        *legs,
        *arms,
    )


@register("a drumstick")
def drumstick(*, start, end):
    wood = surface("maple")
    near = tuple(a + 0.92 * (b - a) for a, b in zip(start, end, strict=True))
    return concat_shapes(
        rod(start, near, 0.0075, *wood), rod(near, end, 0.004, *wood), ellipsoid(end, (0.007,) * 3, *wood)
    )


@register("a snare drum on a tripod, with two sticks")
def snare_drum(*, width=0.5, height=0.72, depth=0.46, shell=(0.72, 0.12, 0.14)):
    drum = moved(library_call("snare_shell", shell=shell), (0, 0.54, 0))
    whole = concat_shapes(
        drum,
        library_call("snare_stand"),
        library_call("drumstick", start=(-0.16, 0.7, 0.2), end=(0.1, 0.695, -0.09)),
        library_call("drumstick", start=(0.12, 0.7, 0.22), end=(0.0, 0.7095, -0.1)),
    )
    return fitted(whole, width, height, depth)
