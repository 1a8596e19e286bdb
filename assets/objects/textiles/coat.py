# /// asset
# word = "coat"
# synonyms = ["jacket", "raincoat", "lab coat", "overcoat", "blazer", "leather jacket", "denim jacket"]
# stands_for = [
#     "hoodie", "sweater", "cardigan", "shirt", "t-shirt", "tshirt", "blouse", "robe", "bathrobe", "dressing gown",
#     "suit", "costume", "uniform", "vest", "kimono", "dress shirt",
# ]
# category = "textiles"
# support = "wall"
# colors = ["cloth"]
# ///
import math

from scene.language import *
from scene.language.modelling import arc, ball, box, darker, ellipsoid, fitted, moved, rod, tube


@register("the hanger with its hook")
def hanger_part():
    hook = [(x, y, 0) for x, y in arc(0.022, -1.4, math.pi, 14, (0, 0.925))]
    return concat_shapes(
        tube([*hook[::-1], (0.004, 0.875, 0)], 0.0025, *surface("steel")),
        tube([(-0.2, 0.815, 0), (0, 0.875, 0), (0.2, 0.815, 0)], 0.009, *surface("beech")),
    )


@register("the body and the sleeves")
def garment(*, cloth, length):
    soft = {"roughness": 0.9}
    rows = 26
    top, low = 0.85, 0.85 - length
    parts = []
    for i in range(rows):
        t = i / (rows - 1)
        wide = 0.09 + 0.115 * min(1.0, t / 0.1) + 0.03 * t
        deep = 0.035 + 0.03 * min(1.0, t / 0.15)
        parts.append(ellipsoid((0, top - (top - low) * t, 0), (wide, 0.075, deep), cloth, soft))
    for s in (-1, 1):
        points = [(s * 0.17, 0.815, 0), (s * 0.215, 0.72, 0.005), (s * 0.235, 0.55, 0.012), (s * 0.235, 0.42, 0.02)]
        parts.append(tube(points, 0.042, cloth, soft))
        parts.append(rod((s * 0.235, 0.42, 0.02), (s * 0.235, 0.395, 0.021), 0.044, darker(cloth, 0.8), soft))
    return concat_shapes(*parts)


@register("the collar, the front seam and the buttons")
def front(*, cloth, length):
    dark = darker(cloth, 0.7)
    lapels = [
        moved(box((0, 0, 0), (0.05, 0.17, 0.012), dark), (s * 0.035, 0.775, 0.055), s * 0.3, (0, 0, 1)) for s in (-1, 1)
    ]
    buttons = [ball((0.012, 0.66 - 0.1 * k, 0.068), 0.009, (0.9, 0.87, 0.8)) for k in range(int((length - 0.2) / 0.1))]
    return concat_shapes(
        *lapels, box((0, 0.85 - length / 2 - 0.08, 0.064), (0.004, length - 0.2, 0.006), dark), *buttons
    )


@register("a garment on a hanger")
def coat(*, width=0.52, height=0.95, depth=0.16, cloth=(0.25, 0.32, 0.45)):
    length = 0.72
    whole = concat_shapes(
        library_call("hanger_part"),
        library_call("garment", cloth=cloth, length=length),
        library_call("front", cloth=cloth, length=length),
    )
    return fitted(whole, width, height, depth)
