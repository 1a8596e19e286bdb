# /// asset
# word = "crate"
# synonyms = [
#     "wooden crate", "wine crate", "fruit crate", "apple crate", "vegetable crate", "packing crate",
#     "produce crate", "wood crate", "slatted crate", "crates",
# ]
# stands_for = ["pallet", "milk crate", "plastic crate"]
# phrase = "an open slatted crate"
# category = "storage"
# support = "floor"
# [colors]
# paint = [0.847, 0.698, 0.478]
# [materials]
# frame = "pine"
# ///
from scene.language import *


def box(center, size, color, material=None):
    return transform_shape(
        primitive_call("cube", {"scale": size}, color=color, material=material), translation_matrix(center)
    )


def darker(color, by=0.7):
    return tuple(by * c for c in color)


def finish(word, paint=None):
    """The look of a surface: its own colour, or `paint` where one is given."""
    color, material = surface(word)
    return (color if paint is None else paint), material


def fitted(shape, width, height, depth):
    """The shape stretched to exactly its stated size, its base centred on the origin."""
    low, size = compute_shape_min(shape), compute_shape_sizes(shape)
    middle = translation_matrix((-low[0] - size[0] / 2, -low[1], -low[2] - size[2] / 2))
    return transform_shape(
        shape, scale_matrix((width / size[0], height / size[1], depth / size[2]), (0, 0, 0)) @ middle
    )


@register("the slatted sides")
def slats(*, look):
    long_sides = [box((0, 0.06 + 0.085 * i, s * 0.172), (0.5, 0.07, 0.014), *look) for s in (-1, 1) for i in range(3)]
    ends = [
        box((s * 0.236, 0.06 + 0.085 * i, 0), (0.014, 0.07, 0.33), *look) for s in (-1, 1) for i in range(3) if i != 1
    ] + [box((s * 0.236, 0.145, z), (0.014, 0.07, 0.11), *look) for s in (-1, 1) for z in (-0.11, 0.11)]
    floor = [box((0, 0.012, 0.07 * (i - 2)), (0.47, 0.014, 0.06), *look) for i in range(5)]
    return concat_shapes(*long_sides, *ends, *floor)


@register("the corner posts")
def posts(*, look):
    return concat_shapes(
        *[
            box((x * 0.218, 0.15, z * 0.15), (0.03, 0.3, 0.03), darker(look[0], 0.85), look[1])
            for x in (-1, 1)
            for z in (-1, 1)
        ]
    )


@register("an open slatted crate")
def crate(*, width=0.5, height=0.3, depth=0.36, paint=None, frame="pine"):
    look = finish(frame, paint)
    whole = concat_shapes(library_call("slats", look=look), library_call("posts", look=look))
    return fitted(whole, width, height, depth)
