# /// asset
# word = "shoe"
# synonyms = ["sneaker", "sneakers", "shoes", "trainer", "trainers", "running shoe", "running shoes"]
# stands_for = [
#     "loafer", "loafers", "ballet shoe", "dress shoe",
#     "soccer cleats",
# ]
# category = "textiles"
# support = "floor"
# colors = ["upper", "sole"]
# ///
import numpy as np

from scene.language import *
from scene.language.modelling import box, darker, ellipsoid, fitted, rod


@register("the sole")
def sole_part(*, sole):
    rubber = {"roughness": 0.6}
    return concat_shapes(
        *[
            ellipsoid((0, 0.014, z), (w, 0.014, 0.03), sole, rubber)
            for z, w in zip(
                np.linspace(-0.115, 0.115, 14),
                np.interp(np.linspace(0, 1, 14), [0, 0.15, 0.45, 0.75, 1], [0.03, 0.04, 0.038, 0.052, 0.036]),
                strict=True,
            )
        ]
    )


@register("the upper")
def upper_part(*, upper):
    soft = {"roughness": 0.7}
    zs = np.linspace(-0.115, 0.112, 20)
    tops = np.interp(zs, [-0.115, -0.09, -0.02, 0.03, 0.08, 0.112], [0.09, 0.105, 0.098, 0.07, 0.045, 0.03])
    wides = np.interp(zs, [-0.115, -0.06, 0.0, 0.06, 0.112], [0.026, 0.034, 0.036, 0.046, 0.032])
    shell = [
        ellipsoid((0, (0.02 + t) / 2, z), (float(w), (t - 0.01) / 2 + 0.004, 0.034), upper, soft)
        for z, t, w in zip(zs, tops, wides, strict=True)
    ]
    return concat_shapes(
        *shell,
        ellipsoid((0, 0.101, -0.06), (0.026, 0.012, 0.048), darker(upper, 0.35)),
        box((0, 0.075, -0.132), (0.02, 0.05, 0.006), darker(upper, 0.6)),
    )


@register("the laces")
def laces():
    return concat_shapes(
        *[
            rod(
                (-0.026, 0.1 - 0.0135 * i, -0.01 + 0.016 * i),
                (0.026, 0.1 - 0.0135 * i, -0.004 + 0.016 * i),
                0.004,
                (0.96, 0.96, 0.94),
            )
            for i in range(4)
        ]
    )


@register("a laced sneaker")
def shoe(*, width=0.11, height=0.12, depth=0.29, upper=(0.28, 0.4, 0.62), sole=(0.95, 0.94, 0.92)):
    whole = concat_shapes(
        library_call("sole_part", sole=sole), library_call("upper_part", upper=upper), library_call("laces")
    )
    return fitted(whole, width, height, depth)
