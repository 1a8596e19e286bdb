# /// asset
# word = "climbing frame"
# synonyms = ["climbing dome", "jungle gym", "climber", "activity frame"]
# stands_for = ["climbing cube", "monkey bars", "climbing triangle", "foam tower", "pikler triangle"]
# category = "toys"
# support = "floor"
# colors = ["first", "second", "third"]
# ///
import math

from scene.language import *
from scene.language.modelling import ellipsoid, fitted, rod


@register("the dome of bars and joints")
def dome(*, radius, rise, thick, first, second, third):
    tints = (first, second, third)
    rings = []
    for k, (lift, count) in enumerate(
        (
            (0.0, 10),
            (0.38, 10),
            (0.72, 5),
        )
    ):
        r = radius * math.cos(lift * math.pi / 2)
        rings.append(
            [
                (
                    r * math.cos(2 * math.pi * (i + 0.5 * (k % 2)) / count),
                    rise * math.sin(lift * math.pi / 2),
                    r * math.sin(2 * math.pi * (i + 0.5 * (k % 2)) / count),
                )
                for i in range(count)
            ]
        )
    low, mid, high = rings
    top = (0.0, rise, 0.0)
    pairs = (
        [(mid[i], mid[(i + 1) % 10]) for i in range(10)]
        + [(low[i], mid[i]) for i in range(10)]
        + [(low[(i + 1) % 10], mid[i]) for i in range(10)]
    )
    pairs += (
        [(high[i], high[(i + 1) % 5]) for i in range(5)]
        + [(mid[2 * i], high[i]) for i in range(5)]
        + [(mid[(2 * i - 1) % 10], high[i]) for i in range(5)]
        + [(h, top) for h in high]
    )
    bars = [rod(a, b, thick, tints[i % 3], {"roughness": 0.3}) for i, (a, b) in enumerate(pairs)]
    joints = [ellipsoid(p, (thick * 1.7,) * 3, (0.25, 0.26, 0.28)) for p in (*low, *mid, *high, top)]
    return concat_shapes(*bars, *joints)


@register("a climbing dome of coloured bars")
def climbing_frame(*, width=2.0, height=1.1, first=(0.85, 0.22, 0.2), second=(0.2, 0.5, 0.8), third=(0.95, 0.78, 0.2)):
    whole = library_call(
        "dome", radius=width / 2 - 0.03, rise=height - 0.04, thick=0.02, first=first, second=second, third=third
    )
    return fitted(whole, width, height, width)
