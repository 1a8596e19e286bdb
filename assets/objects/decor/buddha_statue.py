# /// asset
# word = "buddha statue"
# synonyms = ["buddha", "buddha figurine", "seated buddha", "meditating buddha", "buddha sculpture"]
# category = "decor"
# support = "surface"
# colors = ["paint"]
# materials = ["metal"]
# ///
import math

import numpy as np

from scene.language import *
from scene.language.modelling import darker, ellipsoid, finish, fitted, moved, rod, rotated, tube


@register("the lotus base")
def lotus_base(*, look):
    petals = []
    for row, (y, r, up) in enumerate(((0.03, 0.15, 0.5), (0.055, 0.145, -0.4))):
        petals += [
            rotated(
                moved(ellipsoid((0, 0, 0), (0.034, 0.032, 0.012), *look), (0, y, r), -up, (1, 0, 0)),
                2 * math.pi * (k + 0.5 * row) / 16,
            )
            for k in range(16)
        ]
    return concat_shapes(
        rod((0, 0, 0), (0, 0.015, 0), 0.17, *look),
        rod((0, 0.01, 0), (0, 0.075, 0), 0.142, *look),
        rod((0, 0.07, 0), (0, 0.085, 0), 0.155, *look),
        *petals,
    )


@register("the folded legs and the robe")
def seated_body(*, look):
    robe = (darker(look[0], 0.86), look[1])
    legs = [
        concat_shapes(
            tube([(s * 0.05, 0.125, -0.02), (s * 0.15, 0.118, 0.05)], 0.042, *robe),
            tube([(s * 0.15, 0.116, 0.055), (-s * 0.03, 0.115 + 0.012 * (s > 0), 0.105)], 0.031, *robe),
            ellipsoid((s * 0.158, 0.117, 0.05), (0.045, 0.036, 0.042), *robe),
        )
        for s in (-1, 1)
    ]
    arms = [
        concat_shapes(
            ellipsoid((s * 0.09, 0.315, -0.02), (0.04, 0.038, 0.04), *(robe if s < 0 else look)),
            tube([(s * 0.098, 0.31, -0.02), (s * 0.128, 0.21, 0.0)], 0.03, *(robe if s < 0 else look)),
            tube([(s * 0.128, 0.205, 0.0), (s * 0.04, 0.168, 0.085)], 0.024, *look),
        )
        for s in (-1, 1)
    ]
    sash = [
        tube([(-0.095, 0.325, 0.01), (-0.04, 0.28, 0.066), (0.03, 0.225, 0.082), (0.075, 0.19, 0.06)], 0.008, *robe)
    ]
    return concat_shapes(
        ellipsoid((0, 0.14, -0.02), (0.115, 0.06, 0.09), *robe),
        ellipsoid((0, 0.2, -0.015), (0.088, 0.085, 0.07), *look),
        ellipsoid((0, 0.28, -0.015), (0.1, 0.075, 0.07), *look),
        *legs,
        *arms,
        *sash,
        *[ellipsoid((s * 0.016, 0.162 + 0.008 * (s > 0), 0.105), (0.036, 0.011, 0.02), *look) for s in (-1, 1)],
    )


@register("the head with its curls and long ears")
def serene_head(*, look):
    hair = ((0.16, 0.2, 0.32), {"roughness": 0.5})
    curls = []
    for j, y in enumerate(np.linspace(0.015, 0.06, 5)):
        r = 0.063 * math.sqrt(max(0.0, 1 - (y / 0.075) ** 2))
        count = max(5, int(r * 230))
        for k in range(count):
            a = 2 * math.pi * (k + 0.5 * (j % 2)) / count
            z = r * math.sin(a)
            if z < 0.052 - 0.5 * y:
                curls.append(ellipsoid((r * math.cos(a), 0.425 + y, z - 0.006), (0.0095,) * 3, *hair))
    return concat_shapes(
        rod((0, 0.33, -0.012), (0, 0.38, -0.008), 0.033, *look),
        ellipsoid((0, 0.415, 0), (0.059, 0.07, 0.06), *look),
        *curls,
        ellipsoid((0, 0.447, -0.008), (0.056, 0.047, 0.054), *hair),
        ellipsoid((0, 0.5, -0.008), (0.026, 0.026, 0.026), *hair),
        ellipsoid((0, 0.412, 0.06), (0.0085, 0.016, 0.0105), *look),
        *[ellipsoid((s * 0.0225, 0.42, 0.0535), (0.0125, 0.0028, 0.005), *hair) for s in (-1, 1)],
        *[
            tube([(s * 0.01, 0.434, 0.0565), (s * 0.024, 0.439, 0.053), (s * 0.037, 0.431, 0.0455)], 0.0016, *hair)
            for s in (-1, 1)
        ],
        ellipsoid((0, 0.386, 0.0535), (0.0155, 0.0042, 0.006), darker(look[0], 0.75), look[1]),
        ellipsoid((0, 0.447, 0.054), (0.0045,) * 3, (0.75, 0.15, 0.12)),
        *[ellipsoid((s * 0.06, 0.405, -0.002), (0.009, 0.034, 0.013), *look) for s in (-1, 1)],
    )


@register("a seated Buddha on a lotus base, hands in his lap")
def buddha_statue(*, width=0.42, height=0.53, depth=0.34, metal="gold", paint=None):
    look = finish(metal, paint)
    whole = concat_shapes(
        library_call("lotus_base", look=look),
        library_call("seated_body", look=look),
        library_call("serene_head", look=look),
    )
    return fitted(whole, width, height, depth)
