# /// asset
# word = "drinking fountain"
# synonyms = ["bubbler", "park drinking fountain", "public drinking fountain"]
# category = "outdoor"
# support = "floor"
# clearance = {front = 0.5}
# colors = ["paint"]
# materials = ["stone", "metal"]
# ///
from scene.language import *
from scene.language.modelling import block, darker, disc, ellipsoid, finish, fitted, lathe, pipe, ring, rod


@register("the stepped column")
def column(*, look):
    return concat_shapes(
        block((0, 0, 0), (0.5, 0.08, 0.5), darker(look[0], 0.85), look[1]),
        lathe([(0.2, 0.08), (0.17, 0.14), (0.13, 0.2), (0.12, 0.6), (0.16, 0.72), (0.24, 0.8)], *look, slices=44),
        *[rod((0, y, 0), (0, y + 0.03, 0), 0.15, darker(look[0], 0.9), look[1]) for y in (0.24, 0.6)],
        block((0, 0.08, 0.28), (0.3, 0.12, 0.2), darker(look[0], 0.9), look[1]),
    )


@register("the basin with its spout and a jet of water")
def basin(*, look, steel):
    water = (0.6, 0.8, 0.9)
    jet = [
        (-0.1, 0.97, -0.02),
        (-0.07, 1.04, 0.0),
        (-0.02, 1.07, 0.02),
        (0.04, 1.05, 0.04),
        (0.09, 0.97, 0.06),
        (0.12, 0.87, 0.07),
    ]
    return concat_shapes(
        disc((0, 0.79, 0), (0.25, 0.25), 0.05, *look),
        ring((0, 0.85, 0), 0.245, 0.03, *look, parts=32),
        disc((0, 0.835, 0), (0.23, 0.23), 0.012, *steel),
        rod((0.0, 0.84, 0.0), (0.0, 0.851, 0.0), 0.03, (0.15, 0.16, 0.17)),
        pipe([(-0.16, 0.84, -0.04), (-0.16, 0.93, -0.04), (-0.12, 0.96, -0.025)], 0.017, *steel),
        ellipsoid((-0.115, 0.965, -0.022), (0.024, 0.02, 0.024), *steel),
        pipe(jet, 0.007, water, {"roughness": 0.05, "opacity": 0.7}),
        disc((0.12, 0.847, 0.07), (0.045, 0.035), 0.004, water),
        rod((0.0, 0.78, 0.23), (0.0, 0.78, 0.29), 0.03, *steel),
    )


@register("a stone drinking fountain with a jet of water")
def drinking_fountain(*, width=0.55, height=1.08, depth=0.63, stone="granite", paint=None, metal="chrome"):
    look = finish(stone, paint)
    whole = concat_shapes(library_call("column", look=look), library_call("basin", look=look, steel=finish(metal)))
    return fitted(whole, width, height, depth)
