# /// asset
# word = "gavel"
# synonyms = ["judge's gavel", "judge gavel", "auction hammer", "judge hammer", "court gavel"]
# category = "office"
# support = "surface"
# colors = ["paint"]
# materials = ["wood", "metal"]
# ///
import math

from scene.language import *
from scene.language.modelling import darker, finish, fitted, lathe, moved, rod, rotated


@register("the round sounding block")
def sound_block(*, look):
    return lathe([(0.062, 0), (0.065, 0.008), (0.055, 0.014), (0.052, 0.024), (0.047, 0.03)], *look, slices=30)


@register("the hammer with its turned handle")
def hammer(*, look, band):
    head = [(0.024, -0.055), (0.031, -0.05), (0.031, -0.036), (0.025, -0.03), (0.03, 0.0), (0.025, 0.03), (0.031, 0.036), (0.031, 0.05),
            (0.024, 0.055)]  # fmt: skip
    grip = [(0.008, 0.0), (0.0075, 0.06), (0.0115, 0.13), (0.0125, 0.18), (0.009, 0.2), (0.014, 0.21), (0.012, 0.225)]
    return concat_shapes(
        lathe(head, *look, slices=44),
        rod((0, -0.008, 0), (0, 0.008, 0), 0.0308, *band),
        rotated(moved(lathe(grip, darker(look[0], 0.92), look[1], slices=36), (0, 0.02, 0)), math.pi / 2, (0, 0, -1)),
    )


@register("a wooden gavel on its sounding block")
def gavel(*, width=0.28, height=0.12, depth=0.15, wood="mahogany", paint=None, metal="brass"):
    look, band = finish(wood, paint), finish(metal)
    whole = concat_shapes(
        library_call("sound_block", look=look),
        moved(
            rotated(library_call("hammer", look=look, band=band), math.pi / 2 - 0.03, (1, 0, 0)),
            (0.0, 0.063, 0.0),
            0.12,
            (0, 0, -1),
        ),
    )
    return fitted(rotated(whole, 0.35), width, height, depth)
