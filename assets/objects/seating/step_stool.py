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


def box(size, at, look):
    """A block of `size` standing with the centre of its underside at `at`."""
    block = primitive_call("cube", {"scale": size}, color=look[0], material=look[1])
    return transform_shape(block, translation_matrix((at[0], at[1] + size[1] / 2, at[2])))


def finish(word, paint=None):
    """The look of a material: its own colour, or `paint` where one is given."""
    color, material = surface(word)
    return (color if paint is None else paint), material


def fitted(shape, width, height, depth):
    """The shape stretched to exactly its stated size, its base centred on the origin."""
    low, size = compute_shape_min(shape), compute_shape_sizes(shape)
    middle = translation_matrix((-low[0] - size[0] / 2, -low[1], -low[2] - size[2] / 2))
    return transform_shape(
        shape, scale_matrix((width / size[0], height / size[1], depth / size[2]), (0, 0, 0)) @ middle
    )


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
