# /// asset
# word = "fish"
# synonyms = ["salmon", "tuna", "trout", "whole fish", "seafood"]
# stands_for = ["goldfish", "fillet of fish", "shrimp"]
# category = "food"
# support = "surface"
# colors = ["scales"]
# ///
import numpy as np

from scene.language import *
from scene.language.modelling import ball, darker, ellipsoid, fitted, tube


@register("the body with scales")
def fish_body(*, scales):
    steps = np.linspace(-1, 1, 44)
    girth = np.interp(steps, [-1, -0.8, -0.3, 0.2, 0.7, 1], [0.1, 0.5, 0.95, 1.0, 0.72, 0.2])
    shine = {"roughness": 0.25, "metallic": 0.3}
    flesh = [
        ellipsoid(
            (0.12 * t, 0.024, 0),
            (0.012, 0.022 * float(g) + 0.002, 0.045 * float(g)),
            darker(scales, 0.8 + 0.2 * float(g)),
            shine,
        )
        for t, g in zip(steps, girth, strict=True)
    ]
    eye = concat_shapes(
        ball((0.1, 0.042, 0.008), 0.0062, (0.95, 0.95, 0.9)), ball((0.1, 0.0455, 0.008), 0.0038, (0.05, 0.05, 0.05))
    )
    gill = tube([(0.075, 0.04, -0.022), (0.07, 0.0455, 0), (0.075, 0.04, 0.022)], 0.0018, darker(scales, 0.5))
    return concat_shapes(*flesh, eye, gill)


@register("the fins and the tail")
def fins(*, scales):
    tone = darker(scales, 0.7)
    tail = [ellipsoid((-0.15, 0.024, s * 0.026), (0.035, 0.004, 0.018), tone) for s in (-1, 1)]
    return concat_shapes(
        *tail,
        ellipsoid((0, 0.024, -0.047), (0.05, 0.003, 0.018), tone),
        ellipsoid((0.01, 0.024, 0.045), (0.03, 0.003, 0.014), tone),
    )


@register("a whole fish")
def fish(*, width=0.34, height=0.05, depth=0.13, scales=(0.66, 0.7, 0.74)):
    whole = concat_shapes(library_call("fish_body", scales=scales), library_call("fins", scales=scales))
    return fitted(whole, width, height, depth)
