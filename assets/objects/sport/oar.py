# /// asset
# word = "oar"
# synonyms = ["oars", "boat paddle", "rowing oar", "canoe paddle", "boat oar"]
# category = "sport"
# support = "floor"
# colors = ["paint"]
# materials = ["wood"]
# ///
from scene.language import *
from scene.language.modelling import darker, ellipsoid, finish, fitted, moved, rod


@register("an oar with a painted blade")
def one_oar(*, wood, paint):
    blade = [
        ellipsoid((0, 1.76, 0), (0.075, 0.3, 0.012), *wood),
        ellipsoid((0, 1.86, 0), (0.077, 0.22, 0.0135), paint, {"roughness": 0.4}),
    ]
    return concat_shapes(
        rod((0, 0.16, 0), (0, 1.75, 0), 0.021, *wood),
        rod((0, 0.0, 0), (0, 0.17, 0), 0.0165, darker(wood[0], 0.8), wood[1]),
        rod((0, 0.6, 0), (0, 0.8, 0), 0.026, (0.25, 0.16, 0.1)),
        rod((0, 0.79, 0), (0, 0.815, 0), 0.04, (0.25, 0.16, 0.1)),
        *blade,
        rod((0, 1.45, 0), (0, 1.49, 0), 0.0225, paint),
    )


@register("a pair of wooden oars crossed")
def oar(*, width=0.75, height=2.02, depth=0.12, wood="ash", paint=(0.16, 0.36, 0.6)):
    look = finish(wood)
    whole = concat_shapes(
        *[
            moved(
                moved(library_call("one_oar", wood=look, paint=paint), (0, -1.0, 0)),
                (0, 1.0, s * 0.03),
                s * 0.16,
                (0, 0, 1),
            )
            for s in (-1, 1)
        ]
    )
    return fitted(whole, width, height, depth)
