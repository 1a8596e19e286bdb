# /// asset
# word = "telescope"
# synonyms = ["astronomical telescope", "brass telescope"]
# stands_for = ["spyglass", "sextant", "theodolite"]
# category = "decor"
# support = "floor"
# colors = ["paint"]
# materials = ["wood"]
# ///
import math

from scene.language import *
from scene.language.modelling import darker, fitted, moved, rod, tube


@register("the tube with its lenses")
def tube_part(*, paint):
    gloss = {"roughness": 0.25}
    return concat_shapes(
        rod((0, 0, -0.42), (0, 0, 0.42), 0.055, paint, gloss),
        rod((0, 0, 0.36), (0, 0, 0.48), 0.065, darker(paint, 0.3)),
        rod((0, 0, 0.478), (0, 0, 0.482), 0.055, (0.3, 0.4, 0.6), {"roughness": 0.05}),
        rod((0, 0, -0.5), (0, 0, -0.4), 0.035, (0.12, 0.12, 0.13)),
        tube([(0, 0, -0.49), (0, 0.075, -0.53)], 0.02, (0.12, 0.12, 0.13)),
        rod((0, 0.075, -0.25), (0, 0.075, -0.02), 0.016, (0.12, 0.12, 0.13)),
        *[rod((0, 0, z), (0, 0, z + 0.02), 0.06, *surface("brass")) for z in (-0.2, 0.1)],
    )


@register("the tripod")
def tripod_part(*, wood):
    look = surface(wood)
    return concat_shapes(
        *[
            concat_shapes(
                rod(
                    (0.05 * math.cos(a), 0.98, 0.05 * math.sin(a)),
                    (0.33 * math.cos(a), 0, 0.33 * math.sin(a)),
                    0.019,
                    *look,
                ),
                rod(
                    (0.04 * math.cos(a), 0.6, 0.04 * math.sin(a)),
                    (0.15 * math.cos(a), 0.58, 0.15 * math.sin(a)),
                    0.007,
                    *surface("brass"),
                ),
            )
            for a in (0.5, 2.6, 4.7)
        ],
        rod((0, 0.94, 0), (0, 1.06, 0), 0.05, *surface("brass")),
        rod((0, 0.58, 0), (0, 0.95, 0), 0.02, *surface("brass")),
        rod((0, 1.05, 0), (0, 1.15, 0), 0.03, (0.12, 0.12, 0.13)),
    )


@register("a telescope on a tripod")
def telescope(*, width=0.7, height=1.5, depth=0.95, paint=(0.94, 0.93, 0.9), wood="walnut"):
    whole = concat_shapes(
        library_call("tripod_part", wood=wood),
        moved(library_call("tube_part", paint=paint), (0, 1.2, 0), -0.45, (1, 0, 0)),
    )
    return fitted(whole, width, height, depth)
