# /// asset
# word = "sandbox"
# synonyms = ["sandpit", "sand box", "sand pit", "sandpit box"]
# stands_for = ["sand table", "sand tray"]
# category = "outdoor"
# support = "floor"
# materials = ["wood"]
# ///
import math

from scene.language import *
from scene.language.modelling import box, darker, ellipsoid, fitted, lathe, moved


@register("the wooden frame with corner seats")
def frame_part(*, wood):
    look = surface(wood)
    sides = [box((0, 0.1, s * 0.72), (1.5, 0.2, 0.06), *look) for s in (-1, 1)] + [
        box((s * 0.72, 0.1, 0), (0.06, 0.2, 1.38), *look) for s in (-1, 1)
    ]
    seats = [
        moved(box((0, 0.21, 0), (0.42, 0.03, 0.2), *look), (x * 0.6, 0, z * 0.6), x * z * math.pi / 4)
        for x in (-1, 1)
        for z in (-1, 1)
    ]
    return concat_shapes(*sides, *seats)


@register("the sand with its heaps")
def sand_part():
    tone, rough = surface("sand")
    heaps = [
        ellipsoid((x, 0.12, z), (r, r * 0.55, r), tone, rough)
        for x, z, r in ((0.2, 0.1, 0.2), (-0.3, -0.15, 0.16), (0.0, -0.35, 0.12))
    ]
    castles = [
        moved(lathe([(0.075, 0.12), (0.055, 0.25)], darker(tone, 0.92), rough, slices=20), (x, 0, z))
        for x, z in ((-0.05, 0.32), (0.12, 0.36))
    ]
    return concat_shapes(box((0, 0.07, 0), (1.4, 0.12, 1.4), tone, rough), *heaps, *castles)


@register("a sandbox with a bucket of sand shapes")
def sandbox(*, width=1.5, height=0.28, depth=1.5, wood="pine"):
    whole = concat_shapes(library_call("frame_part", wood=wood), library_call("sand_part"))
    return fitted(whole, width, height, depth)
