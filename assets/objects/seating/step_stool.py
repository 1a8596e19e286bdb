# /// asset
# word = "step stool"
# synonyms = ["stepstool", "two-step stool", "kids step stool", "step ladder stool"]
# phrase = "a wooden step stool with two steps"
# category = "seating"
# support = "floor"
# [colors]
# paint = [0.847, 0.698, 0.478]
# [materials]
# frame = "pine"
# ///
from scene.language import *
from scene.language.modelling import finish, fitted


def box(size, at, look):
    """A block of `size` standing with the centre of its underside at `at`."""
    block = primitive_call("cube", {"scale": size}, color=look[0], material=look[1])
    return transform_shape(block, translation_matrix((at[0], at[1] + size[1] / 2, at[2])))


@register("a side panel cut like stairs")
def side(depth, height, look):
    return concat_shapes(
        box((0.022, height * 0.5, depth), (0, 0, 0), look),
        box((0.022, height, depth * 0.5), (0, 0, -depth * 0.25), look),
    )


@register("a tread to step on")
def tread(width, depth, look):
    return box((width, 0.022, depth), (0, 0, 0), look)


@register("a wooden step stool with two steps")
def step_stool(*, width=0.42, depth=0.4, height=0.42, frame="pine", paint=None) -> Shape:
    wood = finish(frame, paint)
    parts = [place("side", at=(s * 0.18, 0, 0), depth=0.38, height=0.398, look=wood) for s in (-1, 1)]
    parts.append(place("tread", at=(0, 0.398, -0.095), width=0.42, depth=0.21, look=wood))
    parts.append(place("tread", at=(0, 0.199, 0.1), width=0.42, depth=0.2, look=wood))
    parts += [
        box((0.35, 0.06, 0.018), (0, y, z), wood)
        for y, z in ((0.335, -0.01), (0.335, -0.17), (0.14, 0.17), (0.1, -0.17))
    ]
    return fitted(concat_shapes(*parts), width, height, depth)
