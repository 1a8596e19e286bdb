# /// asset
# word = "gloves"
# synonyms = ["glove", "work gloves", "pair of gloves", "gardening gloves", "winter gloves", "rubber gloves"]
# stands_for = [
#     "oven mitt", "oven mitts", "oven glove", "oven gloves", "pot holder", "mitten", "baseball glove",
#     "baseball mitt", "catcher mitt",
# ]
# category = "textiles"
# support = "surface"
# colors = ["cloth", "cuff"]
# ///
from scene.language import *
from scene.language.modelling import ellipsoid, fitted, moved, rod, stretched, tube


@register("one glove")
def hand(*, cloth, cuff):
    soft = {"roughness": 0.9}
    fingers = [
        tube(
            [(0.02 * (i - 1.5), 0.02, -0.02), (0.026 * (i - 1.5), 0.018, -0.095 + 0.012 * abs(i - 1.4))],
            0.0125,
            cloth,
            soft,
        )
        for i in range(4)
    ]
    thumb = tube([(0.035, 0.02, 0.03), (0.058, 0.018, -0.005), (0.062, 0.017, -0.03)], 0.0135, cloth, soft)
    return concat_shapes(
        ellipsoid((0, 0.02, 0.015), (0.044, 0.02, 0.055), cloth, soft),
        *fingers,
        thumb,
        moved(stretched(rod((0, 0, 0.055), (0, 0, 0.115), 0.042, cuff, soft), (1, 0.45, 1)), (0, 0.02, 0)),
    )


@register("a pair of gloves lying flat")
def gloves(*, width=0.24, height=0.045, depth=0.24, cloth=(0.72, 0.55, 0.3), cuff=(0.3, 0.32, 0.36)):
    left = stretched(library_call("hand", cloth=cloth, cuff=cuff), (-1, 1, 1))
    whole = concat_shapes(
        moved(left, (0.058, 0, 0), 0.12), moved(library_call("hand", cloth=cloth, cuff=cuff), (-0.058, 0, 0), -0.12)
    )
    return fitted(whole, width, height, depth)
