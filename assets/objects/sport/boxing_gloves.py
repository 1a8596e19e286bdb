# /// asset
# word = "boxing gloves"
# synonyms = ["boxing glove", "pair of boxing gloves", "punching gloves"]
# category = "sport"
# support = "surface"
# colors = ["paint", "cuff"]
# ///
from scene.language import *
from scene.language.modelling import darker, ellipsoid, fitted, moved, rod, tube


@register("a padded glove")
def glove(*, side, paint, cuff):
    gloss = {"roughness": 0.25}
    return concat_shapes(
        ellipsoid((0, 0.085, 0.06), (0.072, 0.075, 0.095), paint, gloss),
        ellipsoid((0, 0.1, 0.11), (0.07, 0.068, 0.06), paint, gloss),
        ellipsoid((0, 0.055, 0.125), (0.064, 0.05, 0.05), paint, gloss),
        tube(
            [(-side * 0.07, 0.075, 0.0), (-side * 0.085, 0.085, 0.06), (-side * 0.06, 0.07, 0.11)],
            0.03,
            darker(paint, 0.92),
            gloss,
        ),
        rod((0, 0.078, -0.13), (0, 0.08, 0.0), 0.058, cuff, {"roughness": 0.4}),
        rod((0, 0.078, -0.132), (0, 0.078, -0.122), 0.062, darker(paint, 0.8), gloss),
        rod((0, 0.0785, -0.132), (0, 0.0785, -0.128), 0.05, (0.08, 0.06, 0.06)),
        rod((0, 0.079, -0.05), (0, 0.079, -0.025), 0.0615, darker(paint, 0.8), gloss),
        ellipsoid((0, 0.15, 0.075), (0.03, 0.012, 0.02), (0.97, 0.95, 0.9)),
    )


@register("a pair of boxing gloves")
def boxing_gloves(*, width=0.36, height=0.17, depth=0.32, paint=(0.8, 0.08, 0.1), cuff=(0.95, 0.94, 0.92)):
    whole = concat_shapes(
        *[moved(library_call("glove", side=s, paint=paint, cuff=cuff), (s * 0.09, 0, 0), s * 0.2) for s in (-1, 1)],
        tube(
            [(-0.08, 0.1, -0.12), (-0.03, 0.012, -0.17), (0.03, 0.012, -0.17), (0.08, 0.1, -0.12)],
            0.004,
            (0.95, 0.94, 0.92),
        ),
    )
    return fitted(whole, width, height, depth)
