# /// asset
# word = "tambourine"
# synonyms = ["tambourin", "timbrel", "riq"]
# category = "music"
# support = "surface"
# colors = ["frame", "skin"]
# ///
import math

from scene.language import *
from scene.language.modelling import box, darker, ellipsoid, fitted, rod, rotated, round_wall


@register("the round frame with slots")
def tambourine_frame(*, frame):
    gloss = {"roughness": 0.3}
    posts = [rotated(box((0.123, 0.026, 0), (0.009, 0.03, 0.034), frame, gloss), 2 * math.pi * i / 8) for i in range(8)]
    return concat_shapes(
        round_wall((0.128, 0.0), (0.128, 0.014), 0.01, frame, gloss, panels=48),
        round_wall((0.128, 0.038), (0.128, 0.054), 0.01, frame, gloss, panels=48),
        *posts,
    )


@register("the pairs of jingles")
def jingles():
    brass = surface("brass")

    def pair(i):
        one = concat_shapes(
            rod((0.123, 0.014, 0), (0.123, 0.038, 0), 0.0015, *surface("steel")),
            rod((0.123, 0.02, 0), (0.123, 0.0215, 0), 0.0195, *brass),
            rod((0.123, 0.0265, 0), (0.123, 0.028, 0), 0.0195, *brass),
            rod((0.123, 0.0215, 0), (0.123, 0.024, 0), 0.008, *brass),
            rod((0.123, 0.028, 0), (0.123, 0.0305, 0), 0.008, *brass),
        )
        return rotated(one, 2 * math.pi * (i + 0.5) / 8)

    return concat_shapes(*[pair(i) for i in range(8)])


@register("the skin with its row of nails")
def tambourine_skin(*, skin):
    nails = [
        rotated(ellipsoid((0.1285, 0.047, 0), (0.0025, 0.003, 0.003), *surface("brass")), 2 * math.pi * i / 24)
        for i in range(24)
    ]
    return concat_shapes(
        rod((0, 0.048, 0), (0, 0.056, 0), 0.1265, skin, {"roughness": 0.7}),
        rod((0, 0.056, 0), (0, 0.0565, 0), 0.06, darker(skin, 0.93), {"roughness": 0.7}),
        *nails,
    )


@register("a tambourine with pairs of jingles in its frame")
def tambourine(*, width=0.28, height=0.056, depth=0.28, frame=(0.72, 0.2, 0.15), skin=(0.95, 0.91, 0.82)):
    whole = concat_shapes(
        library_call("tambourine_frame", frame=frame),
        library_call("jingles"),
        library_call("tambourine_skin", skin=skin),
    )
    return fitted(whole, width, height, depth)
