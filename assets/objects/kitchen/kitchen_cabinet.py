# /// asset
# word = "kitchen cabinet"
# synonyms = [
#     "base cabinet", "kitchen counter", "counter", "kitchen unit", "countertop cabinet", "kitchen base unit",
#     "work counter", "lower cabinet", "worktop", "work surface", "kitchen worktop",
# ]
# category = "kitchen"
# support = "floor"
# clearance = {front = 0.9}
# colors = ["paint", "top_color"]
# materials = ["body", "top", "handles"]
# [joints.door]
# hinge = "handle"
# reach = 90
# [joints.drawer]
# reach = 0.75
# ///
from scene.language import *
from scene.language.modelling import block, carcass, darker, finish, fitted, moved, rod, tray


@register("a cupboard door")
def door(width, height, look, metal, side):
    groove = darker(look[0], 0.86), look[1]
    x = side * (width / 2 - 0.04)
    return concat_shapes(
        block((0, 0, 0), (width, height, 0.02), *look),
        block((0, 0.05, 0.009), (width - 0.1, height - 0.1, 0.004), *groove),
        rod((x, height - 0.19, 0.03), (x, height - 0.05, 0.03), 0.006, *metal),
    )


@register("a drawer")
def drawer(width, height, depth, look, metal):
    return concat_shapes(
        block((0, 0, 0), (width, height, 0.02), *look),
        tray((0, 0.015, -0.01 - depth / 2), (width - 0.05, height - 0.04, depth), 0.008, *look),
        rod((-0.07, height / 2, 0.03), (0.07, height / 2, 0.03), 0.006, *metal),
    )


@register("a run of kitchen base cabinets under a worktop")
def kitchen_cabinet(
    *,
    width=1.8,
    depth=0.64,
    height=0.91,
    body="white wood",
    paint=None,
    top="oak",
    top_color=None,
    handles="black metal",
) -> Shape:
    wood, slab, metal = finish(body, paint), finish(top, top_color), finish(handles)
    dark = darker(wood[0], 0.5), wood[1]
    under, foot, d = height - 0.04, 0.1, depth - 0.072
    z0 = -depth / 2 + d / 2
    parts = [
        block((0, 0, z0 - 0.03), (width - 0.02, foot, d - 0.08), *finish("dark wood")),
        block((0, under, 0), (width, 0.04, depth), *slab),
    ]
    parts += [block((s * (width / 2 - 0.012), foot, z0), (0.018, under - foot, d), *wood) for s in (-1, 1)]
    n = max(2, round(width / 0.6))
    each, front, inside = (width - 0.02) / n, z0 + d / 2 + 0.0115, d - 0.06
    for i in range(n):
        x = each * (i - (n - 1) / 2)
        parts.append(carcass((x, foot + 0.002, z0 - 0.009), (each, under - foot - 0.002, d - 0.022), 0.009, *dark))
        parts.append(
            moved(
                library_call("drawer", width=each - 0.008, height=0.155, depth=inside, look=wood, metal=metal),
                (x, under - 0.165, front),
            )
        )
        if i == n - 1:
            parts += [
                moved(
                    library_call("drawer", width=each - 0.008, height=0.29, depth=inside, look=wood, metal=metal),
                    (x, foot + 0.005 + 0.298 * k, front),
                )
                for k in (0, 1)
            ]
        else:
            leaf = library_call(
                "door",
                width=each - 0.008,
                height=under - foot - 0.18,
                look=wood,
                metal=metal,
                side=1 if i % 2 == 0 else -1,
            )
            parts.append(moved(leaf, (x, foot + 0.005, front)))
    return fitted(concat_shapes(*parts), width, height, depth)
