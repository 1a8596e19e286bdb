# /// asset
# word = "bread rack"
# synonyms = [
#     "bread shelf", "bakery shelf", "shelf of bread", "rack of bread", "baker's rack", "shelf of loaves",
#     "bread display", "shelf with bread", "rack of loaves", "bread shelves", "bread stand",
# ]
# category = "shop"
# support = "floor"
# clearance = {front = 0.7}
# materials = ["wood"]
# ///
from scene.language import *
from scene.language.modelling import box, darker, ellipsoid, fitted, heap, moved, rotated


@register("the wooden shelf with tilted boards and ledges")
def bread_boards(*, wood):
    look = surface(wood)
    dark = (darker(look[0], 0.8), look[1])
    parts = [box((s * 0.68, 0.95, 0), (0.04, 1.9, 0.46), *dark) for s in (-1, 1)]
    parts += [
        box((0, 0.95, -0.22), (1.36, 1.86, 0.02), darker(look[0], 0.9), look[1]),
        box((0, 1.9, 0), (1.44, 0.05, 0.5), *dark),
        box((0, 0.06, 0), (1.36, 0.12, 0.42), *dark),
    ]
    for k in range(4):
        y = 0.3 + 0.4 * k
        parts.append(moved(box((0, 0, 0), (1.32, 0.02, 0.46), *look), (0, y, 0), 0.16, (1, 0, 0)))
        parts.append(box((0, y + 0.0, 0.235), (1.34, 0.09, 0.016), *dark))
    return concat_shapes(*parts)


@register("a baguette with its cuts")
def long_loaf():
    crust = (0.8, 0.53, 0.25)
    return concat_shapes(
        ellipsoid((0, 0, 0), (0.035, 0.032, 0.27), crust, {"roughness": 0.8}),
        *[
            rotated(ellipsoid((0, 0.025, -0.16 + 0.08 * i), (0.024, 0.01, 0.026), (0.95, 0.82, 0.58)), 0.0)
            for i in range(5)
        ],
    )


@register("a tilted shelf full of loaves, rolls and croissants")
def bread_rack(*, width=1.44, height=1.93, depth=0.5, wood="oak"):
    goods = []
    for k, names in enumerate((("bread", "bread"), ("roll", "croissant"), ("bread", "roll"))):
        for i, name in enumerate(names):
            tilted = moved(
                heap(name, (0, 0, 0), (0.6, 0.15, 0.36), oval=False, scale=1.25, seed=4 * k + i),
                (-0.33 + 0.66 * i, 0.3 + 0.4 * k, 0),
                0.16,
                (1, 0, 0),
            )
            goods.append(tilted)
    goods += [
        moved(library_call("long_loaf"), (-0.58 + 0.083 * i, 1.55 + 0.012 * (i % 2), -0.01), 0.16, (1, 0, 0))
        for i in range(15)
    ]
    return fitted(concat_shapes(library_call("bread_boards", wood=wood), *goods), width, height, depth)
