# /// asset
# word = "projection screen"
# synonyms = ["projector screen", "movie screen", "cinema screen", "pull down screen", "presentation screen"]
# category = "office"
# support = "wall"
# colors = ["casing", "picture"]
# ///
import math

from scene.language import *
from scene.language.modelling import box, darker, ellipsoid, fitted, moved, rod, rotated, stretched


@register("the housing at the top")
def housing(*, width, height, depth, casing):
    return concat_shapes(
        box((0, 0, 0), (width, height, depth), casing, {"roughness": 0.4}),
        *[
            box((side * width * 0.5, 0, 0), (width * 0.015, height * 1.1, depth * 1.05), tuple(1.6 * c for c in casing))
            for side in (-1, 1)
        ],
    )


@register("the cloth with its black border and the projected picture")
def cloth(*, width, height, casing, picture):
    glow = {"emission": 0.5, "roughness": 0.9}
    dark = darker(picture, 0.35)
    scene = [
        ellipsoid((width * 0.22, height * 0.66, 0.007), (width * 0.06, width * 0.06, 0.001), (1.0, 0.93, 0.75), glow)
    ]
    for i, (x, wide, tall) in enumerate(((-0.26, 0.3, 0.2), (-0.05, 0.24, 0.13), (0.2, 0.36, 0.16))):
        peak = box((0, 0, 0), (1.0, 1.0, 0.001), darker(picture, 0.75 - 0.15 * i), glow)
        scene.append(
            moved(
                stretched(rotated(peak, math.pi / 4, (0, 0, 1)), (width * wide * 0.7, height * tall * 1.4, 1)),
                (width * x, height * 0.34, 0.007 + 0.001 * i),
            )
        )
    return concat_shapes(
        box((0, height / 2, 0), (width, height, 0.004), (0.05, 0.05, 0.06)),
        box((0, height * 0.52, 0.003), (width * 0.94, height * 0.86, 0.003), (0.97, 0.97, 0.97)),
        box((0, height * 0.52, 0.005), (width * 0.88, height * 0.72, 0.002), picture, glow),
        *scene,
        box((0, height * 0.25, 0.012), (width * 0.88, height * 0.18, 0.002), dark, {"emission": 0.2}),
        box((0, height * 0.125, 0.0125), (width * 0.94, height * 0.07, 0.002), (0.97, 0.97, 0.97)),
        box((0, height * 0.045, 0.013), (width, height * 0.09, 0.002), (0.05, 0.05, 0.06)),
    )


@register("the bottom bar with its pull")
def bottom_bar(*, width, radius, casing):
    return concat_shapes(
        rod((-width / 2, radius, 0), (width / 2, radius, 0), radius, casing),
        box((0, -radius * 0.3, radius), (0.06, radius * 1.4, 0.008), casing),
    )


@register("a pull-down projection screen with a film scene on it")
def projection_screen(*, width=2.2, height=1.5, depth=0.09, casing=(0.12, 0.12, 0.13), picture=(0.45, 0.6, 0.78)):
    top = height * 0.07
    whole = concat_shapes(
        moved(
            library_call("housing", width=width * 0.985, height=top * 0.91, depth=depth * 0.95, casing=casing),
            (0, height - top / 2, 0),
        ),
        moved(
            library_call("cloth", width=width * 0.94, height=height - top - 0.03, casing=casing, picture=picture),
            (0, 0.03, 0),
        ),
        moved(library_call("bottom_bar", width=width * 0.95, radius=0.014, casing=casing), (0, 0.018, 0)),
    )
    return fitted(whole, None, height, None)
