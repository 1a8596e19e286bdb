# /// asset
# word = "singing bowl"
# synonyms = ["tibetan bowl", "tibetan singing bowl", "meditation bowl", "sound bowl", "prayer bowl"]
# category = "decor"
# support = "surface"
# colors = ["paint", "cushion"]
# materials = ["metal"]
# ///
import math

from scene.language import *
from scene.language.modelling import (
    darker,
    disc,
    ellipsoid,
    finish,
    fitted,
    hoop,
    moved,
    pad,
    ring,
    rod,
    rotated,
    round_wall,
)


@register("the bowl with its engraved bands")
def bowl_part(*, look):
    dark = (darker(look[0], 0.6), look[1])
    walls = [((0.045, 0.0), (0.075, 0.018)), ((0.075, 0.018), (0.093, 0.05)), ((0.093, 0.05), (0.097, 0.095))]
    return concat_shapes(
        disc((0, 0, 0), (0.05, 0.05), 0.006, *look),
        *[round_wall(a, b, 0.006, *look, panels=36) for a, b in walls],
        ring((0, 0.096, 0), 0.094, 0.0048, *look, parts=36),
        *[hoop(0.0955, 0.0016, *dark, center=(0, y, 0), parts=36) for y in (0.062, 0.082)],
        *[
            rotated(ellipsoid((0.0955, 0.072, 0), (0.002, 0.0045, 0.0045), *dark), 2 * math.pi * i / 24)
            for i in range(24)
        ],
    )


@register("the ring-shaped cushion")
def cushion_part(*, cushion):
    return concat_shapes(
        ring((0, 0.024, 0), 0.07, 0.024, cushion, {"roughness": 0.8}, parts=28),
        *[
            rotated(ellipsoid((0.07, 0.026, 0), (0.026, 0.0246, 0.006), (0.85, 0.65, 0.25)), 2 * math.pi * i / 8)
            for i in range(8)
        ],
    )


@register("the mallet")
def mallet():
    wood = finish("walnut")
    return concat_shapes(
        rod((-0.09, 0.0, 0), (0.09, 0.0, 0), 0.011, *wood),
        rod((0.02, 0.0, 0), (0.09, 0.0, 0), 0.0145, (0.72, 0.4, 0.2)),
    )


@register("a singing bowl on a cushion with its mallet")
def singing_bowl(*, width=0.25, height=0.14, depth=0.25, metal="antique brass", paint=None, cushion=(0.6, 0.1, 0.14)):
    whole = concat_shapes(
        library_call("cushion_part", cushion=cushion),
        moved(library_call("bowl_part", look=finish(metal, paint)), (0, 0.04, 0)),
        moved(library_call("mallet"), (0.03, 0.0145, 0.125), 0.25),
        pad((0, 0, 0), (0.1, 0.02, 0.1), darker(cushion, 0.7)),
    )
    return fitted(whole, width, height, depth)
