# /// asset
# word = "cauldron"
# synonyms = ["witch's cauldron", "kettle pot", "iron cauldron", "witch cauldron", "cooking cauldron"]
# category = "kitchen"
# support = "floor"
# colors = ["paint", "brew"]
# materials = ["metal"]
# ///
import math

from scene.language import *
from scene.language.modelling import ball, disc, ellipsoid, finish, fitted, hoop, lathe, pipe, ring, taper


@register("the round pot with its rim")
def pot_part(*, look):
    profile = [(0.1, 0.12), (0.2, 0.15), (0.29, 0.24), (0.32, 0.34), (0.3, 0.45), (0.25, 0.52)]
    return concat_shapes(
        lathe(profile, *look, slices=64),
        ring((0, 0.53, 0), 0.255, 0.026, *look, parts=36),
        ring((0, 0.4, 0), 0.312, 0.012, *look, parts=36),
    )


@register("the bubbling brew")
def brew_part(*, brew):
    glow = {"emission": 0.35, "roughness": 0.2}
    bubbles = [
        ball((x, 0.543, z), r, tuple(min(1.0, 1.15 * c) for c in brew), glow)
        for x, z, r in (
            (0.05, 0.1, 0.04),
            (-0.1, 0.02, 0.05),
            (0.09, -0.09, 0.032),
            (-0.04, -0.13, 0.025),
            (-0.14, 0.11, 0.022),
            (0.16, 0.03, 0.02),
            (0.01, 0.0, 0.02),
        )
    ]
    return concat_shapes(disc((0, 0.5, 0), (0.25, 0.25), 0.038, brew, glow), *bubbles)


@register("three short legs")
def legs(*, look):
    parts = []
    for i in range(3):
        a = math.pi / 2 + i * 2 * math.pi / 3
        c, s = math.cos(a), math.sin(a)
        parts.append(taper((0.2 * c, 0.2, 0.2 * s), (0.24 * c, 0, 0.24 * s), 0.06, 0.026, *look))
        parts.append(ellipsoid((0.24 * c, 0.02, 0.24 * s), (0.036, 0.02, 0.036), *look))
    return concat_shapes(*parts)


@register("a side ring and the bow handle")
def handles(*, look):
    bow = [
        (0.29 * math.cos(a), 0.49 + 0.2 * math.sin(a), -0.12 * math.sin(a))
        for a in [math.pi * i / 12 for i in range(13)]
    ]
    return concat_shapes(
        pipe(bow, 0.012, *look),
        *[hoop(0.035, 0.012, *look, center=(s * 0.29, 0.485, 0), axis=(0, 0, 1), parts=14) for s in (-1, 1)],
    )


@register("an iron cauldron with a bubbling green brew")
def cauldron(*, width=0.66, height=0.7, depth=0.66, metal="cast iron", paint=None, brew=(0.35, 0.72, 0.2)):
    look = finish(metal, paint)
    whole = concat_shapes(
        library_call("pot_part", look=look),
        library_call("brew_part", brew=brew),
        library_call("legs", look=look),
        library_call("handles", look=look),
    )
    return fitted(whole, width, height, depth)
