# /// asset
# word = "cuckoo clock"
# synonyms = ["black forest clock", "cuckoo", "chalet clock"]
# category = "decor"
# support = "wall"
# colors = ["paint"]
# materials = ["wood"]
# ///
import math

from scene.language import *
from scene.language.modelling import box, cone, darker, ellipsoid, finish, fitted, moved, rod


@register("the little house with its roof and leaves")
def cuckoo_house(*, look):
    roof = [
        moved(
            box((0, 0, 0), (0.2, 0.02, 0.15), darker(look[0], 0.75), look[1]),
            (s * 0.075, 0.655, 0.07),
            -s * 0.78,
            (0, 0, 1),
        )
        for s in (-1, 1)
    ]
    gable = [
        box((0, 0.585 + k * 0.008 + 0.004, 0.06), (2 * (0.115 - 0.0082 * k), 0.0082, 0.1), *look) for k in range(14)
    ]
    leaf = (0.3, 0.42, 0.2)
    leaves = [
        moved(ellipsoid((0, 0.032, 0), (0.014, 0.034, 0.006), leaf, {"roughness": 0.7}), (x, y, 0.122), turn, (0, 0, 1))
        for x, y, turn in (
            (0.1, 0.44, -0.4),
            (0.1, 0.4, -1.2),
            (-0.1, 0.44, 0.4),
            (-0.1, 0.4, 1.2),
            (0.03, 0.395, -1.9),
            (-0.03, 0.395, 1.9),
            (0.0, 0.395, math.pi),
        )
    ]
    return concat_shapes(
        box((0, 0.485, 0.06), (0.23, 0.2, 0.1), *look),
        box((0, 0.39, 0.065), (0.26, 0.018, 0.12), darker(look[0], 0.75), look[1]),
        *gable,
        *roof,
        *leaves,
        box((0, 0.622, 0.112), (0.06, 0.055, 0.006), (0.12, 0.08, 0.05)),
        *[
            moved(
                box((s * 0.022, 0, 0), (0.044, 0.056, 0.006), darker(look[0], 0.85), look[1]),
                (s * 0.032, 0.622, 0.118),
                -s * 1.1,
            )
            for s in (-1, 1)
        ],
    )


@register("the dial")
def cuckoo_dial(*, look):
    ivory, z = (0.96, 0.93, 0.85), 0.122
    marks = [
        moved(box((0, 0.054, 0), (0.006, 0.013, 0.0015), ivory), (0, 0.485, z), -2 * math.pi * k / 12, (0, 0, 1))
        for k in range(12)
    ]
    return concat_shapes(
        rod((0, 0.485, 0.108), (0, 0.485, 0.12), 0.068, darker(look[0], 0.55)),
        rod((0, 0.485, 0.119), (0, 0.485, 0.1215), 0.038, darker(look[0], 0.8)),
        *marks,
        moved(box((0, 0.016, 0), (0.006, 0.04, 0.002), ivory), (0, 0.485, z + 0.002), 0.9, (0, 0, 1)),
        moved(box((0, 0.022, 0), (0.004, 0.056, 0.002), ivory), (0, 0.485, z + 0.005), -0.5, (0, 0, 1)),
        rod((0, 0.485, z), (0, 0.485, z + 0.008), 0.005, ivory),
    )


@register("the bird at its door")
def cuckoo_bird():
    blue, cream = (0.25, 0.45, 0.65), (0.95, 0.9, 0.78)
    return concat_shapes(
        rod((0, 0.603, 0.11), (0, 0.603, 0.155), 0.004, (0.5, 0.35, 0.2)),
        ellipsoid((0, 0.62, 0.14), (0.014, 0.016, 0.024), blue),
        ellipsoid((0, 0.616, 0.148), (0.011, 0.013, 0.016), cream),
        ellipsoid((0, 0.638, 0.155), (0.012,) * 3, blue),
        cone((0, 0.637, 0.165), (0, 0.635, 0.182), 0.005, (0.95, 0.7, 0.2)),
        *[ellipsoid((s * 0.0095, 0.641, 0.162), (0.0025,) * 3, (0.05, 0.05, 0.05)) for s in (-1, 1)],
    )


@register("the pendulum and the weights on their chains")
def cuckoo_weights(*, look):
    brass = surface("brass")

    def weight(x, y):
        rows = [
            rod(
                (x, y - 0.011 * k, 0.07),
                (x, y - 0.011 * k - 0.009, 0.07),
                0.013 + 0.011 * math.sin(math.pi * (0.12 + 0.12 * k)),
                *surface("bronze"),
            )
            for k in range(7)
        ]
        return concat_shapes(rod((x, 0.385, 0.07), (x, y, 0.07), 0.002, *brass), *rows)

    return concat_shapes(
        weight(-0.06, 0.13),
        weight(0.06, 0.085),
        moved(
            concat_shapes(
                box((0, -0.12, 0), (0.008, 0.25, 0.004), *look),
                ellipsoid((0, -0.23, 0.003), (0.034, 0.03, 0.006), *look),
                *[ellipsoid((s * 0.02, -0.222, 0.006), (0.012, 0.02, 0.004), (0.3, 0.42, 0.2)) for s in (-1, 1)],
            ),
            (0, 0.385, 0.04),
            0.12,
            (0, 0, 1),
        ),
    )


@register("a carved cuckoo clock with its bird out, a pendulum and two cone weights")
def cuckoo_clock(*, width=0.32, height=0.72, depth=0.18, wood="walnut", paint=None):
    look = finish(wood, paint)
    whole = concat_shapes(
        library_call("cuckoo_house", look=look),
        library_call("cuckoo_dial", look=look),
        library_call("cuckoo_bird"),
        library_call("cuckoo_weights", look=look),
    )
    return fitted(whole, width, height, depth)
