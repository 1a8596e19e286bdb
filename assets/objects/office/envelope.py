# /// asset
# word = "envelope"
# synonyms = ["letter", "envelopes", "letters", "stack of mail", "mail", "stack of envelopes", "love letter"]
# stands_for = [
#     "card", "greeting card", "birthday card", "business card", "business cards", "index card", "index cards",
#     "flash cards", "ticket", "tickets", "passport", "receipt", "price tag", "invitation", "parcel slip",
#     "gift card", "bookmark",
# ]
# category = "office"
# support = "surface"
# colors = ["paper", "seal"]
# ///
from scene.language import *
from scene.language.modelling import box, darker, fitted, moved, rod


@register("one envelope with its flap and stamp")
def letter_part(*, paper, seal):
    lines = [rod((s * 0.108, 0.0026, -0.072), (0, 0.0028, 0.006), 0.0011, darker(paper, 0.75)) for s in (-1, 1)]
    return concat_shapes(
        box((0, 0.0012, 0), (0.22, 0.0024, 0.15), paper, {"roughness": 0.9}),
        *lines,
        rod((0, 0.002, 0.006), (0, 0.0045, 0.006), 0.011, seal),
    )


@register("three sealed envelopes")
def envelope(*, width=0.24, height=0.02, depth=0.18, paper=(0.94, 0.9, 0.8), seal=(0.7, 0.1, 0.1)):
    whole = concat_shapes(
        *[
            moved(
                library_call("letter_part", paper=darker(paper, 1 - 0.05 * i), seal=seal),
                (0.006 * (1 - i), 0.0055 * i, 0.004 * i),
                0.12 * (i - 1),
            )
            for i in range(3)
        ]
    )
    return fitted(whole, width, height, depth)
