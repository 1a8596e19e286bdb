# /// asset
# word = "duck"
# synonyms = ["ducks", "mallard", "duckling", "goose", "geese"]
# stands_for = ["swan", "swans"]
# category = "pets"
# support = "floor"
# colors = ["plumage"]
# [variants.height]
# "duckling" = 0.16
# "goose" = 0.75
# "geese" = 0.75
# [variants.depth]
# "duckling" = 0.2
# "goose" = 0.8
# "geese" = 0.8
# [variants.width]
# "duckling" = 0.1
# "goose" = 0.32
# "geese" = 0.32
# [variants.neck]
# "goose" = 0.16
# "geese" = 0.16
# ///
from scene.language import *
from scene.language.modelling import ball, box, darker, disc, ellipsoid, fitted, moved, rod, tube

ORANGE = (0.95, 0.55, 0.1)


@register("the body with wings and a raised tail")
def body_part(*, plumage):
    return concat_shapes(
        ellipsoid((0, 0.19, 0), (0.105, 0.1, 0.19), plumage),
        ellipsoid((0, 0.2, 0.1), (0.09, 0.095, 0.1), plumage),
        moved(ellipsoid((0, 0, 0), (0.055, 0.025, 0.1), plumage), (0, 0.24, -0.19), 0.5, (1, 0, 0)),
        *[
            moved(
                ellipsoid((0, 0, 0), (0.025, 0.07, 0.15), darker(plumage, 0.9)),
                (s * 0.095, 0.21, -0.03),
                0.2,
                (1, 0, 0),
            )
            for s in (-1, 1)
        ],
    )


@register("a leg with its webbed foot")
def leg():
    return concat_shapes(
        rod((0, 0.012, 0), (0, 0.12, 0), 0.01, ORANGE),
        disc((0, 0, 0.03), (0.035, 0.045), 0.012, ORANGE),
        box((0, 0.006, 0.06), (0.06, 0.012, 0.02), ORANGE),
    )


@register("the neck, and the head with its flat bill")
def head(*, plumage, neck):
    top = 0.36 + neck
    parts = [
        tube([(0, 0.24, 0.14), (0, 0.3 + neck * 0.4, 0.165), (0, top, 0.15)], 0.045, plumage),
        ellipsoid((0, top + 0.02, 0.165), (0.05, 0.05, 0.06), plumage),
        ellipsoid((0, top + 0.005, 0.24), (0.028, 0.013, 0.05), ORANGE),
        ellipsoid((0, top + 0.018, 0.215), (0.022, 0.016, 0.03), ORANGE),
    ]
    parts += [ball((s * 0.042, top + 0.035, 0.195), 0.009, (0.03, 0.03, 0.03), {"roughness": 0.1}) for s in (-1, 1)]
    return concat_shapes(*parts)


@register("a standing duck with an orange bill")
def duck(*, width=0.22, height=0.44, depth=0.5, plumage=(0.96, 0.95, 0.92), neck=0.0):
    foot = library_call("leg")
    whole = concat_shapes(
        library_call("body_part", plumage=plumage),
        library_call("head", plumage=plumage, neck=neck),
        *[moved(foot, (s * 0.05, 0, 0.0)) for s in (-1, 1)],
    )
    return fitted(whole, width, height, depth)
