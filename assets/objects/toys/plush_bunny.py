# /// asset
# word = "plush bunny"
# synonyms = ["bunny", "stuffed rabbit", "toy bunny", "plush rabbit", "stuffed bunny", "toy rabbit",
#   "easter bunny"]
# category = "toys"
# support = "surface"
# colors = ["fur", "inner"]
# ///
from scene.language import *
from scene.language.modelling import ellipsoid, fitted, moved, rod

FUZZY = {"roughness": 0.98}


@register("the body, tail and feet")
def bunny_body(*, s, fur, inner):
    feet = [
        ellipsoid((x * s * 0.15, s * 0.055, s * 0.16), (s * 0.08, s * 0.055, s * 0.15), fur, FUZZY) for x in (-1, 1)
    ] + [ellipsoid((x * s * 0.15, s * 0.06, s * 0.29), (s * 0.05, s * 0.035, s * 0.03), inner, FUZZY) for x in (-1, 1)]
    paws = [ellipsoid((x * s * 0.13, s * 0.25, s * 0.14), (s * 0.05, s * 0.1, s * 0.05), fur, FUZZY) for x in (-1, 1)]
    return concat_shapes(
        ellipsoid((0, s * 0.2, 0), (s * 0.19, s * 0.2, s * 0.17), fur, FUZZY),
        ellipsoid((0, s * 0.19, s * 0.06), (s * 0.12, s * 0.14, s * 0.13), (0.98, 0.96, 0.93), FUZZY),
        ellipsoid((0, s * 0.12, -s * 0.18), (s * 0.07,) * 3, (0.99, 0.98, 0.96), FUZZY),
        *feet,
        *paws,
    )


@register("the head with eyes, nose and whiskers")
def bunny_head(*, r, fur, inner):
    dark = (0.1, 0.07, 0.07)
    whiskers = [
        rod(
            (x * r * 0.3, -r * 0.22, r * 0.85),
            (x * r * 1.05, -r * (0.1 + 0.2 * k), r * 0.7),
            r * 0.014,
            (0.4, 0.38, 0.36),
        )
        for x in (-1, 1)
        for k in (0, 1)
    ]
    return concat_shapes(
        ellipsoid((0, 0, 0), (r, r * 0.9, r * 0.88), fur, FUZZY),
        *[
            ellipsoid((x * r * 0.22, -r * 0.28, r * 0.72), (r * 0.28, r * 0.22, r * 0.22), (0.99, 0.97, 0.95), FUZZY)
            for x in (-1, 1)
        ],
        ellipsoid((0, -r * 0.1, r * 0.92), (r * 0.12, r * 0.08, r * 0.07), inner),
        *[
            ellipsoid((x * r * 0.42, r * 0.18, r * 0.72), (r * 0.1, r * 0.12, r * 0.08), dark, {"roughness": 0.1})
            for x in (-1, 1)
        ],
        *whiskers,
        *[
            ellipsoid((x * r * 0.05, -r * 0.5, r * 0.78), (r * 0.05, r * 0.09, r * 0.03), (0.98, 0.98, 0.98))
            for x in (-1, 1)
        ],
    )


@register("one long ear")
def ear(*, length, fur, inner):
    return concat_shapes(
        ellipsoid((0, length * 0.5, 0), (length * 0.17, length * 0.52, length * 0.08), fur, FUZZY),
        ellipsoid((0, length * 0.52, length * 0.05), (length * 0.1, length * 0.4, length * 0.05), inner, FUZZY),
    )


@register("a sitting plush bunny with long ears")
def plush_bunny(*, width=0.24, height=0.4, depth=0.27, fur=(0.9, 0.86, 0.82), inner=(0.95, 0.7, 0.72)):
    s, r = height, height * 0.17
    ears = [
        moved(
            library_call("ear", length=s * 0.36, fur=fur, inner=inner),
            (x * r * 0.42, s * 0.62, -r * 0.1),
            -x * a,
            (0, 0, 1),
        )
        for x, a in ((-1, 0.12), (1, 0.3))
    ]
    whole = concat_shapes(
        library_call("bunny_body", s=s, fur=fur, inner=inner),
        moved(library_call("bunny_head", r=r, fur=fur, inner=inner), (0, s * 0.5, s * 0.05)),
        *ears,
    )
    return fitted(whole, width, height, depth)
