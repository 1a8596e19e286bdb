# /// asset
# word = "candy"
# synonyms = ["candies", "sweet", "sweets"]
# stands_for = ["chocolates", "gummy bears", "bonbon", "truffle"]
# category = "food"
# support = "surface"
# colors = ["paper", "second"]
# ///
from scene.language import *
from scene.language.modelling import cone, darker, ellipsoid, fitted, moved, rod


@register("one sweet in twisted paper")
def wrapped(*, tone):
    ends = [cone((s * 0.027, 0.0095, 0), (s * 0.008, 0.0095, 0), 0.009, darker(tone, 0.85)) for s in (-1, 1)]
    bands = [rod((x, 0.0095, 0), (x + 0.003, 0.0095, 0), 0.0094, (0.97, 0.97, 0.95)) for x in (-0.009, -0.001, 0.007)]
    return concat_shapes(ellipsoid((0, 0.0095, 0), (0.015, 0.0095, 0.0095), tone, {"roughness": 0.2}), *ends, *bands)


@register("three wrapped sweets")
def candy(*, width=0.11, height=0.02, depth=0.06, paper=(0.85, 0.15, 0.25), second=(0.2, 0.5, 0.8)):
    whole = concat_shapes(
        moved(library_call("wrapped", tone=paper), (0, 0, 0.014), 0.2),
        moved(library_call("wrapped", tone=second), (-0.028, 0, -0.014), -0.5),
        moved(library_call("wrapped", tone=(0.95, 0.75, 0.2)), (0.03, 0, -0.014), 0.8),
    )
    return fitted(whole, width, height, depth)
