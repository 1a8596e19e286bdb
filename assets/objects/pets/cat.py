# /// asset
# word = "cat"
# synonyms = ["kitten", "cats", "pet cat", "cat statue", "cat figurine"]
# stands_for = ["maneki-neko", "maneki neko", "lucky cat"]
# category = "pets"
# support = "floor"
# colors = ["fur"]
# ///
import numpy as np

from scene.language import *
from scene.language.modelling import cone, darker, ellipsoid, fitted, moved, rod, tube


@register("the body, sitting")
def cat_body(*, fur):
    soft = {"roughness": 0.95}
    steps = np.linspace(0, 1, 14)
    trunk = [
        ellipsoid((0, 0.09 + 0.13 * t, -0.03 + 0.07 * t), (0.085 - 0.028 * t, 0.06, 0.09 - 0.035 * t), fur, soft)
        for t in steps
    ]
    legs = [
        concat_shapes(
            rod((s * 0.035, 0.02, 0.075), (s * 0.034, 0.2, 0.06), 0.022, fur, soft),
            ellipsoid((s * 0.036, 0.016, 0.09), (0.024, 0.016, 0.034), (0.95, 0.93, 0.9), soft),
            ellipsoid((s * 0.075, 0.06, -0.01), (0.04, 0.06, 0.075), fur, soft),
            ellipsoid((s * 0.075, 0.016, 0.05), (0.023, 0.016, 0.04), (0.95, 0.93, 0.9), soft),
        )
        for s in (-1, 1)
    ]
    tail = tube(
        [(0, 0.03, -0.11), (0.07, 0.022, -0.16), (0.12, 0.022, -0.1), (0.13, 0.022, -0.02), (0.11, 0.022, 0.04)],
        0.018,
        darker(fur, 0.85),
        soft,
    )
    return concat_shapes(*trunk, *legs, tail, ellipsoid((0, 0.17, 0.083), (0.03, 0.05, 0.02), (0.95, 0.93, 0.9), soft))


@register("the head with ears and whiskers")
def cat_head(*, fur):
    soft = {"roughness": 0.95}
    ears = [
        concat_shapes(
            moved(cone((0, 0, 0), (0, 0.055, 0), 0.026, fur, soft), (s * 0.037, 0.355, 0.05), -s * 0.25, (0, 0, 1)),
            moved(
                cone((0, 0, 0), (0, 0.038, 0), 0.016, (0.9, 0.65, 0.65)),
                (s * 0.037, 0.357, 0.062),
                -s * 0.25,
                (0, 0, 1),
            ),
        )
        for s in (-1, 1)
    ]
    eyes = [
        concat_shapes(
            ellipsoid((s * 0.026, 0.328, 0.107), (0.012, 0.011, 0.006), (0.55, 0.75, 0.3), {"roughness": 0.1}),
            ellipsoid((s * 0.026, 0.328, 0.112), (0.0035, 0.01, 0.003), (0.03, 0.03, 0.03)),
        )
        for s in (-1, 1)
    ]
    whiskers = [
        rod((s * 0.015, 0.296 + 0.004 * k, 0.122), (s * 0.075, 0.292 + 0.012 * k, 0.118), 0.0009, (0.95, 0.95, 0.95))
        for s in (-1, 1)
        for k in (-1, 0, 1)
    ]
    muzzle = [ellipsoid((s * 0.014, 0.297, 0.115), (0.018, 0.014, 0.014), (0.95, 0.93, 0.9), soft) for s in (-1, 1)]
    return concat_shapes(
        ellipsoid((0, 0.32, 0.06), (0.066, 0.056, 0.058), fur, soft),
        *ears,
        *eyes,
        *muzzle,
        *whiskers,
        ellipsoid((0, 0.307, 0.127), (0.007, 0.005, 0.004), (0.85, 0.5, 0.5)),
    )


@register("a sitting cat")
def cat(*, width=0.24, height=0.42, depth=0.42, fur=(0.75, 0.48, 0.22)):
    whole = concat_shapes(library_call("cat_body", fur=fur), library_call("cat_head", fur=fur))
    return fitted(whole, width, height, depth)
