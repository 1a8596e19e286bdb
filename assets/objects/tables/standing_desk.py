# /// asset
# word = "standing desk"
# synonyms = [
#     "height-adjustable desk", "adjustable desk", "sit-stand desk", "electric desk", "adjustable computer desk",
#     "height adjustable desk",
# ]
# category = "tables"
# support = "floor"
# clearance = {front = 0.8}
# colors = ["paint", "frame_color"]
# materials = ["top", "frame"]
# ///
from scene.language import *
from scene.language.modelling import block, finish, fitted, moved


@register("a telescopic column on its foot")
def column(depth, height, look, steel):
    return concat_shapes(
        block((0, 0, 0), (0.08, 0.03, depth - 0.08), *look),
        block((0, 0.03, 0), (0.09, height * 0.5, 0.06), *look),
        block((0, height * 0.5, 0), (0.075, height * 0.35, 0.048), *steel),
        block((0, height * 0.7, 0), (0.06, height * 0.3, 0.036), *look),
        block((0, height - 0.03, 0), (0.06, 0.03, depth * 0.8), *look),
    )


@register("the top with its control panel")
def top(width, depth, look, dark):
    return concat_shapes(
        block((0, 0, 0), (width, 0.028, depth), *look),
        block((width * 0.36, -0.018, depth / 2 - 0.02), (0.12, 0.018, 0.03), *dark),
    )


@register("a height-adjustable standing desk on two lifting columns")
def standing_desk(
    *, width=1.4, depth=0.7, height=1.08, top="birch", paint=None, frame="white metal", frame_color=None
) -> Shape:
    wood, metal = finish(top, paint), finish(frame, frame_color)
    under = height - 0.028
    parts = [
        place("column", at=(s * (width / 2 - 0.25), 0, 0), depth=depth, height=under, look=metal, steel=finish("steel"))
        for s in (-1, 1)
    ]
    parts.append(block((0, under - 0.04, 0), (width - 0.5, 0.04, 0.06), *metal))
    board = library_call("top", width=width, depth=depth, look=wood, dark=finish("black plastic"))
    parts.append(moved(board, (0, under, 0)))
    return fitted(concat_shapes(*parts), width, height, depth)
