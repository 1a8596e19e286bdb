# /// asset
# word = "light pole"
# synonyms = ["string light pole", "string light post", "festoon pole", "pole for string lights"]
# category = "lighting"
# support = "floor"
# colors = ["paint"]
# ///
from scene.language import *
from scene.language.modelling import finish, fitted, rod


@register("the round plate that the pole stands on")
def foot(*, look):
    return concat_shapes(rod((0, 0, 0), (0, 0.02, 0), 0.17, *look), rod((0, 0.02, 0), (0, 0.09, 0), 0.035, *look))


@register("the pole with the hook for the string")
def pole(*, look):
    return concat_shapes(
        rod((0, 0.02, 0), (0, 2.66, 0), 0.022, *look),
        rod((0, 2.66, 0), (0, 2.685, 0), 0.03, *look),
        rod((-0.175, 2.58, 0), (0.175, 2.58, 0), 0.008, *look),
    )


@register("a slim pole on a plate, for strings of lights")
def light_pole(*, width=0.352, height=2.685, depth=0.352, paint=(0.13, 0.13, 0.14)):
    look = finish("black metal", paint)
    return fitted(concat_shapes(library_call("foot", look=look), library_call("pole", look=look)), width, height, depth)
