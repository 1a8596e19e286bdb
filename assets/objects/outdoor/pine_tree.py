# /// asset
# word = "pine tree"
# synonyms = [
#     "pine", "fir tree", "spruce", "conifer", "evergreen tree", "fir", "evergreen", "snowy pine tree", "snowy fir tree",
#     "snow covered pine tree", "snow-covered pine tree", "snow covered fir tree", "snowy pine", "snowy fir",
# ]
# category = "outdoor"
# support = "floor"
# colors = ["needles", "bark"]
# [variants]
# snow = {"snowy" = true, "snow covered" = true, "snow-covered" = true}
# ///
import math

import numpy as np

from scene.language import *
from scene.language.modelling import beam, cone, darker, ellipsoid, fitted, rod

ROUGH = {"roughness": 0.95}
SNOW = (0.93, 0.95, 0.98)


@register("the trunk with its roots")
def trunk(*, height, radius, bark):
    roots = [
        cone(
            (0, radius * 0.9, 0), (radius * 2.3 * math.cos(a), 0, radius * 2.3 * math.sin(a)), radius * 0.5, bark, ROUGH
        )
        for a in np.arange(6) * 1.047
    ]
    return concat_shapes(cone((0, 0, 0), (0, height, 0), radius, bark, ROUGH), *roots)


def branch(angle, y, reach, droop, tone, bark, snow):
    """A bough with sprays of needles to both sides, its tip raised a little."""
    out = np.array([math.cos(angle), 0, math.sin(angle)])
    side = np.array([-out[2], 0, out[0]])
    start = np.array([0, y, 0])
    end = start + out * reach - (0, droop, 0)
    parts = [rod(tuple(start), tuple(end), reach * 0.022, bark, ROUGH)]
    count = 5
    for k in range(count):
        t = 0.25 + 0.75 * (k + 0.5) / count
        at, long = start + (end - start) * t, reach * 0.4 * (1.15 - 0.75 * t)
        for s in (-1, 1):
            tip = at + out * long * 0.75 + s * side * long - (0, long * 0.25, 0)
            shade = darker(tone, 0.72 + 0.42 * t)
            parts.append(beam(tuple(at - out * long * 0.2), tuple(tip), (long * 0.42, reach * 0.03), shade, ROUGH))
    parts.append(
        cone(
            tuple(end - out * reach * 0.28 + (0, droop * 0.25, 0)),
            tuple(end + out * reach * 0.1),
            reach * 0.1,
            darker(tone, 1.12),
            ROUGH,
        )
    )
    if snow:
        middle = start + (end - start) * 0.66 + (0, reach * 0.045, 0)
        parts.append(ellipsoid(tuple(middle), (reach * 0.25, reach * 0.05, reach * 0.25), SNOW, ROUGH))
    return concat_shapes(*parts)


@register("the boughs, long below and short above")
def boughs(*, radius, low, height, needles, bark, snow):
    rng = np.random.default_rng(6)
    parts, tiers = [], 11
    for tier in range(tiers):
        t = tier / tiers
        y, reach = low + (height - low) * (t**0.9) * 0.97, radius * (1 - t) ** 0.85
        core = darker(needles, 0.5 + 0.15 * t)
        parts.append(
            cone(
                (0, y - reach * 0.22, 0),
                (0, min(height * 0.985, y + reach * 0.75 + height * 0.08), 0),
                reach * 0.62,
                core,
                ROUGH,
            )
        )
        count = max(5, round(11 - 6 * t))
        for k in range(count):
            angle = 2 * math.pi * (k + 0.5 * (tier % 2)) / count + rng.uniform(-0.15, 0.15)
            long = reach * rng.uniform(0.9, 1.08)
            tone = darker(needles, (0.86 + 0.3 * t) * rng.uniform(0.88, 1.12))
            parts.append(branch(angle, y + reach * 0.2, long, long * rng.uniform(0.3, 0.45), tone, bark, snow))
    top = darker(needles, 1.25)
    parts.append(cone((0, height * 0.9, 0), (0, height, 0), radius * 0.06, SNOW if snow else top, ROUGH))
    return concat_shapes(*parts)


@register("a tall pine tree with drooping boughs")
def pine_tree(*, width=2.2, height=4.8, snow=False, needles=(0.15, 0.31, 0.19), bark=(0.36, 0.26, 0.18)):
    whole = concat_shapes(
        library_call("trunk", height=height * 0.95, radius=height * 0.034, bark=bark),
        library_call(
            "boughs", radius=width / 2, low=height * 0.16, height=height, needles=needles, bark=bark, snow=snow
        ),
    )
    return fitted(whole, width, height, width)
