# /// asset
# word = "swimming pool"
# synonyms = [
#     "pool", "paddling pool", "kiddie pool", "plunge pool", "wading pool", "splash pool", "above ground pool",
# ]
# stands_for = ["inflatable pool", "spa"]
# category = "outdoor"
# support = "floor"
# clearance = {front = 0.6}
# colors = ["paint"]
# ///
import math

from scene.language import *
from scene.language.modelling import box, darker, fitted, rod, rotated, round_wall


@register("the wall with its rim")
def wall_part(*, paint):
    gloss = {"roughness": 0.3}
    ribs = loop(
        24,
        lambda i: rotated(box((1.44, 0.28, 0), (0.05, 0.56, 0.05), darker(paint, 0.85), gloss), i * math.pi / 12),
    )
    return concat_shapes(
        round_wall((1.43, 0), (1.43, 0.56), 0.05, paint, gloss, panels=48),
        round_wall((1.5, 0.54), (1.5, 0.6), 0.16, (0.95, 0.95, 0.94), gloss, panels=48),
        ribs,
        rod((0, 0, 0), (0, 0.03, 0), 1.4, (0.45, 0.75, 0.85)),
    )


@register("the water")
def water():
    return concat_shapes(rod((0, 0.03, 0), (0, 0.47, 0), 1.38, (0.25, 0.65, 0.8), {"roughness": 0.03, "opacity": 0.75}))


@register("a round pool of water")
def swimming_pool(*, width=3.0, height=0.6, depth=3.0, paint=(0.25, 0.5, 0.75)):
    round_part = concat_shapes(library_call("wall_part", paint=paint), library_call("water"))
    whole = round_part
    return fitted(whole, width, height, depth)
