# /// asset
# word = "rabbit"
# synonyms = ["rabbits", "pet rabbit", "hare", "live rabbit"]
# category = "pets"
# support = "floor"
# colors = ["fur"]
# ///
from scene.language import *
from scene.language.modelling import ball, darker, ellipsoid, fitted, moved, tinted

PINK = (0.92, 0.66, 0.66)


@register("the crouching body with its feet and tail")
def body_part(*, fur):
    return concat_shapes(
        ellipsoid((0, 0.1, -0.05), (0.085, 0.1, 0.13), fur),
        ellipsoid((0, 0.1, 0.04), (0.065, 0.08, 0.08), fur),
        ball((0, 0.09, -0.185), 0.034, (0.95, 0.93, 0.9)),
        *[ellipsoid((s * 0.075, 0.07, -0.08), (0.035, 0.065, 0.07), darker(fur, 0.95)) for s in (-1, 1)],
        *[ellipsoid((s * 0.07, 0.018, -0.03), (0.026, 0.018, 0.07), fur) for s in (-1, 1)],
        *[ellipsoid((s * 0.035, 0.04, 0.09), (0.022, 0.04, 0.024), fur) for s in (-1, 1)],
        *[ellipsoid((s * 0.035, 0.013, 0.105), (0.02, 0.013, 0.032), fur) for s in (-1, 1)],
    )


@register("the head with long ears")
def head(*, fur):
    parts = [
        ellipsoid((0, 0.2, 0.09), (0.055, 0.055, 0.065), fur),
        ellipsoid((0, 0.183, 0.14), (0.032, 0.028, 0.03), tinted(fur, 1.25)),
        ellipsoid((0, 0.197, 0.168), (0.008, 0.006, 0.006), PINK),
    ]
    for s in (-1, 1):
        ear = concat_shapes(
            ellipsoid((0, 0.075, 0), (0.022, 0.08, 0.012), fur),
            ellipsoid((0, 0.075, 0.008), (0.013, 0.062, 0.007), PINK),
        )
        parts.append(moved(moved(ear, (0, 0, 0), -0.25, (1, 0, 0)), (s * 0.024, 0.235, 0.07), -s * 0.2, (0, 0, 1)))
        parts.append(ball((s * 0.048, 0.21, 0.118), 0.0095, (0.04, 0.03, 0.03), {"roughness": 0.1}))
        parts.append(ellipsoid((s * 0.03, 0.182, 0.135), (0.024, 0.02, 0.024), fur))
    return concat_shapes(*parts)


@register("a sitting rabbit with long ears")
def rabbit(*, width=0.22, height=0.38, depth=0.4, fur=(0.55, 0.42, 0.31)):
    return fitted(
        concat_shapes(library_call("body_part", fur=fur), library_call("head", fur=fur)), width, height, depth
    )
