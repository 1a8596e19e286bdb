# /// asset
# word = "display counter"
# synonyms = [
#     "bakery case", "pastry case", "glass display case", "deli counter", "deli case",
#     "refrigerated display", "glass counter", "bakery display", "bakery counter", "cake display", "pastry display",
#     "refrigerated case", "showcase", "glass showcase",
# ]
# stands_for = [
#     "display fridge", "display cooler", "display freezer",
#     "jewelry display", "jewellery display",
# ]
# category = "shop"
# support = "floor"
# clearance = {front = 0.8, back = 0.6}
# materials = ["wood"]
# [variants.filled]
# "empty" = false
# "half empty" = "below"
# "boxed" = "boxes"
# ///
from scene.language import *
from scene.language.modelling import box, darker, ellipsoid, fitted, rod


@register("the base")
def base_part(*, wood):
    look = surface(wood)
    return concat_shapes(
        box((0, 0.06, 0), (1.42, 0.12, 0.67), (0.15, 0.15, 0.16)),
        box((0, 0.35, 0), (1.5, 0.5, 0.75), *look),
        *[
            box((x, 0.35, 0.378), (0.34, 0.4, 0.008), darker(look[0], 0.85), look[1])
            for x in (-0.54, -0.18, 0.18, 0.54)
        ],
        box((0, 0.615, 0), (1.5, 0.03, 0.75), *surface("white marble")),
    )


@register("the glass case with its shelf")
def glass_part():
    glass = surface("glass")
    steel = surface("steel")
    posts = [box((x * 0.74, 0.95, z * 0.365), (0.02, 0.64, 0.02), *steel) for x in (-1, 1) for z in (-1, 1)]
    return concat_shapes(
        box((0, 0.92, 0.365), (1.48, 0.56, 0.008), *glass),
        *[box((s * 0.74, 0.95, 0), (0.008, 0.62, 0.73), *glass) for s in (-1, 1)],
        box((0, 0.93, -0.02), (1.44, 0.01, 0.6), *glass),
        *posts,
        box((0, 1.285, 0), (1.5, 0.03, 0.75), *surface("white marble")),
        box((0, 1.262, 0.3), (1.4, 0.012, 0.03), (1.0, 0.96, 0.85), {"emission": 1.6}),
    )


@register("the trays of goods")
def goods(*, levels):
    tones = ((0.8, 0.52, 0.24), (0.45, 0.25, 0.14), (0.95, 0.85, 0.7), (0.9, 0.55, 0.6), (0.85, 0.65, 0.3))
    parts = []
    for level, y in ((0, 0.64), (1, 0.945))[:levels]:
        for i in range(5):
            x = -0.56 + 0.28 * i
            parts.append(box((x, y, 0), (0.24, 0.012, 0.5), (0.93, 0.92, 0.9)))
            parts += [
                ellipsoid((x + dx, y + 0.035, z), (0.045, 0.034, 0.04), tones[(i + level) % 5], {"roughness": 0.6})
                for dx in (-0.06, 0.06)
                for z in (-0.17, -0.05, 0.07, 0.19)
            ]
    return concat_shapes(*parts)


@register("boxes, tins and bottles of goods in rows")
def boxed_goods():
    tones = (
        (0.78, 0.2, 0.24),
        (0.2, 0.42, 0.62),
        (0.95, 0.78, 0.32),
        (0.3, 0.55, 0.42),
        (0.9, 0.9, 0.88),
        (0.5, 0.36, 0.58),
    )
    parts = []
    for level, y in ((0, 0.632), (1, 0.938)):
        for i in range(12):
            x, tone = -0.62 + 0.1125 * i, tones[(i // 2 + 2 * level) % 6]
            for z in (-0.14, 0.08):
                tall = 0.1 + 0.035 * ((i // 2 + level) % 3)
                if (i // 4 + level) % 3 == 2:
                    parts.append(rod((x, y, z), (x, y + tall, z), 0.036, tone, {"roughness": 0.35}))
                else:
                    parts.append(box((x, y + tall / 2, z), (0.085, tall, 0.07), tone, {"roughness": 0.5}))
                    parts.append(box((x, y + tall * 0.55, z + 0.036), (0.06, tall * 0.3, 0.002), (0.97, 0.96, 0.92)))
    return concat_shapes(*parts)


@register("a counter with a glass display")
def display_counter(*, width=1.5, height=1.3, depth=0.75, wood="oak", filled=True):
    shown = {False: 0, "below": 1, "boxes": 0}.get(filled, 2)
    whole = concat_shapes(
        library_call("base_part", wood=wood),
        library_call("glass_part"),
        *([library_call("goods", levels=shown)] if shown else []),
        *([library_call("boxed_goods")] if filled == "boxes" else []),
    )
    return fitted(whole, width, height, depth)
