# /// asset
# word = "bookend"
# synonyms = ["bookends", "book end", "pair of bookends"]
# category = "office"
# support = "surface"
# colors = ["paint"]
# ///
from scene.language import *
from scene.language.modelling import ball, box, darker, fitted


@register("the bent plate")
def plate_part(*, paint):
    metal = {"metallic": 0.6, "roughness": 0.35}
    return concat_shapes(
        box((0, 0.0015, 0), (0.13, 0.003, 0.12), paint, metal),
        box((-0.0635, 0.085, 0), (0.003, 0.17, 0.12), paint, metal),
    )


@register("the ornament")
def ornament(*, paint):
    return concat_shapes(
        box((-0.04, 0.02, 0), (0.045, 0.034, 0.09), darker(paint, 0.7)),
        ball((-0.04, 0.08, 0), 0.042, darker(paint, 1.0), {"metallic": 0.6, "roughness": 0.25}),
    )


@register("an L-shaped bookend with a weight")
def bookend(*, width=0.13, height=0.17, depth=0.12, paint=(0.3, 0.28, 0.25)):
    whole = concat_shapes(library_call("plate_part", paint=paint), library_call("ornament", paint=paint))
    return fitted(whole, width, height, depth)
