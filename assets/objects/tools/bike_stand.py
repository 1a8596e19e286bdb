# /// asset
# word = "bike stand"
# synonyms = ["bike repair stand", "bicycle repair stand", "bicycle work stand", "bike work stand"]
# category = "tools"
# support = "floor"
# colors = ["paint"]
# ///
import math

from scene.language import *
from scene.language.modelling import ball, box, disc, fitted, pipe, rod

BLACK = (0.09, 0.09, 0.1)


@register("the folding legs")
def legs(*, paint):
    parts = [rod((0, 0.3, 0), (0, 0.42, 0), 0.035, BLACK)]
    for i in range(3):
        a = math.pi / 2 + 2 * math.pi * i / 3
        c, s = math.cos(a), math.sin(a)
        parts.append(pipe([(0.03 * c, 0.4, 0.03 * s), (0.46 * c, 0.03, 0.46 * s)], 0.016, paint))
        parts.append(pipe([(0.24 * c, 0.22, 0.24 * s), (0.02 * c, 0.16, 0.02 * s)], 0.011, BLACK))
        parts.append(ball((0.46 * c, 0.026, 0.46 * s), 0.026, BLACK))
    return concat_shapes(*parts)


@register("the mast with its quick release")
def mast(*, paint):
    return concat_shapes(
        rod((0, 0.12, 0), (0, 1.1, 0), 0.023, paint),
        rod((0, 0.9, 0), (0, 1.5, 0), 0.018, (0.75, 0.76, 0.78), {"metallic": 1.0, "roughness": 0.25}),
        rod((0, 1.05, 0), (0, 1.14, 0), 0.032, BLACK),
        pipe([(0.03, 1.1, 0), (0.07, 1.1, 0), (0.085, 1.03, 0)], 0.008, BLACK),
    )


@register("the clamp that holds a frame")
def jaw():
    red = (0.85, 0.12, 0.1)
    return concat_shapes(
        rod((0, 1.5, -0.06), (0, 1.5, 0.3), 0.024, BLACK),
        rod((0, 1.45, 0), (0, 1.55, 0), 0.032, BLACK),
        box((0, 1.535, 0.36), (0.06, 0.028, 0.15), BLACK),
        box((0, 1.465, 0.36), (0.06, 0.028, 0.15), BLACK),
        box((0, 1.516, 0.36), (0.055, 0.014, 0.14), red),
        box((0, 1.484, 0.36), (0.055, 0.014, 0.14), red),
        box((0, 1.5, 0.3), (0.06, 0.09, 0.03), BLACK),
        rod((0, 1.4, 0.34), (0, 1.6, 0.34), 0.009, (0.75, 0.76, 0.78)),
        rod((0, 1.39, 0.34), (0, 1.41, 0.34), 0.024, red),
    )


@register("a round tray for tools")
def tool_tray():
    return concat_shapes(
        disc((0, 0.8, 0.0), (0.17, 0.17), 0.012, BLACK),
        disc((0, 0.812, 0.0), (0.15, 0.15), 0.003, (0.2, 0.2, 0.21)),
        rod((-0.1, 0.822, 0.06), (0.08, 0.822, 0.1), 0.007, (0.78, 0.78, 0.8)),
        rod((0.05, 0.825, -0.1), (0.12, 0.825, 0.0), 0.01, (0.85, 0.12, 0.1)),
    )


@register("a stand that holds a bicycle for repair")
def bike_stand(*, width=0.85, height=1.6, depth=0.9, paint=(0.16, 0.36, 0.66)):
    whole = concat_shapes(
        library_call("legs", paint=paint),
        library_call("mast", paint=paint),
        library_call("jaw"),
        library_call("tool_tray"),
    )
    return fitted(whole, width, height, depth)
