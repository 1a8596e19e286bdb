# /// asset
# word = "sawhorse"
# synonyms = ["saw horse", "trestle", "carpenter horse"]
# category = "tools"
# support = "floor"
# materials = ["wood"]
# ///
from scene.language import *
from scene.language.modelling import box, fitted, moved


@register("a pair of legs with a brace")
def legs_part(*, look):
    return concat_shapes(
        *[moved(box((0, -0.36, 0), (0.08, 0.74, 0.035), *look), (0, 0.72, 0), s * 0.34, (1, 0, 0)) for s in (-1, 1)],
        box((0, 0.34, 0), (0.03, 0.08, 0.32), *look),
    )


@register("the beam")
def beam_part(*, look):
    return box((0, 0.7, 0), (1.1, 0.1, 0.06), *look)


@register("a wooden sawhorse")
def sawhorse(*, width=1.1, height=0.75, depth=0.6, wood="pine"):
    look = surface(wood)
    whole = concat_shapes(
        library_call("beam_part", look=look),
        *[moved(library_call("legs_part", look=look), (x, 0, 0)) for x in (-0.42, 0.42)],
    )
    return fitted(whole, width, height, depth)
