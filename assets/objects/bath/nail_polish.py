# /// asset
# word = "nail polish"
# synonyms = ["nail polish bottle", "nail varnish", "nail lacquer", "bottle of nail polish"]
# category = "bath"
# support = "surface"
# colors = ["paint", "cap"]
# ///
from scene.language import *
from scene.language.modelling import fitted, lathe, plate, rod


@register("the bottle of polish")
def bottle(*, paint):
    gloss = {"roughness": 0.05}
    return concat_shapes(
        plate((0, 0, 0), (0.03, 0.028, 0.022), 0.008, paint, gloss),
        plate((0, 0.028, 0), (0.026, 0.004, 0.018), 0.007, paint, gloss),
        rod((0, 0.03, 0), (0, 0.037, 0), 0.0065, (0.9, 0.9, 0.92), {"roughness": 0.1}),
    )


@register("the tall cap of the brush")
def cap_part(*, cap):
    return lathe(
        [(0.0075, 0.036), (0.0078, 0.04), (0.0066, 0.068), (0.0058, 0.078)], cap, {"roughness": 0.25}, slices=16
    )


@register("a small bottle of nail polish")
def nail_polish(*, width=0.03, height=0.078, depth=0.022, paint=(0.82, 0.06, 0.18), cap=(0.06, 0.06, 0.07)):
    return fitted(
        concat_shapes(library_call("bottle", paint=paint), library_call("cap_part", cap=cap)), width, height, depth
    )
