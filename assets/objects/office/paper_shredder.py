# /// asset
# word = "paper shredder"
# synonyms = ["shredder", "document shredder"]
# category = "office"
# support = "floor"
# colors = ["paint"]
# ///
import math

from scene.language import *
from scene.language.modelling import ball, box, darker, fitted, moved


@register("the bin with its window")
def bin_part(*, paint):
    return concat_shapes(
        box((0, 0.21, 0), (0.33, 0.42, 0.22), darker(paint, 0.85), {"roughness": 0.4}),
        box((0, 0.2, 0.111), (0.18, 0.26, 0.003), (0.4, 0.45, 0.5), {"opacity": 0.7, "roughness": 0.1}),
        *[
            moved(
                box((0, 0, 0), (0.006, 0.1, 0.001), (0.96, 0.96, 0.94)),
                (-0.07 + 0.014 * i, 0.13 + 0.02 * math.sin(3 * i), 0.1135),
                0.5 * math.sin(7 * i),
                (0, 0, 1),
            )
            for i in range(11)
        ],
    )


@register("the head with its slot")
def head_part(*, paint):
    return concat_shapes(
        box((0, 0.48, 0), (0.36, 0.13, 0.25), paint, {"roughness": 0.35}),
        box((0, 0.546, -0.02), (0.24, 0.004, 0.014), (0.04, 0.04, 0.04)),
        box((0.12, 0.546, 0.07), (0.05, 0.006, 0.03), (0.25, 0.27, 0.3)),
        ball((-0.13, 0.546, 0.07), 0.006, (0.3, 0.9, 0.4), {"emission": 1.2}),
    )


@register("a paper shredder on its bin")
def paper_shredder(*, width=0.36, height=0.55, depth=0.25, paint=(0.2, 0.21, 0.22)):
    whole = concat_shapes(library_call("bin_part", paint=paint), library_call("head_part", paint=paint))
    return fitted(whole, width, height, depth)
