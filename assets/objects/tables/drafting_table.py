# /// asset
# word = "drafting table"
# synonyms = [
#     "drawing table", "architect table", "drawing desk", "tilting desk", "drafting desk",
# ]
# category = "tables"
# support = "floor"
# clearance = {front = 0.8}
# colors = ["paint", "frame_color"]
# materials = ["board", "frame"]
# ///
from scene.language import *
from scene.language.modelling import block, finish, fitted, moved, rod


@register("one side of the frame")
def side(height, look):
    return concat_shapes(
        block((0, 0, 0), (0.045, 0.04, 0.62), *look),
        block((0, 0.03, -0.04), (0.045, height * 0.78, 0.05), *look),
        rod((0, height * 0.34, -0.03), (0, height * 0.62, 0.24), 0.013, *look),
    )


@register("the tilted drawing board")
def board(width, depth, look, paper, steel):
    return concat_shapes(
        block((0, 0, 0), (width, 0.028, depth), *look),
        block((0, 0.0, depth / 2 + 0.01), (width, 0.04, 0.02), *look),
        block((-width * 0.08, 0.028, -depth * 0.03), (width * 0.56, 0.003, depth * 0.62), *paper),
        block((0, 0.03, depth * 0.12), (width * 0.94, 0.008, 0.045), *steel),
        block((width * 0.1, 0.036, -depth * 0.08), (0.045, 0.008, 0.26), *steel),
    )


@register("a drafting table with a tilted board, a paper and a ruler")
def drafting_table(
    *, width=1.2, depth=0.85, height=1.0, board="birch", paint=None, frame="black metal", frame_color=None
) -> Shape:
    wood, metal = finish(board, paint), finish(frame, frame_color)
    x = width / 2 - 0.14
    parts = [moved(library_call("side", height=0.95, look=metal), (s * x, 0, 0)) for s in (-1, 1)]
    parts += [rod((-x, y, -0.04), (x, y, -0.04), 0.018, *metal) for y in (0.18, 0.6)]
    top = library_call("board", width=width, depth=0.78, look=wood, paper=finish("paper"), steel=finish("acrylic"))
    parts.append(moved(top, (0, 0.76, 0), 0.5, (1, 0, 0)))
    return fitted(concat_shapes(*parts), width, height, depth)
