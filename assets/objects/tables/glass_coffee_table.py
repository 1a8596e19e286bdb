# /// asset
# word = "glass coffee table"
# synonyms = ["glass-top coffee table"]
# category = "tables"
# support = "floor"
# clearance = {front = 0.35, back = 0.35}
# colors = ["frame_color", "top_color"]
# materials = ["frame", "top"]
# [variants]
# shape = {"rectangular" = "rectangular", "square" = "square", "round" = "round", "circular" = "round"}
# width = {"square" = 0.85, "round" = 0.85, "circular" = 0.85}
# depth = {"square" = 0.85, "round" = 0.85, "circular" = 0.85}
# ///
import math

from scene.language import *
from scene.language.modelling import block, finish, fitted, ring, rod


@register("the glass top")
def top(width, depth, shape, look):
    if shape == "round":
        return rod((0, 0, 0), (0, 0.012, 0), width / 2, *look)
    return block((0, 0, 0), (width, 0.012, depth), *look)


@register("the slim metal frame")
def frame(width, depth, height, shape, look):
    bar = 0.022
    if shape == "round":
        r = width / 2 - 0.02
        hoops = [ring((0, y, 0), r, bar / 2, *look, parts=36) for y in (bar / 2, height - bar / 2)]
        posts = [
            rod((r * math.cos(a), 0.01, r * math.sin(a)), (r * math.cos(a), height, r * math.sin(a)), bar / 2, *look)
            for a in (0.8, 2.37, 3.94, 5.5)
        ]
        return concat_shapes(*hoops, *posts)
    w, d = width - 0.02, depth - 0.02
    parts = [
        block((s * (w - bar) / 2, 0, t * (d - bar) / 2), (bar, height, bar), *look) for s in (-1, 1) for t in (-1, 1)
    ]
    for y in (0, height - bar):
        parts += [block((0, y, t * (d - bar) / 2), (w, bar, bar), *look) for t in (-1, 1)]
        parts += [block((s * (w - bar) / 2, y, 0), (bar, bar, d), *look) for s in (-1, 1)]
    return concat_shapes(*parts)


@register("a coffee table with a glass top on a slim metal frame")
def glass_coffee_table(
    *,
    width=1.1,
    depth=0.6,
    height=0.42,
    shape="rectangular",
    frame="brass",
    frame_color=None,
    top="glass",
    top_color=None,
) -> Shape:
    metal, pane = finish(frame, frame_color), finish(top, top_color)
    parts = [
        library_call("frame", width=width, depth=depth, height=height - 0.012, shape=shape, look=metal),
        place("top", at=(0, height - 0.012, 0), width=width, depth=depth, shape=shape, look=pane),
    ]
    if shape != "round":
        shelf = block((0, 0.02, 0), (width - 0.07, 0.008, depth - 0.07), *pane)
        parts.append(place(shelf, at=(0, 0.012, 0), name="shelf"))
    return fitted(concat_shapes(*parts), width, height, depth)
