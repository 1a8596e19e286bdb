# /// asset
# word = "wall shelf"
# synonyms = [
#     "floating shelf", "wall-mounted shelf", "floating shelves", "mounted shelf", "ledge", "picture ledge",
#     "wall mounted bookshelf", "speaker shelf", "hanging shelf", "pantry shelf",
# ]
# category = "storage"
# support = "wall"
# colors = ["paint", "bracket_color"]
# materials = ["board", "brackets"]
# [variants]
# levels = {"single" = 1, "one tier" = 1, "ledge" = 1, "three tier" = 3}
# height = {"single" = 0.16, "one tier" = 0.16, "ledge" = 0.16, "three tier" = 0.86}
# ///
from scene.language import *
from scene.language.modelling import block, finish, fitted, moved, rod


@register("a shelf board")
def shelf(width, depth, look):
    return block((0, 0, 0), (width, 0.03, depth), *look)


@register("a metal bracket")
def bracket(depth, look):
    return concat_shapes(
        block((0, -0.13, -depth / 2 + 0.003), (0.025, 0.13, 0.006), *look),
        block((0, -0.006, -depth * 0.075), (0.025, 0.006, depth * 0.85), *look),
        rod((0, -0.11, -depth / 2 + 0.006), (0, -0.006, depth * 0.28), 0.006, *look),
    )


@register("a pair of floating wall shelves on brackets")
def wall_shelf(
    *, width=0.9, depth=0.22, height=0.51, levels=2, board="oak", paint=None, brackets="black metal", bracket_color=None
) -> Shape:
    wood, metal = finish(board, paint), finish(brackets, bracket_color)
    parts = []
    for i in range(levels):
        y = 0.13 + 0.35 * i
        parts.append(place("shelf", at=(0, y, 0), width=width, depth=depth, look=wood))
        arm = library_call("bracket", depth=depth, look=metal)
        parts += [moved(arm, (s * width * 0.36, y, 0)) for s in (-1, 1)]
    return fitted(concat_shapes(*parts), width, height, depth)
