# /// asset
# word = "bench vise"
# synonyms = ["vise", "vice", "bench vice", "workbench vise"]
# category = "tools"
# support = "surface"
# colors = ["paint"]
# ///
from scene.language import *
from scene.language.modelling import ball, box, darker, fitted, rod


@register("the body with its fixed jaw")
def body_part(*, paint):
    iron = {"metallic": 0.4, "roughness": 0.45}
    return concat_shapes(
        rod((0, 0, -0.05), (0, 0.02, -0.05), 0.075, darker(paint, 0.85), iron),
        rod((0, 0.02, -0.05), (0, 0.07, -0.05), 0.05, paint, iron),
        box((0, 0.1, -0.05), (0.085, 0.08, 0.16), paint, iron),
        box((0, 0.16, 0.01), (0.17, 0.055, 0.04), paint, iron),
        box((0, 0.165, 0.031), (0.16, 0.04, 0.008), *surface("steel")),
    )


@register("the sliding jaw with its screw")
def slide_part(*, paint):
    iron = {"metallic": 0.4, "roughness": 0.45}
    steel = surface("steel")
    return concat_shapes(
        box((0, 0.095, 0.09), (0.055, 0.05, 0.14), darker(paint, 0.9), iron),
        box((0, 0.145, 0.105), (0.17, 0.085, 0.04), paint, iron),
        box((0, 0.165, 0.083), (0.16, 0.04, 0.008), *steel),
        rod((0, 0.1, 0.1), (0, 0.1, 0.2), 0.016, *steel),
        rod((-0.09, 0.115, 0.19), (0.09, 0.085, 0.19), 0.007, *steel),
        *[ball((s * 0.09, 0.1 - s * 0.015, 0.19), 0.012, *steel) for s in (-1, 1)],
    )


@register("a bench vise")
def clamp(*, width=0.2, height=0.2, depth=0.34, paint=(0.2, 0.36, 0.55)):
    whole = concat_shapes(library_call("body_part", paint=paint), library_call("slide_part", paint=paint))
    return fitted(whole, width, height, depth)
