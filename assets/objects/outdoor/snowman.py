# /// asset
# word = "snowman"
# synonyms = ["frosty"]
# stands_for = ["LED snowman"]
# category = "outdoor"
# support = "floor"
# colors = ["snow", "scarf"]
# ///
import math

import numpy as np

from scene.language import *
from scene.language.modelling import cone, ellipsoid, fitted, mirrored, moved, rod


@register("three balls of snow")
def snow_balls(*, s, snow):
    look = (snow, {"roughness": 0.9})
    return concat_shapes(
        *[
            ellipsoid((0, y * s, 0), (r * s, r * s * 0.94, r * s), *look)
            for y, r in ((0.24, 0.26), (0.56, 0.19), (0.81, 0.135))
        ]
    )


@register("the face: coal eyes and mouth, carrot nose; coal buttons")
def face(*, s):
    coal = ((0.1, 0.1, 0.11), {"roughness": 0.9})
    eyes = [ellipsoid((x * s * 0.05, s * 0.845, s * 0.118), (s * 0.017,) * 3, *coal) for x in (-1, 1)]
    mouth = [
        ellipsoid(
            (s * 0.072 * math.sin(a), s * (0.755 + 0.035 * (1 - math.cos(a)) * 1.2), s * 0.122 * math.cos(a * 0.55)),
            (s * 0.01,) * 3,
            *coal,
        )
        for a in np.linspace(-1.0, 1.0, 6)
    ]
    buttons = [
        ellipsoid((0, y * s, z * s), (s * 0.018,) * 3, *coal) for y, z in ((0.64, 0.175), (0.56, 0.188), (0.48, 0.175))
    ]
    return concat_shapes(
        *eyes,
        *mouth,
        *buttons,
        cone((0, s * 0.81, s * 0.12), (s * 0.02, s * 0.8, s * 0.27), s * 0.024, (0.95, 0.5, 0.12)),
    )


@register("the scarf")
def scarf_part(*, s, scarf):
    look = (scarf, {"roughness": 0.95})
    ring = [
        ellipsoid(
            (s * 0.125 * math.cos(a), s * 0.695, s * 0.125 * math.sin(a)), (s * 0.036, s * 0.032, s * 0.036), *look
        )
        for a in np.linspace(0, 2 * math.pi, 19)[:-1]
    ]
    tail = [
        ellipsoid(
            (s * (0.075 + 0.012 * i), s * (0.665 - 0.04 * i), s * (0.15 + 0.006 * i)),
            (s * 0.036, s * 0.032, s * 0.02),
            *((0.95, 0.93, 0.9), {"roughness": 0.95}) if i in (3,) else look,
        )
        for i in range(5)
    ]
    return concat_shapes(*ring, *tail)


@register("the top hat")
def top_hat(*, s):
    felt = ((0.1, 0.1, 0.11), {"roughness": 0.8})
    return concat_shapes(
        rod((0, 0, 0), (0, s * 0.016, 0), s * 0.145, *felt),
        rod((0, 0, 0), (0, s * 0.13, 0), s * 0.095, *felt),
        rod((0, s * 0.016, 0), (0, s * 0.042, 0), s * 0.098, (0.8, 0.15, 0.17)),
    )


@register("a twig arm with fingers")
def twig(*, s):
    wood = (0.36, 0.25, 0.16)
    end = np.array((s * 0.3, s * 0.14, 0.0))
    return concat_shapes(
        rod((0, 0, 0), tuple(end), s * 0.011, wood),
        *[
            rod(tuple(end * 0.9), tuple(end + np.array(d) * s), s * 0.007, wood)
            for d in ((0.07, 0.07, 0.0), (0.09, 0.0, 0.02), (0.02, 0.1, -0.02))
        ],
    )


@register("a snowman with a carrot nose, a scarf and a top hat")
def snowman(*, width=0.95, height=1.5, depth=0.78, snow=(0.96, 0.97, 0.99), scarf=(0.8, 0.15, 0.17)):
    s = height * 0.95
    arm = library_call("twig", s=s)
    whole = concat_shapes(
        library_call("snow_balls", s=s, snow=snow),
        library_call("face", s=s),
        library_call("scarf_part", s=s, scarf=scarf),
        moved(library_call("top_hat", s=s), (0, s * 0.91, 0), -0.1, (0, 0, 1)),
        moved(arm, (s * 0.16, s * 0.58, 0)),
        moved(mirrored(arm), (-s * 0.16, s * 0.58, 0)),
    )
    return fitted(whole, width, height, depth)
