# /// asset
# word = "standing desk"
# synonyms = [
#     "height-adjustable desk", "adjustable desk", "sit-stand desk", "electric desk", "adjustable computer desk",
#     "height adjustable desk",
# ]
# phrase = "a height-adjustable standing desk on two lifting columns"
# category = "tables"
# support = "floor"
# clearance = {front = 0.8}
# [colors]
# paint = [0.875, 0.78, 0.612]
# frame_color = [0.925, 0.929, 0.929]
# [materials]
# top = "birch"
# frame = "white metal"
# ///
from scene.language import *
from scene.language.modelling import finish, fitted


def box(size, at, look):
    """A block of `size` standing with the centre of its underside at `at`."""
    block = primitive_call("cube", {"scale": size}, color=look[0], material=look[1])
    return transform_shape(block, translation_matrix((at[0], at[1] + size[1] / 2, at[2])))


def rod(p0, p1, radius, look):
    return primitive_call("cylinder", {"radius": radius, "p0": p0, "p1": p1}, color=look[0], material=look[1])


@register("a telescopic column on its foot")
def column(depth, height, look, steel):
    return concat_shapes(
        box((0.08, 0.03, depth - 0.08), (0, 0, 0), look),
        box((0.09, height * 0.5, 0.06), (0, 0.03, 0), look),
        box((0.075, height * 0.35, 0.048), (0, height * 0.5, 0), steel),
        box((0.06, height * 0.3, 0.036), (0, height * 0.7, 0), look),
        box((0.06, 0.03, depth * 0.8), (0, height - 0.03, 0), look),
    )


@register("the top with its control panel")
def top(width, depth, look, dark):
    return concat_shapes(
        box((width, 0.028, depth), (0, 0, 0), look),
        box((0.12, 0.018, 0.03), (width * 0.36, -0.018, depth / 2 - 0.02), dark),
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
    parts.append(box((width - 0.5, 0.04, 0.06), (0, under - 0.04, 0), metal))
    board = library_call("top", width=width, depth=depth, look=wood, dark=finish("black plastic"))
    parts.append(transform_shape(board, translation_matrix((0, under, 0))))
    return fitted(concat_shapes(*parts), width, height, depth)
