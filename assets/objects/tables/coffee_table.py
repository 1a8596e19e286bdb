# /// asset
# word = "coffee table"
# synonyms = ["cocktail table", "living room table", "centre table", "center table", "tea table", "sofa table"]
# stands_for = ["kotatsu table"]
# category = "tables"
# support = "floor"
# clearance = {front = 0.35, back = 0.35}
# colors = ["paint", "leg_color"]
# materials = ["top", "legs"]
# [variants]
# width = {"square" = 0.85, "round" = 0.85, "circular" = 0.85, "small" = 0.8, "large" = 1.3}
# depth = {"square" = 0.85, "round" = 0.85, "circular" = 0.85, "small" = 0.5, "large" = 0.75}
# [variants.shape]
# "rectangular" = "rectangular"
# "square" = "square"
# "round" = "round"
# "circular" = "round"
# "oval" = "oval"
# "kidney shaped" = "kidney"
# "curved" = "kidney"
# ///
from scene.language import *
from scene.language.modelling import block, finish, fitted, moved, rod, stretched, taper


@register("the table top")
def top(width, depth, shape, look):
    if shape == "kidney":
        lobes = ((-0.26, 0.0, 0.48, 1.0), (0.0, 0.12, 0.7, 0.76), (0.26, 0.0, 0.48, 1.0))
        return concat_shapes(
            *[
                moved(
                    stretched(rod((0, 0, 0), (0, 0.03, 0), 1.0, *look), (w * width / 2, 1, d * depth / 2)),
                    (x * width, 0.0004 * i, z * depth),
                )
                for i, (x, z, w, d) in enumerate(lobes)
            ]
        )
    if shape in ("round", "oval"):
        disc = concat_shapes(
            rod((0, 0, 0), (0, 0.014, 0), width / 2 - 0.01, *look), rod((0, 0.008, 0), (0, 0.03, 0), width / 2, *look)
        )
        return stretched(disc, (1, 1, depth / width))
    return block((0, 0, 0), (width, 0.03, depth), *look)


@register("a splayed tapered leg")
def leg(foot, top, look):
    return taper(top, foot, 0.027, 0.014, *look)


@register("the shelf under the top")
def shelf(width, depth, shape, look):
    if shape in ("round", "oval", "kidney"):
        return stretched(rod((0, 0, 0), (0, 0.018, 0), width / 2, *look), (1, 1, depth / width))
    return block((0, 0, 0), (width, 0.018, depth), *look)


@register("a low coffee table with a shelf under the top")
def coffee_table(
    *,
    width=1.1,
    depth=0.6,
    height=0.42,
    shape="rectangular",
    top="walnut",
    paint=None,
    legs="walnut",
    leg_color=None,
) -> Shape:
    upper = finish(top, paint)
    lower = finish(legs, paint if leg_color is None else leg_color)
    under = height - 0.03
    k = 0.43 if shape in ("rectangular", "square") else 0.31
    x, z = width * k, depth * k
    corners = [(s, t) for s in (-1, 1) for t in (-1, 1)]
    parts = [place("top", at=(0, under, 0), width=width, depth=depth, shape=shape, look=upper)]
    parts += [
        library_call(
            "leg", foot=(s * (x + 0.02), 0, t * (z + 0.015)), top=(s * (x - 0.03), under, t * (z - 0.02)), look=lower
        )
        for s, t in corners
    ]
    parts.append(
        place("shelf", at=(0, height * 0.36, 0), width=2 * x - 0.01, depth=2 * z - 0.01, shape=shape, look=lower)
    )
    return fitted(concat_shapes(*parts), width, height, depth)
