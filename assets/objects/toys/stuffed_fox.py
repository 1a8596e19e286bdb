# /// asset
# word = "stuffed fox"
# synonyms = [
#     "plush fox", "toy fox", "fox", "cat toy", "plush cat", "toy lion", "plush lion", "lion", "plush monkey",
#     "monkey",
# ]
# stands_for = ["plush puppet", "plush block animal"]
# category = "toys"
# support = "surface"
# colors = ["fur"]
# [variants.animal]
# "fox" = "fox"
# "lion" = "lion"
# "toy lion" = "lion"
# "plush lion" = "lion"
# "monkey" = "monkey"
# "plush monkey" = "monkey"
# "cat" = "cat"
# "plush cat" = "cat"
# "cat toy" = "cat"
# ///
import itertools
import math

import numpy as np

from scene.language import *
from scene.language.modelling import cone, ellipsoid, fitted, moved, rod, stretched

FUZZY = {"roughness": 0.98}


@register("the sitting body with paws")
def sitting_body(*, s, fur, belly):
    legs = [
        rod((x * s * 0.09, s * 0.03, s * 0.15), (x * s * 0.1, s * 0.34, s * 0.08), s * 0.045, fur, FUZZY)
        for x in (-1, 1)
    ]
    paws = [
        ellipsoid((x * s * 0.09, s * 0.035, s * 0.18), (s * 0.06, s * 0.04, s * 0.07), belly, FUZZY) for x in (-1, 1)
    ] + [ellipsoid((x * s * 0.19, s * 0.06, s * 0.02), (s * 0.08, s * 0.06, s * 0.15), fur, FUZZY) for x in (-1, 1)]
    return concat_shapes(
        ellipsoid((0, s * 0.24, -s * 0.03), (s * 0.19, s * 0.24, s * 0.18), fur, FUZZY),
        ellipsoid((0, s * 0.27, s * 0.06), (s * 0.12, s * 0.19, s * 0.12), belly, FUZZY),
        *legs,
        *paws,
    )


@register("a face with eyes, muzzle and ears")
def face(*, r, animal, fur, pale):
    dark = (0.08, 0.06, 0.06)
    eyes = [
        ellipsoid((x * r * 0.4, r * 0.12, r * 0.76), (r * 0.11, r * 0.13, r * 0.08), dark, {"roughness": 0.1})
        for x in (-1, 1)
    ]
    skull = ellipsoid((0, 0, 0), (r, r * 0.88, r * 0.84), fur, FUZZY)
    if animal == "monkey":
        sides = [
            concat_shapes(
                ellipsoid((x * r * 1.02, r * 0.05, 0), (r * 0.34, r * 0.36, r * 0.14), fur, FUZZY),
                ellipsoid((x * r * 1.02, r * 0.05, r * 0.08), (r * 0.22, r * 0.24, r * 0.1), pale, FUZZY),
            )
            for x in (-1, 1)
        ]
        mask = [
            ellipsoid((x * r * 0.33, r * 0.12, r * 0.45), (r * 0.36, r * 0.38, r * 0.36), pale, FUZZY) for x in (-1, 1)
        ] + [ellipsoid((0, -r * 0.36, r * 0.52), (r * 0.58, r * 0.4, r * 0.42), pale, FUZZY)]
        mouth = [ellipsoid((0, -r * 0.42, r * 0.93), (r * 0.3, r * 0.03, r * 0.04), dark)] + [
            ellipsoid((x * r * 0.07, -r * 0.14, r * 0.9), (r * 0.04, r * 0.03, r * 0.04), dark) for x in (-1, 1)
        ]
        return concat_shapes(skull, *sides, *mask, *mouth, *[moved(e, (0, 0, r * 0.04)) for e in eyes])
    muzzle = [
        ellipsoid((0, -r * 0.26, r * 0.78), (r * 0.34, r * 0.24, r * 0.36), pale, FUZZY),
        ellipsoid((0, -r * 0.16, r * 1.08), (r * 0.13, r * 0.1, r * 0.09), dark, {"roughness": 0.2}),
    ]
    if animal == "lion":
        mane = [
            ellipsoid(
                (r * 1.0 * math.cos(a), r * 0.95 * math.sin(a), -r * 0.1),
                (r * 0.36, r * 0.36, r * 0.4),
                (0.6, 0.3, 0.1),
                FUZZY,
            )
            for a in np.linspace(0, 2 * math.pi, 15)[:-1]
        ]
        ears = [ellipsoid((x * r * 0.72, r * 0.85, r * 0.15), (r * 0.24,) * 3, fur, FUZZY) for x in (-1, 1)]
        return concat_shapes(skull, *mane, *ears, *muzzle, *eyes)
    cheeks = [ellipsoid((x * r * 0.5, -r * 0.3, r * 0.45), (r * 0.4, r * 0.32, r * 0.36), pale, FUZZY) for x in (-1, 1)]
    ears = [
        moved(
            stretched(
                concat_shapes(
                    cone((0, 0, 0), (0, r * 0.85, 0), r * 0.36, fur, FUZZY),
                    cone((0, r * 0.1, r * 0.1), (0, r * 0.66, r * 0.06), r * 0.22, pale, FUZZY),
                    cone(
                        (0, r * 0.58, 0),
                        (0, r * 0.87, 0),
                        r * 0.115,
                        (0.2, 0.13, 0.1) if animal == "fox" else fur,
                        FUZZY,
                    ),
                ),
                (1, 1, 0.6),
            ),
            (x * r * 0.6, r * 0.52, 0),
            -x * 0.3,
            (0, 0, 1),
        )
        for x in (-1, 1)
    ]
    return concat_shapes(skull, *cheeks, *ears, *muzzle, *eyes)


@register("the tail")
def tail(*, s, animal, fur, pale):
    if animal in ("fox", "cat"):
        thick = 0.1 if animal == "fox" else 0.045
        path = [
            (0.12, 0.06, -0.16, 0.8),
            (0.24, 0.09, -0.12, 1.0),
            (0.33, 0.18, -0.06, 1.15),
            (0.36, 0.3, -0.04, 1.0),
            (0.34, 0.4, -0.04, 0.7),
        ]
        bones = [
            rod(tuple(c * s for c in a[:3]), tuple(c * s for c in b[:3]), s * thick * 0.8, fur, FUZZY)
            for a, b in itertools.pairwise(path)
        ]
        return concat_shapes(
            *bones,
            *[
                ellipsoid(
                    (x * s, y * s, z * s),
                    (s * thick * r, s * thick * r * 1.15, s * thick * r),
                    pale if i == 4 and animal == "fox" else fur,
                    FUZZY,
                )
                for i, (x, y, z, r) in enumerate(path)
            ],
        )
    path = [(0.1, 0.07, -0.18), (0.24, 0.08, -0.2), (0.33, 0.16, -0.16), (0.34, 0.28, -0.12)]
    tip = ellipsoid(
        (0.34 * s, 0.3 * s, -0.12 * s),
        (s * 0.05, s * 0.06, s * 0.05),
        (0.6, 0.3, 0.1) if animal == "lion" else fur,
        FUZZY,
    )
    return concat_shapes(
        *[
            rod(tuple(c * s for c in a), tuple(c * s for c in b), s * 0.022, fur, FUZZY)
            for a, b in itertools.pairwise(path)
        ],
        tip,
    )


@register("a sitting plush fox with a bushy tail")
def stuffed_fox(*, width=0.24, height=0.32, depth=0.2, fur=None, animal="fox"):
    coats = {
        "fox": (0.88, 0.45, 0.15),
        "lion": (0.88, 0.66, 0.3),
        "monkey": (0.45, 0.28, 0.17),
        "cat": (0.5, 0.5, 0.53),
    }
    tone = coats[animal] if fur is None else fur
    pale = (0.93, 0.76, 0.58) if animal == "monkey" else (0.97, 0.95, 0.91)
    s = height
    whole = concat_shapes(
        library_call("sitting_body", s=s, fur=tone, belly=pale),
        moved(library_call("face", r=s * 0.2, animal=animal, fur=tone, pale=pale), (0, s * 0.6, s * 0.06)),
        library_call("tail", s=s, animal=animal, fur=tone, pale=pale),
    )
    return fitted(whole, width, height, depth)
