# /// asset
# word = "dining table"
# synonyms = [
#     "table", "kitchen table", "family table", "breakfast table", "tasting table", "reading table", "patio table",
# ]
# category = "tables"
# support = "floor"
# clearance = {front = 0.6, back = 0.6, left = 0.6, right = 0.6}
# colors = ["paint", "leg_color"]
# materials = ["top", "legs"]
# [variants]
# extendable = {"extendable" = true, "extending" = true, "expandable" = true, "drop leaf" = true}
# width = {"square" = 1.0, "round" = 1.2, "circular" = 1.2, "small" = 1.1, "large" = 2.0, "long" = 2.2}
# depth = {"square" = 1.0, "round" = 1.2, "circular" = 1.2, "small" = 0.75, "large" = 1.0}
# [variants.shape]
# "rectangular" = "rectangular"
# "square" = "square"
# "round" = "round"
# "circular" = "round"
# "oval" = "oval"
# "farmhouse" = "farmhouse"
# "farmhouse style" = "farmhouse"
# "turned legs" = "turned"
# ///
from scene.language import *
from scene.language.modelling import block, darker, ellipsoid, finish, fitted, moved, rod, stretched, taper


@register("the table top")
def top(width, depth, shape, look):
    if shape in ("round", "oval"):
        disc = concat_shapes(
            rod((0, 0, 0), (0, 0.016, 0), width / 2 - 0.012, *look), rod((0, 0.008, 0), (0, 0.035, 0), width / 2, *look)
        )
        return stretched(disc, (1, 1, depth / width))
    if shape == "farmhouse":
        plank = depth / 5
        boards = [block((0, 0, plank * (i - 2)), (width - 0.2, 0.045, plank - 0.006), *look) for i in range(5)]
        ends = [block((s * (width / 2 - 0.049), 0, 0), (0.098, 0.045, depth), *look) for s in (-1, 1)]
        return concat_shapes(*boards, *ends)
    return block((0, 0, 0), (width, 0.035, depth), *look)


@register("the seams round the leaf that lengthens the table")
def leaf_seams(depth, look):
    dark = darker(look[0], 0.4), look[1]
    return concat_shapes(*[block((s * 0.22, 0, 0), (0.005, 0.002, depth - 0.002), *dark) for s in (-1, 1)])


@register("a table leg")
def leg(height, style, look):
    if style == "round":
        return taper((0, height, 0), (0, 0, 0), 0.045, 0.022, *look)
    if style == "turned":
        beads = [(0.12, 0.03), (0.3, 0.042), (0.45, 0.034), (0.6, 0.045), (0.7, 0.03)]
        return concat_shapes(
            block((0, height * 0.8, 0), (0.08, height * 0.2, 0.08), *look),
            rod((0, 0, 0), (0, height * 0.8, 0), 0.024, *look),
            ellipsoid((0, 0.03, 0), (0.034, 0.03, 0.034), *look),
            *[ellipsoid((0, height * f, 0), (r, 0.06, r), *look) for f, r in beads],
        )
    thick = 0.09 if style == "farmhouse" else 0.065
    return block((0, 0, 0), (thick, height, thick), *look)


@register("the rail under the top")
def apron(width, depth, look):
    long_sides = [block((0, 0, s * depth / 2), (width, 0.08, 0.022), *look) for s in (-1, 1)]
    short_sides = [block((s * width / 2, 0, 0), (0.022, 0.08, depth), *look) for s in (-1, 1)]
    return concat_shapes(*long_sides, *short_sides)


@register("a dining table on four legs")
def dining_table(
    *,
    width=1.6,
    depth=0.9,
    height=0.75,
    shape="rectangular",
    extendable=False,
    top="oak",
    paint=None,
    legs="oak",
    leg_color=None,
) -> Shape:
    upper = finish(top, paint)
    lower = finish(legs, paint if leg_color is None else leg_color)
    under = height - (0.045 if shape == "farmhouse" else 0.035)
    parts = [place("top", at=(0, under, 0), width=width, depth=depth, shape=shape, look=upper)]
    if extendable:
        seams = library_call("leaf_seams", depth=depth * (0.9 if shape in ("round", "oval") else 1.0), look=upper)
        parts.append(moved(seams, (0, height - 0.0015, 0)))
    if shape in ("round", "oval"):
        spots = [(s * width * 0.3, t * depth * 0.3) for s in (-1, 1) for t in (-1, 1)]
        style = "round"
    else:
        spots = [(s * (width / 2 - 0.09), t * (depth / 2 - 0.08)) for s in (-1, 1) for t in (-1, 1)]
        style = shape if shape in ("farmhouse", "turned") else "square"
        parts.append(place("apron", at=(0, under - 0.08, 0), width=width - 0.2, depth=depth - 0.17, look=lower))
    parts += [place("leg", at=(x, 0, z), height=under, style=style, look=lower) for x, z in spots]
    return fitted(concat_shapes(*parts), width, height, depth)
