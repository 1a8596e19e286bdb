# /// asset
# word = "candlestick"
# synonyms = [
#     "candle holder", "candlestick holder", "taper candle", "candelabra", "candle stand", "candleholder",
#     "candelabrum",
# ]
# category = "decor"
# support = "surface"
# colors = ["wax"]
# materials = ["metal"]
# ///
import math

from scene.language import *
from scene.language.modelling import ellipsoid, lathe, moved, pipe, rod


@register("the turned stem on its round foot")
def stem(*, radius, height, metal):
    profile = [
        (radius, 0),
        (radius, 0.05),
        (radius * 0.55, 0.09),
        (radius * 0.2, 0.14),
        (radius * 0.16, 0.3),
        (radius * 0.32, 0.36),
        (radius * 0.16, 0.42),
        (radius * 0.14, 0.8),
        (radius * 0.3, 0.86),
        (radius * 0.14, 0.92),
        (radius * 0.14, 1.0),
    ]
    return lathe([(r, y * height) for r, y in profile], *surface(metal), slices=44)


@register("one curved arm")
def arm(*, reach, height, thick, metal):
    path = [
        (0, 0, 0),
        (reach * 0.35, -height * 0.4, 0),
        (reach * 0.75, -height * 0.35, 0),
        (reach * 0.97, 0.05 * height, 0),
        (reach, height * 0.5, 0),
    ]
    return pipe(path, thick, *surface(metal))


@register("a drip cup with a burning taper")
def taper(*, radius, height, wax, metal):
    glow = surface("flame")
    return concat_shapes(
        rod((0, 0, 0), (0, height * 0.05, 0), radius * 2.2, *surface(metal)),
        rod((0, height * 0.05, 0), (0, height * 0.14, 0), radius * 1.3, *surface(metal)),
        rod((0, height * 0.1, 0), (0, height * 0.82, 0), radius, wax, {"roughness": 0.4}),
        ellipsoid((0, height * 0.91, 0), (radius * 0.5, height * 0.09, radius * 0.5), *glow),
    )


@register("a three-armed candelabra with lit taper candles")
def candlestick(*, width=0.28, height=0.42, depth=0.12, wax=(0.96, 0.93, 0.84), metal="brass"):
    radius, post = depth / 2, height * 0.55
    cup = 0.009
    reach = width / 2 - cup * 2.2
    arms = [
        moved(
            library_call("arm", reach=reach, height=height * 0.16, thick=height * 0.013, metal=metal),
            (0, post * 0.83, 0),
            math.pi * k,
        )
        for k in (0, 1)
    ]
    side_base = post * 0.83 + height * 0.08
    return concat_shapes(
        library_call("stem", radius=radius, height=post, metal=metal),
        *arms,
        place("taper", at=(0, post, 0), radius=cup, height=height - post, wax=wax, metal=metal),
        *[
            place("taper", at=(x, side_base, 0), radius=cup, height=height * 0.42, wax=wax, metal=metal)
            for x in (-reach, reach)
        ],
    )
