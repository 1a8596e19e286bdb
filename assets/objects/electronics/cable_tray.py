# /// asset
# word = "cable tray"
# synonyms = ["cable trays", "cable ladder", "overhead cable tray", "cable duct", "wire tray", "cable tray with cables"]
# category = "electronics"
# support = "ceiling"
# colors = ["first", "second", "third"]
# materials = ["metal"]
# ///
import itertools
import math

from scene.language import *
from scene.language.modelling import box, finish, fitted, rod


@register("the wire basket")
def basket(*, width, look):
    n = max(6, round(width / 0.12))
    parts = []
    for i in range(n + 1):
        x = (i / n - 0.5) * (width - 0.01)
        parts.append(box((x, 0.006, 0), (0.007, 0.007, 0.3), *look))
        parts += [box((x, 0.05, s * 0.148), (0.007, 0.1, 0.007), *look) for s in (-1, 1)]
    parts += [box((0, y, s * 0.148), (width, 0.009, 0.009), *look) for s in (-1, 1) for y in (0.01, 0.05, 0.1)]
    parts += [box((0, 0.004, z), (width, 0.007, 0.007), *look) for z in (-0.075, 0.0, 0.075)]
    return concat_shapes(*parts)


@register("the bundles of cables")
def cables(*, width, tones):
    parts = []
    for i in range(11):
        z = -0.12 + 0.024 * i
        y = 0.02 + 0.018 * ((i * 3) % 2)
        points = [
            (-width / 2 + width * k / 6, y + 0.004 * math.sin(k + i), z + 0.01 * math.sin(1.7 * k + i))
            for k in range(7)
        ]
        parts += [rod(a, b, 0.0105, tones[i % 3]) for a, b in itertools.pairwise(points)]
    return concat_shapes(*parts)


@register("a hanger to the ceiling")
def hanger(*, x, look):
    return concat_shapes(
        *[rod((x, -0.004, s * 0.17), (x, 0.5, s * 0.17), 0.006, *look) for s in (-1, 1)],
        box((x, -0.005, 0), (0.04, 0.01, 0.38), *look),
        *[box((x, 0.497, s * 0.17), (0.06, 0.006, 0.06), *look) for s in (-1, 1)],
    )


@register("a hanging cable tray full of cables")
def cable_tray(
    *,
    width=2.4,
    height=0.51,
    depth=0.4,
    metal="galvanized steel",
    first=(0.12, 0.32, 0.68),
    second=(0.9, 0.62, 0.1),
    third=(0.1, 0.1, 0.11),
):
    look = finish(metal)
    n = max(2, round(width / 1.0))
    whole = concat_shapes(
        library_call("basket", width=width, look=look),
        library_call("cables", width=width, tones=(first, second, third)),
        *[library_call("hanger", x=(i / (n - 1) - 0.5) * width * 0.8, look=look) for i in range(n)],
    )
    return fitted(whole, width, height, depth)
