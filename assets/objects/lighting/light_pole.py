# /// asset
# word = "light pole"
# synonyms = ["string light pole", "string light post", "festoon pole", "pole for string lights"]
# category = "lighting"
# support = "floor"
# colors = ["paint"]
# materials = ["wood"]
# ///
from scene.language import *
from scene.language.modelling import block, darker, finish, fitted, rod


@register("the tub that holds the pole, with its hoops and gravel")
def tub(*, paint):
    hoop = finish("steel")
    return concat_shapes(
        rod((0, 0, 0), (0, 0.34, 0), 0.17, paint, {"roughness": 0.8}),
        *[rod((0, y, 0), (0, y + 0.025, 0), 0.176, *hoop) for y in (0.05, 0.25)],
        rod((0, 0.34, 0), (0, 0.345, 0), 0.15, (0.45, 0.42, 0.38), {"roughness": 1.0}),
    )


@register("the pole with its cap and the hook for the string")
def pole(*, wood):
    look = finish(wood)
    return concat_shapes(
        block((0, 0.3, 0), (0.075, 2.36, 0.075), *look),
        block((0, 2.66, 0), (0.1, 0.025, 0.1), darker(look[0], 0.7), look[1]),
        rod((-0.175, 2.58, 0), (0.175, 2.58, 0), 0.008, *finish("steel")),
    )


@register("a wooden pole in a tub, for strings of lights")
def light_pole(*, width=0.352, height=2.685, depth=0.352, wood="oak", paint=(0.42, 0.29, 0.19)):
    return fitted(
        concat_shapes(library_call("tub", paint=paint), library_call("pole", wood=wood)), width, height, depth
    )
