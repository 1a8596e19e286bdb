# /// asset
# word = "trough"
# synonyms = [
#     "water trough", "feeding trough", "drinking trough", "horse trough", "feed trough", "pig trough", "manger",
# ]
# category = "outdoor"
# support = "floor"
# colors = ["paint", "fill"]
# materials = ["wood"]
# ///
from scene.language import *
from scene.language.modelling import block, box, finish, fitted, moved, rotated


@register("a wooden trough of boards full of water")
def trough(*, width=1.6, height=0.55, depth=0.6, paint=None, wood="weathered wood", fill=(0.35, 0.55, 0.65)):
    look = finish(wood, paint)
    sides = [
        moved(
            rotated(box((0, 0, 0), (1.5, 0.13, 0.035), *look), -s * 0.3, (1, 0, 0)),
            (0, 0.2 + 0.13 * k, s * (0.18 + 0.04 * k)),
        )
        for s in (-1, 1)
        for k in range(3)
    ]
    ends = [box((s * 0.74, 0.33, 0), (0.045, 0.4, 0.48), *look) for s in (-1, 1)]
    feet = [block((s * 0.55, 0, 0), (0.08, 0.16, 0.56), *look) for s in (-1, 1)]
    whole = concat_shapes(
        *sides,
        *ends,
        *feet,
        box((0, 0.15, 0), (1.5, 0.04, 0.36), *look),
        box((0, 0.46, 0), (1.46, 0.02, 0.52), fill, {"roughness": 0.08}),
    )
    return fitted(whole, width, height, depth)
