# /// asset
# word = "pile of sand"
# synonyms = [
#     "sand pile", "heap of sand", "sand heap", "pile of gravel", "gravel pile", "pile of dirt", "pile of soil",
#     "heap of earth", "mound of earth", "dirt pile", "pile of leaves", "leaf pile", "heap of leaves",
#     "autumn leaves", "fallen leaves", "pile of snow", "snow pile", "heap of snow", "pile of manure",
#     "manure heap", "pile of earth", "sand mound", "pile of autumn leaves", "pile of hay", "heap of hay",
#     "pile of straw", "heap of straw", "pile of rubble", "rubble",
# ]
# category = "outdoor"
# support = "floor"
# colors = ["paint"]
# [variants.kind]
# "gravel" = "gravel"
# "dirt" = "earth"
# "soil" = "earth"
# "earth" = "earth"
# "manure" = "earth"
# "leaf" = "leaves"
# "leaves" = "leaves"
# "snow" = "snow"
# "hay" = "hay"
# "straw" = "hay"
# "rubble" = "gravel"
# ///
import math

from scene.language import *
from scene.language.modelling import box, darker, ellipsoid, fitted, lathe, moved, rod, rotated

TONES = {
    "sand": (0.86, 0.72, 0.48),
    "gravel": (0.55, 0.54, 0.52),
    "earth": (0.32, 0.21, 0.13),
    "leaves": (0.78, 0.38, 0.1),
    "snow": (0.95, 0.97, 1.0),
    "hay": (0.85, 0.7, 0.32),
}
LEAVES = ((0.85, 0.3, 0.08), (0.95, 0.65, 0.12), (0.6, 0.2, 0.08), (0.75, 0.5, 0.12), (0.55, 0.55, 0.15))
MOUNDS = (
    (0.0, 0.0, 0.62, 0.52),
    (0.33, 0.1, 0.42, 0.3),
    (-0.32, -0.08, 0.44, 0.34),
    (0.08, -0.25, 0.42, 0.28),
    (-0.12, 0.26, 0.44, 0.3),
)
"""x, z, radius and height of the mounds that the heap is made of."""


def slope(share):
    """Height of a mound at a share of its radius, of its greatest."""
    return (1 - share) * (1 - 0.35 * share) + 0.04 * math.sin(9 * share)


def high(x, z):
    """Height of the heap at a place on the ground."""
    return max(h * slope(min(1.0, math.hypot(x - mx, z - mz) / r)) for mx, mz, r, h in MOUNDS)


@register("what lies on the heap: stones, clods, leaves or stalks")
def crumbs(*, kind, tone):
    parts = []
    count = {"gravel": 190, "earth": 90, "leaves": 330, "hay": 240}.get(kind, 0)
    for i in range(count):
        a, r = 2.39996 * i, 0.66 * math.sqrt((i + 0.5) / count)
        x, z = r * math.cos(a), 0.85 * r * math.sin(a)
        y = high(x, z)
        if kind == "leaves":
            leaf = ellipsoid((0, 0, 0), (0.045, 0.004, 0.03), LEAVES[i * 7 % 5], {"roughness": 0.9})
            parts.append(moved(rotated(rotated(leaf, 0.7 * math.sin(5 * i), (1, 0, 0)), 1.7 * i), (x, y + 0.012, z)))
        elif kind == "hay":
            d = 0.11
            parts.append(
                rod(
                    (x - d * math.cos(1.9 * i), y + 0.01, z - d * math.sin(1.9 * i)),
                    (x + d * math.cos(1.9 * i), y + 0.03 * math.sin(i), z + d * math.sin(1.9 * i)),
                    0.004,
                    darker(tone, 0.75 + 0.1 * (i % 4)),
                )
            )
        else:
            size = 0.02 + 0.012 * (i * 5 % 4)
            parts.append(
                ellipsoid(
                    (x, y, z), (size, size * 0.75, size * 0.9), darker(tone, 0.75 + 0.1 * (i % 4)), {"roughness": 0.95}
                )
            )
    return concat_shapes(*parts) if parts else box((0, 0.02, 0), (0.1, 0.02, 0.1), tone)


@register("a heap of sand, earth, gravel, leaves, hay or snow")
def sand_pile(*, width=1.5, height=0.55, depth=1.2, paint=None, kind="sand"):
    tone = TONES[kind] if paint is None else paint
    inside = darker(tone, 0.6) if kind == "leaves" else tone
    mounds = [
        moved(
            lathe(
                [(r * (1 - k / 14), h * slope(1 - k / 14)) for k in range(15)], inside, {"roughness": 0.95}, slices=40
            ),
            (x, 0, z),
        )
        for x, z, r, h in MOUNDS
    ]
    return fitted(concat_shapes(*mounds, library_call("crumbs", kind=kind, tone=tone)), width, height, depth)
