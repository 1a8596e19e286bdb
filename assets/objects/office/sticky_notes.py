# /// asset
# word = "sticky notes"
# synonyms = ["sticky note", "post-it notes", "post-it note", "post-it", "notepad cube", "memo cube"]
# stands_for = [
#     "eraser", "erasers", "rubber eraser", "pencil sharpener", "sharpener", "stamp", "rubber stamp", "postage stamp",
#     "ink pad", "business card holder",
# ]
# phrase = "a block of coloured sticky notes"
# category = "office"
# support = "surface"
# [colors]
# paper = [0.98, 0.88, 0.35]
# ///
from scene.language import *


def box(center, size, color, material=None):
    return transform_shape(
        primitive_call("cube", {"scale": size}, color=color, material=material), translation_matrix(center)
    )


def moved(shape, at, turn=0.0, axis=(0, 1, 0)):
    """The shape turned about the origin, in radians, and then moved to `at`."""
    return transform_shape(shape, translation_matrix(at) @ rotation_matrix(turn, axis, (0, 0, 0)))


def fitted(shape, width, height, depth):
    """The shape stretched to exactly its stated size, its base centred on the origin."""
    low, size = compute_shape_min(shape), compute_shape_sizes(shape)
    middle = translation_matrix((-low[0] - size[0] / 2, -low[1], -low[2] - size[2] / 2))
    return transform_shape(
        shape, scale_matrix((width / size[0], height / size[1], depth / size[2]), (0, 0, 0)) @ middle
    )


@register("the coloured layers")
def layers(*, paper):
    tones = (paper, (0.95, 0.6, 0.7), (0.6, 0.82, 0.9), (0.7, 0.88, 0.55))
    return concat_shapes(
        *[box((0, 0.004 + 0.0088 * i, 0), (0.076, 0.0088, 0.076), tones[3 - i % 4]) for i in range(4)],
        moved(box((0, 0, 0.038), (0.076, 0.0008, 0.076), paper), (0, 0.0355, -0.038), -0.09, (1, 0, 0)),
    )


@register("a block of coloured sticky notes")
def sticky_notes(*, width=0.08, height=0.04, depth=0.08, paper=(0.98, 0.88, 0.35)):
    whole = library_call("layers", paper=paper)
    return fitted(whole, width, height, depth)
