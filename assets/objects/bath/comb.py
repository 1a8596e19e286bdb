# /// asset
# word = "comb"
# synonyms = ["hair comb", "pocket comb", "barber comb", "combs"]
# category = "bath"
# support = "surface"
# colors = ["paint"]
# ///
import numpy as np

from scene.language import *
from scene.language.modelling import box, fitted, rod


@register("the spine and the ends")
def comb_spine(*, paint):
    gloss = {"roughness": 0.2}
    return concat_shapes(
        box((0, 0.0022, -0.0125), (0.178, 0.0044, 0.009), paint, gloss),
        rod((-0.089, 0.0022, -0.017), (0.089, 0.0022, -0.017), 0.0022, paint, gloss),
        *[box((s * 0.0845, 0.0018, 0), (0.009, 0.0036, 0.032), paint, gloss) for s in (-1, 1)],
        *[rod((s * 0.0845, 0.0, 0.016), (s * 0.0845, 0.0036, 0.016), 0.0045, paint, gloss) for s in (-1, 1)],
        *[rod((s * 0.087, 0.0, -0.0125), (s * 0.087, 0.0042, -0.0125), 0.0045, paint, gloss) for s in (-1, 1)],
    )


@register("the rows of teeth")
def comb_teeth(*, paint):
    wide = np.arange(-0.077, -0.002, 0.004)
    fine = np.arange(0.0, 0.079, 0.0023)
    return concat_shapes(
        *[box((x, 0.0016, 0.0045), (0.0021, 0.0028, 0.027), paint, {"roughness": 0.2}) for x in wide],
        *[box((x, 0.0016, 0.0045), (0.0011, 0.0028, 0.027), paint, {"roughness": 0.2}) for x in fine],
    )


@register("a hair comb with wide and fine teeth")
def comb(*, width=0.18, height=0.0045, depth=0.038, paint=(0.35, 0.17, 0.09)):
    whole = concat_shapes(library_call("comb_spine", paint=paint), library_call("comb_teeth", paint=paint))
    return fitted(whole, width, height, depth)
