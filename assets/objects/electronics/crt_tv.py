# /// asset
# word = "CRT TV"
# synonyms = [
#     "tube tv", "tube television", "old television", "retro tv", "retro television", "vintage tv", "vintage television",
#     "old tv", "antique television", "CRT television", "analog tv",
# ]
# stands_for = ["CRT monitor", "old computer monitor"]
# category = "electronics"
# support = "surface"
# colors = ["paint"]
# materials = ["wood"]
# ///
from scene.language import *
from scene.language.modelling import box, ellipsoid, finish, fitted, rod, tube


@register("the wooden case on its short legs")
def tube_case(*, look):
    return concat_shapes(
        box((0, 0.26, -0.02), (0.62, 0.42, 0.34), *look),
        *[
            box((0, 0.26, -0.19 - 0.012 - 0.024 * k), (0.54 - 0.06 * k, 0.36 - 0.04 * k, 0.0241), (0.12, 0.12, 0.12))
            for k in range(5)
        ],
        *[rod((x, 0.05, z), (x * 1.12, 0, z * 1.1), 0.013, *look) for x in (-0.25, 0.25) for z in (-0.13, 0.12)],
        box((0, 0.26, 0.152), (0.585, 0.385, 0.008), (0.16, 0.14, 0.12)),
    )


@register("the bulged screen")
def tube_screen():
    return concat_shapes(
        box((-0.075, 0.26, 0.156), (0.42, 0.345, 0.016), (0.75, 0.7, 0.58), {"roughness": 0.3}),
        box((-0.075, 0.26, 0.1585), (0.385, 0.31, 0.016), (0.08, 0.09, 0.09)),
        ellipsoid((-0.075, 0.26, 0.16), (0.185, 0.148, 0.026), (0.36, 0.44, 0.43), {"roughness": 0.06}),
        ellipsoid((-0.13, 0.31, 0.1785), (0.045, 0.03, 0.006), (0.75, 0.82, 0.82), {"roughness": 0.05}),
    )


@register("the knobs and the loudspeaker")
def tube_controls():
    brass = surface("brass")
    parts = []
    for y in (0.385, 0.3):
        parts += [
            rod((0.215, y, 0.15), (0.215, y, 0.163), 0.036, *brass),
            rod((0.215, y, 0.16), (0.215, y, 0.182), 0.026, (0.1, 0.1, 0.1)),
            box((0.215, y + 0.012, 0.182), (0.004, 0.024, 0.004), (0.95, 0.93, 0.85)),
        ]
    parts += [box((0.215, 0.14 + 0.014 * k, 0.158), (0.1, 0.005, 0.006), (0.72, 0.66, 0.52)) for k in range(7)]
    parts += [rod((0.18 + 0.035 * k, 0.25, 0.15), (0.18 + 0.035 * k, 0.25, 0.168), 0.009, *brass) for k in range(3)]
    return concat_shapes(*parts)


@register("the rabbit-ear aerials")
def rabbit_ears():
    steel = surface("chrome")
    return concat_shapes(
        rod((0, 0.47, -0.05), (0, 0.49, -0.05), 0.055, (0.12, 0.12, 0.12)),
        ellipsoid((0, 0.49, -0.05), (0.04, 0.025, 0.04), (0.12, 0.12, 0.12)),
        *[tube([(s * 0.015, 0.5, -0.05), (s * 0.2, 0.78, -0.07)], 0.004, *steel) for s in (-1, 1)],
        *[ellipsoid((s * 0.2, 0.782, -0.07), (0.007,) * 3, *steel) for s in (-1, 1)],
    )


@register("an old tube television in a wooden case, with knobs and rabbit-ear aerials")
def crt_tv(*, width=0.62, height=0.79, depth=0.5, wood="walnut", paint=None):
    whole = concat_shapes(
        library_call("tube_case", look=finish(wood, paint)),
        library_call("tube_screen"),
        library_call("tube_controls"),
        library_call("rabbit_ears"),
    )
    return fitted(whole, width, height, depth)
