# /// asset
# word = "glass desk"
# synonyms = ["glass-top desk"]
# category = "tables"
# support = "floor"
# clearance = {front = 0.8}
# colors = ["frame_color", "top_color"]
# materials = ["frame", "top"]
# ///
from scene.language import *
from scene.language.modelling import block, finish, fitted, rod


@register("an A-shaped trestle")
def trestle(depth, height, look):
    z = depth / 2 - 0.04
    parts = [rod((0.09 * s, 0, t * z), (0.02 * s, height, t * z), 0.015, *look) for s in (-1, 1) for t in (-1, 1)]
    parts += [rod((0.075 * s, height * 0.15, -z), (0.075 * s, height * 0.15, z), 0.012, *look) for s in (-1, 1)]
    parts.append(block((0, height - 0.03, 0), (0.06, 0.03, depth - 0.04), *look))
    return concat_shapes(*parts)


@register("the glass top")
def top(width, depth, look):
    return block((0, 0, 0), (width, 0.012, depth), *look)


@register("a minimalist desk with a glass top on metal trestles")
def glass_desk(
    *, width=1.4, depth=0.7, height=0.75, frame="black metal", frame_color=None, top="glass", top_color=None
) -> Shape:
    metal, pane = finish(frame, frame_color), finish(top, top_color)
    parts = [
        place("trestle", at=(s * (width / 2 - 0.2), 0, 0), depth=depth, height=height - 0.012, look=metal)
        for s in (-1, 1)
    ]
    parts.append(place("top", at=(0, height - 0.012, 0), width=width, depth=depth, look=pane))
    return fitted(concat_shapes(*parts), width, height, depth)
