# /// asset
# word = "saloon door"
# synonyms = ["saloon doors", "swing doors", "batwing doors", "western doors", "swinging saloon doors", "cafe doors"]
# category = "doors"
# support = "wall"
# clearance = {front = 0.8, back = 0.8}
# colors = ["paint"]
# materials = ["wood"]
# ///
import math

from scene.language import *
from scene.language.modelling import block, box, darker, finish, fitted, moved, rod


@register("the posts and the lintel")
def frame(*, look):
    dark = (darker(look[0], 0.7), look[1])
    return concat_shapes(
        *[block((s * 0.66, 0, 0), (0.12, 2.2, 0.16), *dark) for s in (-1, 1)],
        block((0, 2.2, 0), (1.52, 0.16, 0.2), *dark),
        block((0, 2.36, 0), (1.6, 0.05, 0.26), darker(look[0], 0.85), look[1]),
    )


@register("a louvred leaf with a curved top")
def leaf(*, side, look):
    parts, wide = [], 0.56
    dark = (darker(look[0], 0.8), look[1])
    parts += [box((x, 1.02, 0), (0.07, 0.98, 0.04), *look) for x in (0.045, wide - 0.035)]
    parts += [box((wide / 2, y, 0), (wide, 0.09, 0.04), *look) for y in (0.55, 1.02)]
    n = 22
    for i in range(n):
        x = wide * (i + 0.5) / n
        top = 1.44 + 0.13 * math.cos(math.pi * x / wide)
        low = 0.46 - 0.04 * math.cos(math.pi * x / wide)
        parts.append(box((x, (1.28 + top) / 2, 0), (wide / n + 0.001, top - 1.28, 0.038), *look))
        parts.append(box((x, (low + 0.52) / 2, 0), (wide / n + 0.001, 0.52 - low, 0.038), *look))
    for y0, y1, count in ((0.62, 0.96, 8), (1.09, 1.35, 6)):
        for i in range(count):
            parts.append(
                moved(
                    box((0, 0, 0), (wide - 0.12, 0.008, 0.05), *dark),
                    (wide / 2, y0 + (y1 - y0) * (i + 0.5) / count, 0),
                    0.6,
                    (1, 0, 0),
                )
            )
    parts += [rod((0.0, y - 0.04, 0), (0.0, y + 0.04, 0), 0.018, *finish("antique brass")) for y in (0.62, 1.3)]
    one = concat_shapes(*parts)
    return moved(one, (0.6, 0, 0), math.pi + 0.28) if side > 0 else moved(one, (-0.6, 0, 0), -0.28)


@register("the two swing doors of a saloon")
def saloon_door(*, width=1.6, height=2.41, depth=0.4, wood="walnut", paint=None):
    look = finish(wood, paint)
    whole = concat_shapes(library_call("frame", look=look), *[library_call("leaf", side=s, look=look) for s in (-1, 1)])
    return fitted(whole, width, height, depth)
