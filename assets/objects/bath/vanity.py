# /// asset
# word = "vanity"
# synonyms = [
#     "bathroom vanity", "sink vanity", "vanity unit", "washstand", "wash stand", "vanity cabinet", "vanity sink", "bathroom sink cabinet",
# ]
# category = "bath"
# support = "floor"
# clearance = {front = 0.7}
# colors = ["paint", "top_color"]
# materials = ["body", "top", "tap"]
# [variants.sinks]
# "double sink" = 2
# "dual sink" = 2
# "double" = 2
# "two sinks" = 2
# "has two sinks" = 2
# "double vanity" = 2
# [variants.width]
# "double sink" = 1.5
# "dual sink" = 1.5
# "double" = 1.5
# "two sinks" = 1.5
# "has two sinks" = 1.5
# "double vanity" = 1.5
# "wide" = 1.4
# "small" = 0.7
# [joints.drawer]
# reach = 0.75
# ///
from scene.language import *
from scene.language.modelling import block, darker, finish, fitted, moved, pipe, rod, tray


@register("a drawer with a bar handle")
def drawer(width, height, depth, inside, look, metal):
    """`inside`: how high its box is."""
    return concat_shapes(
        block((0, 0, 0), (width, height, 0.02), *look),
        tray((0, 0.015, -0.01 - depth / 2), (width - 0.04, inside, depth), 0.008, *look),
        rod((-0.07, height * 0.7, 0.028), (0.07, height * 0.7, 0.028), 0.006, *metal),
    )


@register("a rectangular basin")
def basin(width, depth, height, look):
    wall = 0.014
    return concat_shapes(
        block((0, 0, 0), (width, wall, depth), *look),
        *[block((s * (width - wall) / 2, 0, 0), (wall, height, depth), *look) for s in (-1, 1)],
        *[block((0, 0, t * (depth - wall) / 2), (width, height, wall), *look) for t in (-1, 1)],
        rod((0, wall, 0), (0, wall + 0.004, 0), 0.022, *finish("chrome")),
    )


@register("a tap")
def tap(look):
    return concat_shapes(
        rod((0, 0, 0), (0, 0.015, 0), 0.025, *look),
        pipe([(0, 0, 0), (0, 0.17, 0), (0, 0.19, 0.03), (0, 0.185, 0.12), (0, 0.16, 0.13)], 0.012, *look),
        rod((0, 0.2, 0), (0, 0.24, -0.02), 0.007, *look),
    )


@register("a bathroom vanity with a sink set in its top")
def vanity(
    *, width=0.9, depth=0.5, height=1.08, sinks=1, body="oak", paint=None, top="marble", top_color=None, tap="chrome"
) -> Shape:
    wood, slab, metal = finish(body, paint), finish(top, top_color), finish(tap)
    dark = darker(wood[0], 0.5), wood[1]
    china = finish("porcelain")
    under, foot, d = 0.82, 0.14, depth - 0.03
    z0 = -depth / 2 + d / 2
    bw, bd, bz = min(0.5, width / sinks - 0.16), min(0.32, depth * 0.64), depth * 0.07
    each = width / sinks
    parts = [
        block((s * (width / 2 - 0.03), 0, z0 + t * (d / 2 - 0.03)), (0.05, foot, 0.05), *wood)
        for s in (-1, 1)
        for t in (-1, 1)
    ]
    inner = z0 + d / 2 - 0.025
    parts.append(block((0, foot + 0.004, z0 - 0.01), (width - 0.01, 0.012, d - 0.03), *dark))
    parts.append(block((0, under - 0.271, inner - 0.01), (width - 0.05, 0.012, 0.02), *dark))
    parts += [
        block((each * (i - sinks / 2), foot + 0.016, z0 - 0.01), (0.034, under - foot - 0.016, d - 0.03), *dark)
        for i in range(1, sinks)
    ]
    parts += [block((s * (width / 2 - 0.013), foot, z0), (0.022, under - foot, d), *wood) for s in (-1, 1)]
    parts.append(block((0, foot, -depth / 2 + 0.012), (width - 0.02, under - foot, 0.02), *wood))
    rear, near = depth / 2 + bz - bd / 2, depth / 2 - bz - bd / 2
    parts += [
        block((0, under, -depth / 2 + rear / 2), (width, 0.03, rear), *slab),
        block((0, under, depth / 2 - near / 2), (width, 0.03, near), *slab),
    ]
    parts.append(block((0, under + 0.03, -depth / 2 + 0.0075), (width, 0.07, 0.015), *slab))
    for i in range(sinks):
        x = each * (i - (sinks - 1) / 2)
        side = (each - bw) / 2
        parts += [block((x + s * (each - side) / 2, under, bz), (side, 0.03, bd), *slab) for s in (-1, 1)]
        parts.append(place("basin", at=(x, under + 0.034 - 0.13, bz), width=bw, depth=bd, height=0.13, look=china))
        parts.append(moved(library_call("tap", look=metal), (x, under + 0.03, -depth / 2 + 0.07)))
        # the fronts end a millimetre from the sides; the upper drawer's box is below the basin
        left, right = x - each / 2 + (0.025 if i == 0 else 0.02), x + each / 2 - (0.025 if i == sinks - 1 else 0.02)
        for y, tall, inside in (
            (under - 0.26, 0.25, 0.13),
            (foot + 0.005, under - foot - 0.275, under - foot - 0.33),
        ):
            leaf = library_call(
                "drawer",
                width=right - left,
                height=tall,
                depth=d - 0.06,
                inside=inside,
                look=wood,
                metal=finish("black metal"),
            )
            parts.append(moved(leaf, ((left + right) / 2, y, z0 + d / 2 - 0.012)))
    return fitted(concat_shapes(*parts), width, height, depth)
