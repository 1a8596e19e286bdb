# /// asset
# word = "teddy bear"
# synonyms = [
#     "teddy", "stuffed bear", "plush bear", "plush toy", "stuffed animal", "stuffed toy", "soft toy", "animal toy",
#     "cuddly toy", "plush", "toy bear", "plush animal", "plushie",
# ]
# stands_for = ["plush doll"]
# category = "toys"
# support = "surface"
# colors = ["fur", "bow"]
# ///
import numpy as np

from scene.language import *
from scene.language.modelling import cone, darker, ellipsoid, fitted, moved, rod

FUZZY = {"roughness": 0.98}


@register("the round body with a pale tummy")
def bear_body(*, size, fur):
    pale = tuple(min(1.0, 0.55 * c + 0.42) for c in fur)
    return concat_shapes(
        ellipsoid((0, size * 0.27, 0), (size * 0.21, size * 0.25, size * 0.18), fur, FUZZY),
        ellipsoid((0, size * 0.26, size * 0.06), (size * 0.15, size * 0.19, size * 0.14), pale, FUZZY),
    )


@register("an arm or a leg with its paw")
def limb(*, start, end, thick, fur):
    pale = tuple(min(1.0, 0.55 * c + 0.42) for c in fur)
    start, end = np.array(start), np.array(end)
    return concat_shapes(
        rod(start, end, thick, fur, FUZZY),
        ellipsoid(start, (thick,) * 3, fur, FUZZY),
        ellipsoid(end, (thick * 1.15,) * 3, fur, FUZZY),
        ellipsoid(end + (end - start) / np.linalg.norm(end - start) * thick * 0.55, (thick * 0.8,) * 3, pale, FUZZY),
    )


@register("the head with ears, muzzle, nose and eyes")
def bear_head(*, size, fur):
    pale, dark = tuple(min(1.0, 0.55 * c + 0.42) for c in fur), (0.08, 0.06, 0.05)
    ears = [
        ellipsoid((side * size * 0.72, size * 0.72, 0), (size * 0.34, size * 0.34, size * 0.18), fur, FUZZY)
        for side in (-1, 1)
    ] + [
        ellipsoid((side * size * 0.72, size * 0.72, size * 0.1), (size * 0.2, size * 0.2, size * 0.14), pale, FUZZY)
        for side in (-1, 1)
    ]
    eyes = [
        ellipsoid((side * size * 0.36, size * 0.22, size * 0.8), (size * 0.1,) * 3, dark, {"roughness": 0.1})
        for side in (-1, 1)
    ]
    smile = [
        ellipsoid((side * size * 0.12, -size * 0.36, size * 1.12), (size * 0.11, size * 0.025, size * 0.04), dark)
        for side in (-1, 1)
    ]
    return concat_shapes(
        ellipsoid((0, 0, 0), (size, size * 0.92, size * 0.88), fur, FUZZY),
        ellipsoid((0, -size * 0.2, size * 0.74), (size * 0.46, size * 0.38, size * 0.42), pale, FUZZY),
        ellipsoid((0, -size * 0.06, size * 1.12), (size * 0.17, size * 0.12, size * 0.1), dark, {"roughness": 0.2}),
        *ears,
        *eyes,
        *smile,
    )


@register("the bow tie")
def bow_tie(*, size, bow):
    return concat_shapes(
        *[cone((side * size, 0, 0), (0, 0, 0), size * 0.6, bow) for side in (-1, 1)],
        ellipsoid((0, 0, size * 0.1), (size * 0.25,) * 3, darker(bow, 0.8)),
    )


@register("a sitting teddy bear with a bow tie")
def teddy_bear(*, width=0.3, height=0.38, depth=0.27, fur=(0.66, 0.43, 0.24), bow=(0.8, 0.2, 0.22)):
    s = height
    whole = concat_shapes(
        library_call("bear_body", size=s, fur=fur),
        *[
            library_call(
                "limb",
                start=(x * s * 0.17, s * 0.42, s * 0.03),
                end=(x * s * 0.29, s * 0.24, s * 0.14),
                thick=s * 0.065,
                fur=fur,
            )
            for x in (-1, 1)
        ],
        *[
            library_call(
                "limb",
                start=(x * s * 0.12, s * 0.1, s * 0.06),
                end=(x * s * 0.2, s * 0.09, s * 0.3),
                thick=s * 0.082,
                fur=fur,
            )
            for x in (-1, 1)
        ],
        moved(library_call("bear_head", size=s * 0.215, fur=fur), (0, s * 0.68, s * 0.02)),
        moved(library_call("bow_tie", size=s * 0.08, bow=bow), (0, s * 0.47, s * 0.17)),
    )
    return fitted(whole, width, height, depth)
