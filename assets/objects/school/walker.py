# /// asset
# word = "walker"
# synonyms = ["rollator", "zimmer frame", "walking frame", "wheeled walker", "medical walker"]
# stands_for = ["crutches", "crutch"]
# category = "school"
# support = "floor"
# colors = ["grips"]
# materials = ["frame"]
# ///
from scene.language import *
from scene.language.modelling import box, finish, fitted, moved, rod, tube


@register("a side of bent tube with its grip, wheel and ferrule")
def side(*, look, grips):
    rubber = surface("rubber")
    return concat_shapes(
        tube(
            [(0, 0.03, -0.27), (0, 0.8, -0.2), (0, 0.86, -0.16), (0, 0.86, 0.06), (0, 0.8, 0.12), (0, 0.1, 0.22)],
            0.014,
            *look,
        ),
        tube([(0, 0.42, -0.234), (0, 0.42, 0.17)], 0.011, *look),
        rod((0, 0.86, -0.17), (0, 0.86, -0.03), 0.021, grips, {"roughness": 0.9}),
        rod((0, 0, -0.272), (0, 0.06, -0.268), 0.02, *rubber),
        rod((-0.02, 0.065, 0.225), (0.02, 0.065, 0.225), 0.065, *rubber),
        rod((-0.024, 0.065, 0.225), (0.024, 0.065, 0.225), 0.042, (0.75, 0.76, 0.78)),
    )


@register("the bars across the front")
def cross_bars(*, look, grips):
    return concat_shapes(
        tube([(-0.27, 0.62, 0.147), (-0.2, 0.64, 0.18), (0.2, 0.64, 0.18), (0.27, 0.62, 0.147)], 0.013, *look),
        tube([(-0.27, 0.36, 0.184), (-0.2, 0.37, 0.21), (0.2, 0.37, 0.21), (0.27, 0.36, 0.184)], 0.013, *look),
        box((0, 0.64, 0.182), (0.1, 0.045, 0.04), grips),
    )


@register("a walking frame of aluminium tubes with grips and front wheels")
def walker(*, width=0.6, height=0.88, depth=0.58, grips=(0.25, 0.27, 0.3), frame="aluminium"):
    look = finish(frame)
    whole = concat_shapes(
        *[moved(library_call("side", look=look, grips=grips), (s * 0.27, 0, 0)) for s in (-1, 1)],
        library_call("cross_bars", look=look, grips=grips),
    )
    return fitted(whole, width, height, depth)
