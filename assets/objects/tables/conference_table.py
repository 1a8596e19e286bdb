# /// asset
# word = "conference table"
# synonyms = ["meeting table", "boardroom table", "meeting room table", "board table"]
# category = "tables"
# support = "floor"
# clearance = {front = 0.9, back = 0.9, left = 0.6, right = 0.6}
# colors = ["paint", "base_color"]
# materials = ["top", "base"]
# [variants]
# shape = {"round" = "round", "circular" = "round", "rectangular" = "long", "oval" = "long"}
# width = {"round" = 1.5, "circular" = 1.5, "large" = 3.2, "small" = 1.8}
# depth = {"round" = 1.5, "circular" = 1.5}
# ///
from scene.language import *
from scene.language.modelling import block, finish, fitted, rod


@register("the top, round at its ends")
def top(width, depth, shape, look):
    if shape == "round":
        return rod((0, 0, 0), (0, 0.04, 0), width / 2, *look)
    r = depth / 2
    return concat_shapes(
        block((0, 0, 0), (width - 2 * r, 0.04, depth), *look),
        *[rod((s * (width / 2 - r), 0, 0), (s * (width / 2 - r), 0.04, 0), r, *look) for s in (-1, 1)],
    )


@register("a panel base")
def base(depth, height, look):
    return concat_shapes(
        block((0, 0, 0), (0.5, 0.03, depth), *look),
        block((0, 0, 0), (0.3, height, depth * 0.55), *look),
    )


@register("a flap over the cable sockets")
def cable_port(look):
    return block((0, 0, 0), (0.3, 0.004, 0.12), *look)


@register("a long boat-shaped conference table on two panel bases")
def conference_table(
    *,
    width=2.6,
    depth=1.1,
    height=0.75,
    shape="long",
    top="walnut",
    paint=None,
    base="dark wood",
    base_color=None,
) -> Shape:
    wood, dark = finish(top, paint), finish(base, base_color)
    under = height - 0.044
    parts = [place("top", at=(0, under, 0), width=width, depth=depth, shape=shape, look=wood)]
    spots = [0] if shape == "round" else [-width * 0.26, width * 0.26]
    parts += [place("base", at=(x, 0, 0), depth=depth * 0.6, height=under, look=dark) for x in spots]
    parts += [place("cable_port", at=(x, under + 0.04, 0), look=finish("black plastic")) for x in spots]
    return fitted(concat_shapes(*parts), width, height, depth)
