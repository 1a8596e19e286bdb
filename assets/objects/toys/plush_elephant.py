# /// asset
# word = "plush elephant"
# synonyms = ["toy elephant", "stuffed elephant", "elephant"]
# category = "toys"
# support = "surface"
# colors = ["skin", "inner"]
# ///
from scene.language import *
from scene.language.modelling import ellipsoid, fitted, moved, pipe, rod

FUZZY = {"roughness": 0.98}


@register("the body with four stout legs and a tail")
def elephant_body(*, s, skin):
    nails = [
        ellipsoid(
            (x * s * 0.19 + k * s * 0.035, s * 0.03, s * (0.16 + 0.08)),
            (s * 0.02, s * 0.02, s * 0.014),
            (0.95, 0.93, 0.9),
        )
        for x in (-1, 1)
        for k in (-1, 0, 1)
    ]
    legs = [
        concat_shapes(rod((x * s * 0.19, 0, z * s * 0.16), (x * s * 0.19, s * 0.3, z * s * 0.16), s * 0.1, skin, FUZZY))
        for x in (-1, 1)
        for z in (-1.6, 1)
    ]
    return concat_shapes(
        ellipsoid((0, s * 0.45, -s * 0.06), (s * 0.3, s * 0.28, s * 0.4), skin, FUZZY),
        *legs,
        *nails,
        pipe([(0, s * 0.5, -s * 0.44), (0, s * 0.38, -s * 0.52), (0, s * 0.28, -s * 0.5)], s * 0.018, skin),
    )


@register("the head with ears, tusks, eyes and the curled trunk")
def elephant_head(*, r, skin, inner):
    dark = (0.08, 0.07, 0.08)
    ears = [
        moved(
            concat_shapes(
                ellipsoid((0, 0, 0), (r * 0.62, r * 0.78, r * 0.1), skin, FUZZY),
                ellipsoid((0, 0, r * 0.05), (r * 0.46, r * 0.6, r * 0.08), inner, FUZZY),
            ),
            (x * r * 1.15, r * 0.15, -r * 0.1),
            x * 0.5,
        )
        for x in (-1, 1)
    ]
    path = [
        (0, -r * 0.05, r * 0.8),
        (0, -r * 0.4, r * 1.2),
        (0, -r * 0.85, r * 1.32),
        (0, -r * 1.15, r * 1.5),
        (0, -r * 1.05, r * 1.85),
    ]
    trunk = [
        pipe([a, b], r * t, skin, FUZZY) for a, b, t in zip(path[:-1], path[1:], (0.32, 0.27, 0.22, 0.17), strict=True)
    ] + [ellipsoid(p, (r * t,) * 3, skin, FUZZY) for p, t in zip(path, (0.34, 0.31, 0.25, 0.2, 0.17), strict=True)]
    tusks = [
        rod((x * r * 0.36, -r * 0.4, r * 0.7), (x * r * 0.46, -r * 0.62, r * 1.15), r * 0.07, (0.98, 0.96, 0.9))
        for x in (-1, 1)
    ]
    return concat_shapes(
        ellipsoid((0, 0, 0), (r * 0.9, r * 0.95, r * 0.9), skin, FUZZY),
        *ears,
        *trunk,
        *tusks,
        *[ellipsoid((x * r * 0.45, r * 0.25, r * 0.76), (r * 0.09,) * 3, dark, {"roughness": 0.1}) for x in (-1, 1)],
    )


@register("a sitting plush elephant with big ears and a trunk")
def plush_elephant(*, width=0.3, height=0.28, depth=0.38, skin=(0.58, 0.62, 0.68), inner=(0.93, 0.7, 0.75)):
    s = height
    whole = concat_shapes(
        library_call("elephant_body", s=s, skin=skin),
        moved(library_call("elephant_head", r=s * 0.3, skin=skin, inner=inner), (0, s * 0.68, s * 0.34)),
    )
    return fitted(whole, width, height, depth)
