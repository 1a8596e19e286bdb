# /// asset
# word = "room divider"
# synonyms = [
#     "folding screen", "privacy screen", "shoji screen", "divider", "partition screen", "bamboo screen",
#     "japanese screen", "changing screen", "screen divider", "partition", "folding partition",
# ]
# stands_for = [
#     "glass partition", "cubicle", "office cubicle", "cubicle partition", "privacy curtain", "hospital curtain",
#     "cubicle wall",
# ]
# category = "storage"
# support = "floor"
# colors = ["frame_color", "panel_color"]
# materials = ["frame", "panel"]
# [variants]
# panels = {"four panel" = 4}
# width = {"four panel" = 1.85}
# ///
import math

from scene.language import *
from scene.language.modelling import block, finish, fitted, moved


@register("one panel: a grid of laths over paper")
def leaf(width, height, look, paper):
    bar = 0.03
    parts = [block((s * (width - bar) / 2, 0, 0), (bar, height, 0.025), *look) for s in (-1, 1)]
    parts += [block((0, y, 0), (width - 2 * bar, bar, 0.025), *look) for y in (0.05, height * 0.26, height - bar)]
    parts.append(block((0, height * 0.26 + bar * 0.5, 0), (width - 2 * bar, height * 0.74 - bar, 0.004), *paper))
    parts.append(block((0, 0.05, 0), (width - 2 * bar, height * 0.26 - 0.05, 0.012), *look))
    parts += [
        block(((width - 2 * bar) / 3 * (i - 0.5), height * 0.26, 0), (0.008, height * 0.73, 0.012), *look)
        for i in (0, 1)
    ]
    rows = 5
    parts += [
        block((0, height * (0.26 + 0.74 * (i + 1) / (rows + 1)), 0), (width - 2 * bar, 0.008, 0.012), *look)
        for i in range(rows)
    ]
    return concat_shapes(*parts)


@register("a folding screen of three papered panels")
def room_divider(
    *, width=1.4, depth=0.3, height=1.75, panels=3, frame="dark wood", frame_color=None, panel="paper", panel_color=None
) -> Shape:
    wood, paper = finish(frame, frame_color), finish(panel, panel_color)
    each, fold = 0.5, 0.35
    one = library_call("leaf", width=each, height=height, look=wood, paper=paper)
    step = each * math.cos(fold)
    parts = []
    for i in range(panels):
        angle = fold if i % 2 == 0 else -fold
        parts.append(moved(one, (step * (i - (panels - 1) / 2), 0, 0), angle))
    return fitted(concat_shapes(*parts), width, height, depth)
