# /// asset
# word = "beer glass"
# synonyms = ["glass of beer", "pint of beer", "pint", "beer stein", "beer", "beer mug"]
# category = "tableware"
# support = "surface"
# colors = ["beer", "foam"]
# materials = ["vessel"]
# ///
import math

from scene.language import *
from scene.language.modelling import ellipsoid, moved, pipe, rod


@register("the beer and its foam")
def filling(*, radius, height, beer, foam):
    """Beer from the bottom up, a collar of foam above it."""
    crown = [
        ellipsoid(
            (radius * r * math.cos(a), height * y, radius * r * math.sin(a)),
            (radius * w, height * 0.055, radius * w),
            foam,
            {"roughness": 0.9},
        )
        for r, w, y, n in ((0.66, 0.36, 0.9, 9), (0.3, 0.42, 0.93, 5))
        for a in [2 * math.pi * k / n + r for k in range(n)]
    ]
    bubbles = [
        ellipsoid(
            (
                radius * 0.99 * math.cos(2.4 * i),
                height * (0.14 + 0.58 * ((i * 0.7548) % 1.0)),
                radius * 0.99 * math.sin(2.4 * i),
            ),
            (radius * 0.026,) * 3,
            tuple(0.5 + 0.5 * c for c in beer),
        )
        for i in range(60)
    ]
    top = ellipsoid((0, height * 0.94, 0), (radius * 0.5, height * 0.06, radius * 0.5), foam, {"roughness": 0.9})
    return concat_shapes(
        rod((0, height * 0.07, 0), (0, height * 0.76, 0), radius * 0.985, beer, {"roughness": 0.08}),
        rod((0, height * 0.74, 0), (0, height * 0.9, 0), radius * 0.995, foam, {"roughness": 0.9}),
        *crown,
        top,
        *bubbles,
    )


@register("the thick glass bottom and the panels of the wall")
def stein(*, radius, height, vessel):
    color, clear = surface(vessel)
    look = (color, clear | {"opacity": 0.35})
    count = 10

    def ridge(i):
        a = 2 * math.pi * (i + 0.5) / count
        x, z = radius * math.cos(a), radius * math.sin(a)
        return rod((x, height * 0.08, z), (x, height * 0.72, z), radius * 0.05, *look)

    return concat_shapes(
        rod((0, 0, 0), (0, height * 0.07, 0), radius * 1.02, color, clear | {"opacity": 0.75}),
        loop(count, ridge),
    )


@register("the big glass handle")
def handle(*, radius, height, reach, vessel):
    """A half loop that leaves the wall at both ends; nearly opaque, or its joints would show as darker rings."""
    color, clear = surface(vessel)
    steps, thick = 16, reach * 0.2
    high, low, out = height * 0.76, height * 0.16, reach - thick
    path = []
    for i in range(steps + 1):
        a = math.pi * (i / steps - 0.5)
        x, y = abs(math.cos(a)) ** 0.55, abs(math.sin(a)) ** 0.75 * (1 if a > 0 else -1)
        path.append((radius * 0.97 + out * x, (high + low) / 2 + (high - low) / 2 * y, 0))
    return pipe(path, thick, color, clear | {"opacity": 0.9})


@register("a handled glass of beer with a head of foam")
def beer_glass(*, width=0.13, height=0.16, depth=0.09, beer=(0.93, 0.6, 0.12), foam=(0.98, 0.96, 0.9), vessel="glass"):
    radius = depth / 2.1
    whole = concat_shapes(
        library_call("filling", radius=radius, height=height, beer=beer, foam=foam),
        library_call("stein", radius=radius, height=height, vessel=vessel),
        library_call("handle", radius=radius, height=height, reach=width - 1.99 * radius, vessel=vessel),
    )
    return moved(whole, (-compute_shape_center(whole)[0], 0, 0))
