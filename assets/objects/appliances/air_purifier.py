# /// asset
# word = "air purifier"
# synonyms = ["air cleaner", "ionizer"]
# stands_for = ["dehumidifier"]
# category = "appliances"
# support = "floor"
# colors = ["paint"]
# ///
import math

from scene.language import *
from scene.language.modelling import box, darker, fitted, lathe, rod, rotated, round_wall


@register("the pierced body")
def body_part(*, paint):
    slots = loop(
        28,
        lambda i: rotated(box((0.129, 0.17, 0), (0.003, 0.24, 0.008), darker(paint, 0.55)), i * math.pi / 14),
    )
    return concat_shapes(
        lathe([(0.12, 0), (0.128, 0.02), (0.128, 0.45), (0.115, 0.49)], paint, {"roughness": 0.4}, slices=40), slots
    )


@register("the top with its grille and light")
def top_part(*, paint):
    rings = [round_wall((r, 0.488), (r, 0.5), 0.006, darker(paint, 0.6), panels=30) for r in (0.045, 0.07, 0.095)]
    return concat_shapes(
        rod((0, 0.48, 0), (0, 0.49, 0), 0.11, darker(paint, 0.4)),
        *rings,
        rod((0, 0.49, 0), (0, 0.498, 0), 0.025, (0.4, 0.8, 0.95), {"emission": 0.8}),
    )


@register("a round air purifier")
def air_purifier(*, width=0.26, height=0.5, depth=0.26, paint=(0.93, 0.94, 0.94)):
    whole = concat_shapes(library_call("body_part", paint=paint), library_call("top_part", paint=paint))
    return fitted(whole, width, height, depth)
