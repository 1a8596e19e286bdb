# /// asset
# word = "potato"
# synonyms = [
#     "potatoes", "sweet potato", "avocado", "mango", "kiwi", "plum", "passion fruit", "coconut", "guava",
#     "papaya",
# ]
# category = "food"
# support = "surface"
# colors = ["skin"]
# [variants.kind]
# "sweet potato" = "sweet potato"
# "avocado" = "avocado"
# "mango" = "mango"
# "kiwi" = "kiwi"
# "plum" = "plum"
# "passion fruit" = "plum"
# "coconut" = "coconut"
# "guava" = "avocado"
# "papaya" = "papaya"
# ///
from scene.language import *
from scene.language.modelling import ball, darker, ellipsoid, fitted


@register("the oval body")
def oval(*, tone):
    lumps = ((0, 0, 0, 1.0), (0.25, 0.06, 0.06, 0.8), (-0.3, -0.04, -0.05, 0.76), (0.05, 0.1, -0.1, 0.86))
    return concat_shapes(
        *[
            ellipsoid(
                (0.05 * x, 0.031 + 0.03 * y, 0.034 * z), (0.048 * s, 0.03 * s, 0.034 * s), tone, {"roughness": 0.6}
            )
            for x, y, z, s in lumps
        ]
    )


@register("the eyes and the end of the stalk")
def marks(*, tone):
    spots = ((0.03, 0.056, 0.01), (-0.02, 0.058, 0.012), (-0.034, 0.04, 0.02), (0.01, 0.05, 0.026))
    return concat_shapes(
        *[ellipsoid(p, (0.0028, 0.0016, 0.0022), darker(tone, 0.65)) for p in spots],
        ball((0.049, 0.032, 0), 0.003, darker(tone, 0.5)),
    )


@register("an oval fruit or tuber")
def potato(*, width=0.1, height=0.062, depth=0.07, skin=None, kind="potato"):
    tones = {
        "potato": (0.75, 0.6, 0.38),
        "sweet potato": (0.72, 0.38, 0.25),
        "avocado": (0.22, 0.3, 0.14),
        "mango": (0.92, 0.6, 0.2),
        "kiwi": (0.45, 0.36, 0.2),
        "plum": (0.35, 0.12, 0.3),
        "coconut": (0.36, 0.24, 0.15),
        "papaya": (0.86, 0.62, 0.24),
    }
    tone = skin or tones[kind]
    whole = concat_shapes(library_call("oval", tone=tone), library_call("marks", tone=tone))
    return fitted(whole, width, height, depth)
