# /// asset
# word = "step stool"
# synonyms = ["stepstool", "two-step stool", "kids step stool", "step ladder stool"]
# category = "seating"
# support = "floor"
# colors = ["paint"]
# materials = ["frame"]
# ///
from scene.language import *
from scene.language.modelling import block, finish, fitted


@register("a side panel cut like stairs")
def side(depth, height, look):
    return concat_shapes(
        block((0, 0, 0), (0.022, height * 0.5, depth), *look),
        block((0, 0, -depth * 0.25), (0.022, height, depth * 0.5), *look),
    )


@register("a tread to step on")
def tread(width, depth, look):
    return block((0, 0, 0), (width, 0.022, depth), *look)


@register("a wooden step stool with two steps")
def step_stool(*, width=0.42, depth=0.4, height=0.42, frame="pine", paint=None) -> Shape:
    wood = finish(frame, paint)
    parts = [place("side", at=(s * 0.18, 0, 0), depth=0.38, height=0.398, look=wood) for s in (-1, 1)]
    parts.append(place("tread", at=(0, 0.398, -0.095), width=0.42, depth=0.21, look=wood))
    parts.append(place("tread", at=(0, 0.199, 0.1), width=0.42, depth=0.2, look=wood))
    parts += [
        block((0, y, z), (0.35, 0.06, 0.018), *wood)
        for y, z in ((0.335, -0.01), (0.335, -0.17), (0.14, 0.17), (0.1, -0.17))
    ]
    return fitted(concat_shapes(*parts), width, height, depth)
