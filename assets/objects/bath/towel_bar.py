# /// asset
# word = "towel bar"
# synonyms = ["towel rail", "wall-mounted towel rack", "towel hanger", "wall towel bar", "towel on a rail", "towel on a bar"]
# category = "bath"
# support = "wall"
# colors = ["metal_color", "towel_color"]
# materials = ["metal"]
# [variants]
# towels = {"empty" = false}
# height = {"empty" = 0.07}
# ///
from scene.language import *
from scene.language.modelling import block, darker, finish, fitted, moved, rod


@register("a bracket")
def bracket(look):
    return concat_shapes(rod((0, 0, 0), (0, 0, 0.012), 0.03, *look), rod((0, 0, 0.01), (0, 0, 0.08), 0.011, *look))


@register("a towel over the bar")
def towel(width, front, look):
    band = darker(look[0], 0.82), look[1]
    return concat_shapes(
        block((0, -front, 0.018), (width, front, 0.014), *look),
        block((0, -front * 0.7, -0.018), (width, front * 0.7, 0.014), *look),
        rod((-width / 2, 0, 0), (width / 2, 0, 0), 0.025, *look),
        block((0, -front + 0.05, 0.018), (width + 0.002, 0.03, 0.016), *band),
    )


@register("a towel bar on the wall with a towel")
def towel_bar(
    *, width=0.65, depth=0.1, height=0.55, metal="chrome", metal_color=None, towel_color=(0.93, 0.9, 0.84), towels=True
) -> Shape:
    steel, cotton = finish(metal, metal_color), (towel_color, surface("cotton")[1])
    x = width / 2 - 0.03
    parts = [moved(library_call("bracket", look=steel), (s * x, 0.5, 0)) for s in (-1, 1)]
    parts.append(rod((-x - 0.02, 0.5, 0.075), (x + 0.02, 0.5, 0.075), 0.01, *steel))
    if towels:
        parts.append(moved(library_call("towel", width=0.38, front=0.48, look=cotton), (0.03, 0.5, 0.075)))
    return fitted(concat_shapes(*parts), width, height, depth)
