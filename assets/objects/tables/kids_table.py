# /// asset
# word = "kids table"
# synonyms = [
#     "children's table", "play table", "activity table", "toddler table", "art table", "kids activity table",
#     "child-sized table", "nursery table", "child-sized desk", "puzzle table", "kids desk",
# ]
# category = "tables"
# support = "floor"
# colors = ["paint", "leg_color"]
# materials = ["top", "legs"]
# ///
from scene.language import *
from scene.language.modelling import block, ellipsoid, finish, fitted, rod


@register("the round-cornered top")
def top(width, depth, look):
    r = 0.09
    parts = [
        block((0, 0, 0), (width, 0.03, depth - 2 * r), *look),
        block((0, 0, 0), (width - 2 * r, 0.03, depth), *look),
    ]
    parts += [
        rod((s * (width / 2 - r), 0, t * (depth / 2 - r)), (s * (width / 2 - r), 0.03, t * (depth / 2 - r)), r, *look)
        for s in (-1, 1)
        for t in (-1, 1)
    ]
    return concat_shapes(*parts)


@register("a chunky leg with a round foot")
def leg(height, look):
    return concat_shapes(
        rod((0, 0.02, 0), (0, height, 0), 0.03, *look), ellipsoid((0, 0.03, 0), (0.042, 0.03, 0.042), *look)
    )


@register("a sheet of paper with a child's drawing")
def drawing(look):
    sun, grass = ((0.95, 0.75, 0.2), look[1]), ((0.35, 0.65, 0.3), look[1])
    return concat_shapes(
        block((0, 0, 0), (0.28, 0.002, 0.2), *look),
        rod((0.07, 0.002, -0.04), (0.07, 0.004, -0.04), 0.03, *sun),
        block((0, 0.002, 0.06), (0.24, 0.002, 0.04), *grass),
        block((-0.05, 0.002, 0.01), (0.07, 0.002, 0.06), (0.8, 0.3, 0.25), look[1]),
    )


@register("a crayon")
def crayon(look):
    return rod((-0.04, 0.007, 0), (0.04, 0.007, 0), 0.007, *look)


@register("a low children's table with round corners and bright legs")
def kids_table(
    *, width=0.8, depth=0.6, height=0.5, top="sky blue plastic", paint=None, legs="yellow plastic", leg_color=None
) -> Shape:
    upper, lower = finish(top, paint), finish(legs, leg_color)
    under = 0.465
    parts = [place("top", at=(0, under, 0), width=width, depth=depth, look=upper)]
    parts += [
        place("leg", at=(s * (width / 2 - 0.1), 0, t * (depth / 2 - 0.1)), height=under, look=lower)
        for s in (-1, 1)
        for t in (-1, 1)
    ]
    sheet = concat_shapes(
        place("drawing", at=(-0.08, 0.495, 0.05), look=finish("paper")),
        place("crayon", at=(0.17, 0.495, 0.04), turn=30, look=finish("red plastic")),
        place("crayon", at=(0.2, 0.495, 0.1), turn=-50, look=finish("green plastic")),
    )
    return fitted(concat_shapes(*parts, sheet), width, height, depth)
