# /// asset
# word = "paper towel holder"
# synonyms = [
#     "paper towel roll", "paper towels", "kitchen roll", "kitchen paper", "roll of paper towels", "paper towel",
#     "paper roll", "roll of paper",
# ]
# stands_for = [
#     "roll of foil", "aluminum foil", "plastic wrap", "foil", "parchment paper roll", "roll of wrapping paper",
#     "wrapping paper", "wrapping paper roll", "gift wrap",
# ]
# phrase = "a roll of paper on a stand"
# category = "kitchen"
# support = "surface"
# [colors]
# paper = [0.97, 0.97, 0.96]
# [materials]
# wood = "beech"
# ///
from scene.language import *


def box(center, size, color, material=None):
    return transform_shape(
        primitive_call("cube", {"scale": size}, color=color, material=material), translation_matrix(center)
    )


def rod(start, end, radius, color, material=None):
    return primitive_call("cylinder", {"radius": radius, "p0": start, "p1": end}, color=color, material=material)


def ball(center, radius, color, material=None):
    one = primitive_call("sphere", {"radius": radius}, color=color, material=material)
    return transform_shape(one, translation_matrix(center))


def darker(color, by=0.7):
    return tuple(by * c for c in color)


def fitted(shape, width, height, depth):
    """The shape stretched to exactly its stated size, its base centred on the origin."""
    low, size = compute_shape_min(shape), compute_shape_sizes(shape)
    middle = translation_matrix((-low[0] - size[0] / 2, -low[1], -low[2] - size[2] / 2))
    return transform_shape(
        shape, scale_matrix((width / size[0], height / size[1], depth / size[2]), (0, 0, 0)) @ middle
    )


@register("the stand")
def stand_part(*, wood):
    look = surface(wood)
    return concat_shapes(
        rod((0, 0, 0), (0, 0.018, 0), 0.075, *look),
        rod((0, 0, 0), (0, 0.315, 0), 0.01, *look),
        ball((0, 0.315, 0), 0.015, *look),
    )


@register("the roll with its loose end")
def roll_part(*, paper):
    soft = {"roughness": 1.0}
    return concat_shapes(
        rod((0, 0.02, 0), (0, 0.28, 0), 0.06, paper, soft),
        rod((0, 0.28, 0), (0, 0.2805, 0), 0.021, (0.7, 0.58, 0.42)),
        box((0.06, 0.15, 0.02), (0.002, 0.26, 0.06), darker(paper, 0.96), soft),
        *[rod((0, 0.05 + 0.11 * k, 0), (0, 0.052 + 0.11 * k, 0), 0.0603, (0.7, 0.82, 0.9)) for k in range(3)],
    )


@register("a roll of paper on a stand")
def paper_towel_holder(*, width=0.15, height=0.33, depth=0.15, paper=(0.97, 0.97, 0.96), wood="beech"):
    whole = concat_shapes(library_call("stand_part", wood=wood), library_call("roll_part", paper=paper))
    return fitted(whole, width, height, depth)
