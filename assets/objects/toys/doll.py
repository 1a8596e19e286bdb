# /// asset
# word = "doll"
# synonyms = ["baby doll", "rag doll", "toy doll", "porcelain doll"]
# stands_for = ["puppet", "marionette", "puppet doll", "finger puppet", "sock puppet"]
# category = "toys"
# support = "surface"
# colors = ["dress", "hair"]
# ///
import math

import numpy as np

from scene.language import *
from scene.language.modelling import ellipsoid, fitted, moved, rod


@register("the dress with its collar and hem")
def dress_part(*, s, dress):
    skirt = [
        rod(
            (0, s * (0.2 + 0.022 * i), 0),
            (0, s * (0.2 + 0.022 * (i + 1)), 0),
            s * (0.2 - 0.0095 * i),
            dress,
            {"roughness": 0.95},
        )
        for i in range(13)
    ]
    return concat_shapes(
        *skirt,
        ellipsoid((0, s * 0.5, 0), (s * 0.095, s * 0.1, s * 0.075), dress),
        rod((0, s * 0.199, 0), (0, s * 0.215, 0), s * 0.207, (0.98, 0.97, 0.95)),
        rod((0, s * 0.48, 0), (0, s * 0.5, 0), s * 0.09, (0.98, 0.97, 0.95)),
        *[ellipsoid((x * s * 0.12, s * 0.54, 0), (s * 0.055,) * 3, dress) for x in (-1, 1)],
        rod((0, s * 0.575, 0), (0, s * 0.6, 0), s * 0.06, (0.98, 0.97, 0.95)),
    )


@register("arms and legs with shoes")
def limbs(*, s):
    skin, shoe = (0.95, 0.78, 0.66), (0.35, 0.2, 0.25)
    arms = [
        concat_shapes(
            rod((x * s * 0.13, s * 0.53, 0), (x * s * 0.23, s * 0.36, s * 0.03), s * 0.028, skin),
            ellipsoid((x * s * 0.235, s * 0.35, s * 0.032), (s * 0.033,) * 3, skin),
        )
        for x in (-1, 1)
    ]
    legs = [
        concat_shapes(
            rod((x * s * 0.07, s * 0.04, 0), (x * s * 0.07, s * 0.22, 0), s * 0.033, skin),
            rod((x * s * 0.07, s * 0.03, 0), (x * s * 0.07, s * 0.1, 0), s * 0.036, (0.98, 0.97, 0.95)),
            ellipsoid((x * s * 0.07, s * 0.028, s * 0.02), (s * 0.042, s * 0.028, s * 0.065), shoe),
        )
        for x in (-1, 1)
    ]
    return concat_shapes(*arms, *legs)


@register("the head with face, fringe and braids")
def doll_head(*, r, hair, dress):
    skin, dark, wool = (0.96, 0.8, 0.68), (0.15, 0.1, 0.08), {"roughness": 0.98}
    fringe = [
        ellipsoid((r * 0.8 * math.sin(a), r * 0.62, r * 0.62 * math.cos(a)), (r * 0.3, r * 0.26, r * 0.26), hair, wool)
        for a in np.linspace(-1.1, 1.1, 6)
    ]
    braids = [
        concat_shapes(
            *[
                ellipsoid(
                    (x * (r * 0.98 + r * 0.05 * i), -r * (0.1 + 0.3 * i), 0), (r * 0.22, r * 0.22, r * 0.2), hair, wool
                )
                for i in range(5)
            ],
            ellipsoid((x * r * 1.22, -r * 1.4, 0), (r * 0.16,) * 3, dress),
            ellipsoid((x * r * 1.24, -r * 1.62, 0), (r * 0.17, r * 0.2, r * 0.15), hair, wool),
        )
        for x in (-1, 1)
    ]
    eyes = [
        concat_shapes(
            ellipsoid((x * r * 0.36, r * 0.02, r * 0.88), (r * 0.15, r * 0.18, r * 0.07), (0.98, 0.98, 0.98)),
            ellipsoid((x * r * 0.36, 0, r * 0.94), (r * 0.09, r * 0.12, r * 0.05), (0.2, 0.4, 0.65)),
            ellipsoid((x * r * 0.36, 0, r * 0.98), (r * 0.04, r * 0.06, r * 0.03), dark),
        )
        for x in (-1, 1)
    ]
    return concat_shapes(
        ellipsoid((0, 0, 0), (r, r * 0.97, r * 0.95), skin),
        ellipsoid((0, r * 0.2, -r * 0.2), (r * 1.08, r * 0.95, r * 0.98), hair, wool),
        *fringe,
        *braids,
        *eyes,
        ellipsoid((0, -r * 0.44, r * 0.87), (r * 0.16, r * 0.06, r * 0.06), (0.85, 0.3, 0.35)),
        *[
            ellipsoid((x * r * 0.58, -r * 0.3, r * 0.72), (r * 0.15, r * 0.11, r * 0.08), (0.98, 0.65, 0.62))
            for x in (-1, 1)
        ],
    )


@register("a doll with braids in a dress")
def doll(*, width=0.2, height=0.4, depth=0.17, dress=(0.85, 0.45, 0.6), hair=(0.75, 0.5, 0.2)):
    s = height
    whole = concat_shapes(
        library_call("dress_part", s=s, dress=dress),
        library_call("limbs", s=s),
        moved(library_call("doll_head", r=s * 0.17, hair=hair, dress=dress), (0, s * 0.76, 0)),
    )
    return fitted(whole, width, height, depth)
