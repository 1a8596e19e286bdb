# /// asset
# word = "barbell"
# synonyms = ["barbell with plates", "weight bar", "olympic bar", "barbells"]
# category = "sport"
# support = "floor"
# colors = ["paint"]
# ///
from scene.language import *
from scene.language.modelling import darker, fitted, rod, stretched


@register("the bar")
def bar_part():
    steel = surface("steel")
    return concat_shapes(
        rod((-0.95, 0.225, 0), (0.95, 0.225, 0), 0.014, *steel),
        *[rod((s * 0.64, 0.225, 0), (s * 0.95, 0.225, 0), 0.025, *steel) for s in (-1, 1)],
        *[rod((s * 0.64, 0.225, 0), (s * 0.66, 0.225, 0), 0.04, *steel) for s in (-1, 1)],
    )


@register("the plates of one end")
def plates(*, paint):
    rubber = {"roughness": 0.6}
    return concat_shapes(
        rod((0.66, 0.225, 0), (0.71, 0.225, 0), 0.225, paint, rubber),
        rod((0.655, 0.225, 0), (0.715, 0.225, 0), 0.17, darker(paint, 0.8), rubber),
        rod((0.72, 0.225, 0), (0.76, 0.225, 0), 0.16, (0.2, 0.2, 0.21), rubber),
        rod((0.65, 0.225, 0), (0.77, 0.225, 0), 0.05, *surface("steel")),
        rod((0.775, 0.225, 0), (0.805, 0.225, 0), 0.035, (0.8, 0.15, 0.12)),
    )


@register("a barbell with weight plates")
def barbell(*, width=1.9, height=0.45, depth=0.45, paint=(0.14, 0.14, 0.15)):
    side = library_call("plates", paint=paint)
    whole = concat_shapes(library_call("bar_part"), side, stretched(side, (-1, 1, 1)))
    return fitted(whole, width, height, depth)
