# /// asset
# word = "milk churn"
# synonyms = ["milk can", "milk pail", "dairy can", "milk jug can"]
# category = "kitchen"
# support = "floor"
# colors = ["paint"]
# materials = ["metal"]
# ///
from scene.language import *
from scene.language.modelling import darker, finish, fitted, hoop, lathe, pipe, rod


@register("the can with its neck and bands")
def can(*, look):
    dark = (darker(look[0], 0.8), look[1])
    return concat_shapes(
        lathe(
            [(0.165, 0), (0.165, 0.4), (0.155, 0.43), (0.1, 0.5), (0.085, 0.53), (0.085, 0.58), (0.105, 0.6)],
            *look,
            slices=60,
        ),
        *[hoop(0.166, 0.007, *dark, center=(0, y, 0), parts=34) for y in (0.012, 0.1, 0.32)],
    )


@register("the lid with its knob and side handles")
def lid(*, look):
    dark = (darker(look[0], 0.8), look[1])
    return concat_shapes(
        lathe([(0.112, 0.6), (0.112, 0.625), (0.09, 0.645), (0.03, 0.655)], *look, slices=14),
        pipe([(-0.045, 0.65, 0), (-0.045, 0.69, 0), (0.045, 0.69, 0), (0.045, 0.65, 0)], 0.008, *dark),
        rod((0, 0.64, 0), (0, 0.66, 0), 0.05, *look),
        *[
            pipe([(s * 0.15, 0.37, 0), (s * 0.195, 0.39, 0), (s * 0.19, 0.47, 0), (s * 0.125, 0.47, 0)], 0.01, *dark)
            for s in (-1, 1)
        ],
    )


@register("a metal milk churn with a lid and two handles")
def milk_churn(*, width=0.42, height=0.7, depth=0.346, metal="aluminium", paint=None):
    look = finish(metal, paint)
    return fitted(concat_shapes(library_call("can", look=look), library_call("lid", look=look)), width, height, depth)
