# /// asset
# word = "market stall"
# synonyms = [
#     "market stand", "fruit stand", "vegetable stand", "food stall", "stall", "produce stand", "fruit stall",
#     "vegetable stall", "produce stall", "farm stand", "market booth", "lemonade stand", "farmers market stall",
# ]
# category = "shop"
# support = "floor"
# clearance = {front = 0.8}
# colors = ["stripe", "cloth"]
# materials = ["wood"]
# ///
from scene.language import *
from scene.language.modelling import box, darker, fitted, heap, moved, rod


@register("the wooden table and posts of the stall")
def stall_frame(*, wood):
    look = surface(wood)
    dark = (darker(look[0], 0.8), look[1])
    parts = [
        box((x, 1.2 if z < 0 else 1.05, z), (0.06, 2.4 if z < 0 else 2.1, 0.06), *dark)
        for x in (-1.0, 1.0)
        for z in (-0.5, 0.5)
    ]
    parts += [
        box((0, 0.12 + 0.13 * k, 0.46), (1.94, 0.115, 0.02), darker(look[0], 0.92 + 0.06 * (k % 2)), look[1])
        for k in range(5)
    ]
    parts += [box((s * 0.97, 0.12 + 0.13 * k, 0), (0.02, 0.115, 0.94), *look) for s in (-1, 1) for k in range(5)]
    parts += [box((0, 0.79, -0.4 + 0.2 * k), (1.98, 0.03, 0.19), *look) for k in range(5)]
    parts += [rod((-1.0, 2.1 if z > 0 else 2.4, z), (1.0, 2.1 if z > 0 else 2.4, z), 0.025, *dark) for z in (-0.5, 0.5)]
    return concat_shapes(*parts)


@register("the striped awning with its scalloped edge")
def stall_awning(*, stripe, cloth):
    parts = []
    count = 12
    for i in range(count):
        x = -1.1 + 2.2 * (i + 0.5) / count
        tone = stripe if i % 2 else cloth
        wide = 2.2 / count
        parts.append(
            moved(box((0, 0, 0), (wide, 0.012, 1.4), tone, {"roughness": 0.95}), (x, 2.26, 0.06), 0.29, (1, 0, 0))
        )
        parts.append(box((x, 2.0, 0.735), (wide, 0.13, 0.012), tone, {"roughness": 0.95}))
        parts.append(rod((x, 1.94, 0.729), (x, 1.94, 0.741), wide / 2, tone, {"roughness": 0.95}))
    return concat_shapes(*parts)


@register("tilted boxes of fruit and vegetables")
def stall_goods(*, wood):
    look = surface(wood)
    parts = []
    kinds = (("apple", "orange", "tomato", "lemon"), ("potato", "carrot", "cabbage", "pear"))
    for row, names in enumerate(kinds):
        for i, name in enumerate(names):
            one = concat_shapes(
                box((0, 0.02, 0), (0.44, 0.04, 0.4), darker(look[0], 0.6)),
                *[box((0, 0.07, s * 0.2), (0.46, 0.12, 0.014), *look) for s in (-1, 1)],
                *[box((s * 0.226, 0.07, 0), (0.014, 0.12, 0.4), *look) for s in (-1, 1)],
                heap(name, (0, 0.04, 0), (0.43, 0.16, 0.37), oval=False, scale=1.1, seed=10 * row + i),
            )
            parts.append(moved(one, (-0.72 + 0.48 * i, 0.84 + 0.16 * row, 0.25 - 0.46 * row), 0.22, (1, 0, 0)))
    return concat_shapes(*parts, box((0, 0.87, -0.22), (1.9, 0.14, 0.34), *look))


@register("a market stall with fruit and vegetables under a striped awning")
def market_stall(*, width=2.2, height=2.5, depth=1.45, stripe=(0.8, 0.2, 0.18), cloth=(0.96, 0.94, 0.88), wood="pine"):
    whole = concat_shapes(
        library_call("stall_frame", wood=wood),
        library_call("stall_awning", stripe=stripe, cloth=cloth),
        library_call("stall_goods", wood=wood),
    )
    return fitted(whole, width, height, depth)
