# /// asset
# word = "clipboard"
# synonyms = ["clip board", "checklist", "medical chart", "patient chart", "notepad on a clipboard"]
# stands_for = ["order pad", "scorecard"]
# category = "office"
# support = "surface"
# materials = ["wood"]
# ///
from scene.language import *
from scene.language.modelling import box, fitted, rod


@register("the board with its sheet")
def board_part(*, wood):
    look = surface(wood)
    lines = [
        box((0, 0.0068, -0.08 + 0.022 * i), (0.15 - 0.03 * (i % 3 == 2), 0.0004, 0.0022), (0.45, 0.48, 0.55))
        for i in range(10)
    ]
    return concat_shapes(
        box((0, 0.002, 0), (0.23, 0.004, 0.32), *look),
        box((0, 0.0055, 0.012), (0.2, 0.002, 0.28), (0.98, 0.98, 0.97)),
        *lines,
    )


@register("the clip")
def clip():
    steel = surface("chrome")
    return concat_shapes(
        box((0, 0.009, -0.14), (0.1, 0.008, 0.026), *steel),
        rod((-0.05, 0.012, -0.15), (0.05, 0.012, -0.15), 0.007, *steel),
        box((0, 0.018, -0.158), (0.05, 0.004, 0.02), *steel),
    )


@register("a clipboard with a sheet")
def clipboard(*, width=0.23, height=0.022, depth=0.33, wood="walnut"):
    whole = concat_shapes(library_call("board_part", wood=wood), library_call("clip"))
    return fitted(whole, width, height, depth)
