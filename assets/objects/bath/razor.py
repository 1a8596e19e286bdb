# /// asset
# word = "razor"
# synonyms = ["shaver", "safety razor", "razors"]
# stands_for = ["electric razor", "electric shaver"]
# category = "bath"
# support = "surface"
# colors = ["metal"]
# ///
import numpy as np

from scene.language import *
from scene.language.modelling import ball, box, darker, fitted, rod


@register("the handle and the head")
def razor_part(*, metal):
    look = {"metallic": 0.9, "roughness": 0.2}
    rings = [
        rod((0, 0.01, z), (0, 0.01, z + 0.004), 0.0062, darker(metal, 0.7), look) for z in np.linspace(0.0, 0.07, 10)
    ]
    return concat_shapes(
        rod((0, 0.01, -0.04), (0, 0.01, 0.09), 0.0052, metal, look),
        *rings,
        ball((0, 0.01, 0.09), 0.0075, metal, look),
        box((0, 0.02, -0.048), (0.044, 0.006, 0.024), metal, look),
        box((0, 0.024, -0.048), (0.044, 0.003, 0.014), darker(metal, 0.6), look),
        rod((0, 0.008, -0.042), (0, 0.02, -0.047), 0.006, metal, look),
    )


@register("a safety razor")
def razor(*, width=0.045, height=0.03, depth=0.15, metal=(0.82, 0.83, 0.86)):
    whole = library_call("razor_part", metal=metal)
    return fitted(whole, width, height, depth)
