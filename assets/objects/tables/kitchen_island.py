# /// asset
# word = "kitchen island"
# synonyms = [
#     "island", "island counter", "breakfast bar", "island bench", "butcher block island", "prep island",
#     "kitchen counter island",
# ]
# stands_for = ["baking table"]
# category = "tables"
# support = "floor"
# clearance = {front = 0.9, back = 0.9}
# colors = ["paint", "top_color"]
# materials = ["body", "top", "handles"]
# [variants]
# sink = {"integrated sink" = true, "built in sink" = true, "with sink" = true}
# wheels = {"mobile" = true, "rolling" = true, "on wheels" = true, "wheels" = true, "casters" = true}
# [joints.door]
# hinge = "handle"
# reach = 90
# [joints.drawer]
# reach = 0.75
# ///
from scene.language import *
from scene.language.modelling import block, carcass, darker, finish, fitted, moved, pipe, rod, tray


@register("a cabinet door with a frame and a handle")
def door(width, height, look, metal):
    groove = darker(look[0], 0.86), look[1]
    return concat_shapes(
        block((0, 0, 0), (width, height, 0.02), *look),
        block((0, 0.06, 0.009), (width - 0.12, height - 0.12, 0.004), *groove),
        rod((width * 0.38, height * 0.55, 0.03), (width * 0.38, height * 0.85, 0.03), 0.006, *metal),
    )


@register("a drawer with a handle")
def drawer(width, height, depth, look, metal):
    return concat_shapes(
        block((0, 0, 0), (width, height, 0.02), *look),
        tray((0, 0.015, -0.01 - depth / 2), (width - 0.04, height - 0.04, depth), 0.008, *look),
        rod((-0.07, height / 2, 0.03), (0.07, height / 2, 0.03), 0.006, *metal),
    )


@register("a sink with its tap")
def basin(look):
    dark = (0.45, 0.46, 0.48), look[1]
    return concat_shapes(
        block((0, 0, 0.02), (0.5, 0.008, 0.38), *look),
        block((0, 0.007, 0.02), (0.44, 0.003, 0.32), *dark),
        pipe([(0, 0, -0.14), (0, 0.25, -0.14), (0, 0.3, -0.1), (0, 0.3, 0.0), (0, 0.26, 0.02)], 0.012, *look),
    )


@register("a caster")
def caster(look):
    return rod((-0.015, 0.045, 0), (0.015, 0.045, 0), 0.045, *look)


@register("a kitchen island with cabinets, a worktop and an overhang for stools")
def kitchen_island(
    *,
    width=1.6,
    depth=0.95,
    height=0.92,
    sink=False,
    wheels=False,
    body="navy blue wood",
    paint=None,
    top="marble",
    top_color=None,
    handles="steel",
) -> Shape:
    wood, stone, metal = finish(body, paint), finish(top, top_color), finish(handles)
    dark = darker(wood[0], 0.6), wood[1]
    under, foot = 0.88, 0.1
    w, d = width - 0.08, depth - 0.32
    z0 = depth / 2 - 0.04 - d / 2
    parts = []
    if wheels:
        parts += [
            place("caster", at=(s * (w / 2 - 0.08), 0, z0 + t * (d / 2 - 0.08)), look=finish("rubber"))
            for s in (-1, 1)
            for t in (-1, 1)
        ]
    else:
        parts.append(block((0, 0, z0 - 0.02), (w - 0.08, foot, d - 0.1), *finish("dark wood")))
    parts += [block((s * (w / 2 - 0.008), foot, z0 - 0.007), (0.02, under - foot, d - 0.014), *wood) for s in (-1, 1)]
    parts.append(block((0, foot, z0 - d / 2), (w, under - foot, 0.02), *wood))
    each, front = w / 3, z0 + d / 2 - 0.003
    for i in range(3):
        x = each * (i - 1)
        parts.append(carcass((x, foot + 0.004, z0 - 0.007), (each, under - foot - 0.004, d - 0.018), 0.009, *dark))
        parts.append(
            moved(
                library_call("drawer", width=each - 0.01, height=0.16, depth=d - 0.07, look=wood, metal=metal),
                (x, under - 0.17, front),
            )
        )
        parts.append(
            moved(
                library_call("door", width=each - 0.01, height=under - foot - 0.19, look=wood, metal=metal),
                (x, foot + 0.01, front),
            )
        )
    parts.append(block((0, under, 0), (width, 0.04, depth), *stone))
    whole = fitted(concat_shapes(*parts), width, height, depth)
    if not sink:
        return whole
    return concat_shapes(whole, place("basin", at=(-width * 0.2, height, 0.08), look=finish("stainless steel")))
