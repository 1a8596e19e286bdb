# /// asset
# word = "kitchen sink"
# synonyms = ["sink cabinet", "sink unit", "sink counter", "utility sink", "kitchen sink cabinet"]
# stands_for = ["farmhouse sink", "apron sink", "double kitchen sink"]
# category = "kitchen"
# support = "floor"
# clearance = {front = 0.9}
# colors = ["paint", "top_color"]
# materials = ["body", "top", "sink", "tap"]
# [joints.door]
# hinge = "outer"
# reach = 110
# ///
from scene.language import *
from scene.language.modelling import block, carcass, darker, finish, fitted, moved, pipe, rod


@register("a cupboard door")
def door(width, height, look, metal, side):
    groove = darker(look[0], 0.86), look[1]
    x = side * (width / 2 - 0.04)
    return concat_shapes(
        block((0, 0, 0), (width, height, 0.02), *look),
        block((0, 0.05, 0.009), (width - 0.1, height - 0.1, 0.004), *groove),
        rod((x, height - 0.22, 0.03), (x, height - 0.06, 0.03), 0.006, *metal),
    )


@register("a basin")
def basin(width, depth, height, look):
    wall = 0.012
    return concat_shapes(
        block((0, 0, 0), (width, wall, depth), *look),
        *[block((s * (width - wall) / 2, 0, 0), (wall, height, depth), *look) for s in (-1, 1)],
        *[block((0, 0, t * (depth - wall) / 2), (width, height, wall), *look) for t in (-1, 1)],
        rod((0, wall, 0), (0, wall + 0.003, 0), 0.035, *finish("black metal")),
    )


@register("a high curved tap")
def tap(look):
    return concat_shapes(
        rod((0, 0, 0), (0, 0.03, 0), 0.026, *look),
        pipe(
            [(0, 0, 0), (0, 0.26, 0), (0, 0.32, 0.03), (0, 0.345, 0.09), (0, 0.32, 0.15), (0, 0.25, 0.17)], 0.013, *look
        ),
        rod((0.02, 0.05, 0), (0.09, 0.08, 0), 0.008, *look),
    )


@register("a kitchen sink set in a worktop over a cupboard")
def kitchen_sink(
    *,
    width=1.0,
    depth=0.62,
    height=1.24,
    body="white wood",
    paint=None,
    top="oak",
    top_color=None,
    sink="stainless steel",
    tap="chrome",
) -> Shape:
    wood, slab, steel, metal = finish(body, paint), finish(top, top_color), finish(sink), finish(tap)
    dark = darker(wood[0], 0.5), wood[1]
    under, foot, d = 0.86, 0.1, 0.57
    z0 = -depth / 2 + d / 2
    bw, bd, bz = 0.56, min(0.38, depth * 0.6), depth * 0.065
    parts = [
        carcass((0, foot + 0.002, z0 - 0.0095), (width - 0.03, 0.548, d - 0.023), 0.012, *dark),
        block((0, 0, z0 - 0.03), (width - 0.02, foot, d - 0.08), *finish("dark wood")),
    ]
    parts += [
        block((s * (width / 2 - 0.012), foot, z0 - 0.0055), (0.018, under - foot, d - 0.011), *wood) for s in (-1, 1)
    ]
    side = (width - bw) / 2
    parts += [block((s * (width - side) / 2, under, 0), (side, 0.035, depth), *slab) for s in (-1, 1)]
    rear, near = depth / 2 + bz - bd / 2, depth / 2 - bz - bd / 2
    parts += [
        block((0, under, -depth / 2 + rear / 2), (bw, 0.035, rear), *slab),
        block((0, under, depth / 2 - near / 2), (bw, 0.035, near), *slab),
    ]
    parts.append(place("basin", at=(0, under + 0.038 - 0.2, bz), width=bw, depth=bd, height=0.2, look=steel))
    front = z0 + d / 2
    parts.append(block((0, under - 0.145, front), (width - 0.03, 0.14, 0.018), *wood))
    for s in (-1, 1):
        leaf = library_call(
            "door",
            width=(width - 0.03) / 2 - 0.004,
            height=under - foot - 0.155,
            look=wood,
            metal=finish("black metal"),
            side=-s,
        )
        parts.append(moved(leaf, (s * (width - 0.03) / 4, foot + 0.004, front)))
    parts.append(moved(library_call("tap", look=metal), (0, under + 0.035, -depth / 2 + 0.08)))
    bottle = concat_shapes(
        rod((0, 0, 0), (0, 0.15, 0), 0.03, *finish("green plastic")),
        rod((0, 0.15, 0), (0, 0.19, 0), 0.01, *finish("white plastic")),
    )
    parts.append(place(bottle, at=(0.36, under + 0.035, -0.2), name="soap"))
    return fitted(concat_shapes(*parts), width, height, depth)
