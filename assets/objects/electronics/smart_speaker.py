# /// asset
# word = "smart speaker"
# synonyms = ["voice assistant", "wireless speaker", "bluetooth speaker", "portable speaker", "alexa", "home assistant speaker"]
# category = "electronics"
# support = "surface"
# colors = ["cloth"]
# ///
import math

from scene.language import *
from scene.language.modelling import box, darker, fitted, rod, rotated


@register("the cloth-covered cylinder")
def speaker_cloth(*, cloth):
    threads = [
        rotated(
            rod((0.0498, 0.014, 0), (0.0498, 0.13, 0), 0.0009, darker(cloth, 1.35), {"roughness": 0.95}),
            2 * math.pi * k / 90,
        )
        for k in range(90)
    ]
    return concat_shapes(
        rod((0, 0, 0), (0, 0.013, 0), 0.047, (0.07, 0.07, 0.075)),
        rod((0, 0.012, 0), (0, 0.132, 0), 0.05, cloth, {"roughness": 0.95}),
        *threads,
    )


@register("the top with its buttons and the ring of light")
def speaker_top():
    glow = ((0.3, 0.75, 1.0), {"emission": 1.6})
    dark = ((0.07, 0.07, 0.075), {"roughness": 0.3})
    return concat_shapes(
        rod((0, 0.131, 0), (0, 0.136, 0), 0.0495, *dark),
        rod((0, 0.1355, 0), (0, 0.1385, 0), 0.0485, *glow),
        rod((0, 0.1355, 0), (0, 0.1402, 0), 0.0445, *dark),
        box((0.024, 0.1405, 0), (0.011, 0.0012, 0.0024), (0.8, 0.8, 0.82)),
        box((0.024, 0.1405, 0), (0.0024, 0.0012, 0.011), (0.8, 0.8, 0.82)),
        box((-0.024, 0.1405, 0), (0.011, 0.0012, 0.0024), (0.8, 0.8, 0.82)),
        rod((0, 0.14, -0.024), (0, 0.1412, -0.024), 0.0045, (0.8, 0.8, 0.82)),
        rod((0, 0.14, 0.024), (0, 0.1412, 0.024), 0.0045, (0.8, 0.8, 0.82)),
    )


@register("a cylindrical smart speaker in cloth with a ring of light")
def smart_speaker(*, width=0.1, height=0.141, depth=0.1, cloth=(0.25, 0.27, 0.3)):
    whole = concat_shapes(library_call("speaker_cloth", cloth=cloth), library_call("speaker_top"))
    return fitted(whole, width, height, depth)
