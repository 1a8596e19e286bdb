# /// asset
# word = "deer"
# synonyms = ["stag", "buck", "doe", "reindeer", "fawn", "elk", "toy deer", "deer figurine"]
# category = "outdoor"
# support = "floor"
# colors = ["coat"]
# [variants]
# antlers = {"doe" = false, "fawn" = false}
# [variants.width]
# "figurine" = 0.08
# "toy" = 0.08
# [variants.height]
# "figurine" = 0.22
# "toy" = 0.22
# [variants.depth]
# "figurine" = 0.22
# "toy" = 0.22
# ///

from scene.language import *
from scene.language.modelling import darker, ellipsoid, fitted, moved, rod, tube


@register("the slender body with its white tail")
def body_part(*, coat):
    pale = (0.93, 0.88, 0.78)
    spots = [
        ellipsoid((s * (0.16 - 0.012 * (i % 3)), 1.02 - 0.05 * (i % 3), -0.32 + 0.11 * i), (0.014, 0.018, 0.02), pale)
        for s in (-1, 1)
        for i in range(6)
    ]
    return concat_shapes(
        ellipsoid((0, 0.94, 0), (0.175, 0.2, 0.46), coat),
        ellipsoid((0, 0.95, -0.3), (0.17, 0.2, 0.22), coat),
        ellipsoid((0, 0.95, 0.28), (0.165, 0.215, 0.22), coat),
        ellipsoid((0, 0.82, 0.0), (0.13, 0.1, 0.36), pale),
        moved(ellipsoid((0, 0, 0), (0.04, 0.09, 0.04), pale), (0, 0.98, -0.5), 0.5, (1, 0, 0)),
        *spots,
    )


@register("the neck and the head")
def head(*, coat):
    pale = (0.93, 0.88, 0.78)
    return concat_shapes(
        tube([(0, 1.0, 0.35), (0, 1.25, 0.5), (0, 1.42, 0.54)], 0.1, coat),
        ellipsoid((0, 1.1, 0.45), (0.1, 0.16, 0.12), coat),
        ellipsoid((0, 1.48, 0.58), (0.08, 0.085, 0.1), coat),
        moved(ellipsoid((0, 0, 0), (0.052, 0.05, 0.125), coat), (0, 1.44, 0.69), 0.3, (1, 0, 0)),
        ellipsoid((0, 1.395, 0.72), (0.04, 0.032, 0.075), pale),
        ellipsoid((0, 1.415, 0.806), (0.026, 0.022, 0.018), (0.06, 0.05, 0.05)),
        *[
            ellipsoid((s * 0.07, 1.5, 0.63), (0.014, 0.02, 0.02), (0.03, 0.02, 0.02), {"roughness": 0.1})
            for s in (-1, 1)
        ],
        *[
            moved(
                ellipsoid((s * 0.075, 0, 0), (0.085, 0.04, 0.018), darker(coat, 0.9)),
                (s * 0.06, 1.52, 0.52),
                s * 0.45,
                (0, 0, 1),
            )
            for s in (-1, 1)
        ],
        *[
            moved(
                ellipsoid((s * 0.075, 0, 0.008), (0.06, 0.024, 0.014), pale),
                (s * 0.06, 1.52, 0.525),
                s * 0.45,
                (0, 0, 1),
            )
            for s in (-1, 1)
        ],
    )


@register("an antler")
def antler(*, side):
    bone = (0.55, 0.42, 0.28)

    def p(x, y, z):
        return (side * x, y, z)

    return concat_shapes(
        tube([p(0.04, 1.55, 0.55), p(0.12, 1.7, 0.48), p(0.24, 1.85, 0.46), p(0.26, 2.02, 0.52)], 0.019, bone),
        tube([p(0.06, 1.6, 0.53), p(0.08, 1.68, 0.64)], 0.013, bone),
        tube([p(0.15, 1.74, 0.47), p(0.15, 1.88, 0.56)], 0.013, bone),
        tube([p(0.23, 1.83, 0.46), p(0.34, 1.95, 0.45)], 0.013, bone),
    )


@register("a slender leg")
def leg(*, x, z, coat, rear):
    knee = -0.07 if rear else 0.02
    return concat_shapes(
        ellipsoid((x, 0.82, z), (0.06, 0.19, 0.1 if rear else 0.08), coat),
        tube([(x, 0.72, z), (x, 0.42, z + knee), (x, 0.08, z)], 0.03, darker(coat, 0.9)),
        rod((x, 0, z + 0.01), (x, 0.08, z), 0.034, (0.12, 0.1, 0.09)),
    )


@register("a standing deer")
def deer(*, width=0.72, height=2.04, depth=1.35, coat=(0.6, 0.4, 0.24), antlers=True):
    parts = [
        library_call("body_part", coat=coat),
        library_call("head", coat=coat),
        *[library_call("leg", x=s * 0.1, z=z, coat=coat, rear=z < 0) for s in (-1, 1) for z in (-0.34, 0.3)],
    ]
    if antlers:
        parts += [library_call("antler", side=s) for s in (-1, 1)]
        return fitted(concat_shapes(*parts), width, height, depth)
    return fitted(concat_shapes(*parts), width * 0.6, height * 0.78, depth)
