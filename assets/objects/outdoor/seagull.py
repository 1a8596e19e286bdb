# /// asset
# word = "seagull"
# synonyms = ["gull", "sea gull", "sea bird", "seabird", "seagulls", "albatross"]
# category = "outdoor"
# support = "floor"
# ///
from scene.language import *
from scene.language.modelling import ball, cone, ellipsoid, fitted, moved, rod, rotated

WHITE, GREY, YELLOW, BLACK = (0.96, 0.96, 0.95), (0.62, 0.65, 0.69), (0.95, 0.68, 0.15), (0.05, 0.05, 0.05)


@register("a folded wing with its dark tip")
def wing():
    return concat_shapes(
        rotated(ellipsoid((0, 0, 0), (0.022, 0.06, 0.15), GREY), 0.18, (1, 0, 0)),
        rotated(ellipsoid((0, 0.005, -0.14), (0.014, 0.025, 0.07), BLACK), 0.18, (1, 0, 0)),
    )


@register("a gull that stands")
def seagull(*, width=0.19, height=0.34, depth=0.46):
    body = rotated(ellipsoid((0, 0, 0), (0.075, 0.08, 0.16), WHITE), 0.22, (1, 0, 0))
    whole = concat_shapes(
        moved(body, (0, 0.19, 0)),
        *[moved(library_call("wing"), (s * 0.072, 0.205, -0.03)) for s in (-1, 1)],
        rotated(moved(ellipsoid((0, 0, 0), (0.035, 0.012, 0.07), WHITE), (0, 0.15, -0.19)), 0.0),
        ellipsoid((0, 0.27, 0.12), (0.042, 0.06, 0.045), WHITE),
        ball((0, 0.305, 0.135), 0.048, WHITE),
        cone((0, 0.3, 0.17), (0, 0.288, 0.25), 0.016, YELLOW),
        *[ball((s * 0.036, 0.318, 0.16), 0.008, BLACK) for s in (-1, 1)],
        *[rod((s * 0.03, 0, 0.03), (s * 0.03, 0.13, 0.01), 0.006, YELLOW) for s in (-1, 1)],
        *[ellipsoid((s * 0.03, 0.006, 0.05), (0.022, 0.006, 0.035), YELLOW) for s in (-1, 1)],
    )
    return fitted(whole, width, height, depth)
