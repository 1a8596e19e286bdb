# /// asset
# word = "floating media console"
# synonyms = [
#     "floating TV stand", "floating sideboard", "wall-mounted console", "wall-mounted media console",
#     "floating cabinet", "floating credenza", "wall hung sideboard",
# ]
# phrase = "a long media console hung on the wall"
# category = "storage"
# support = "wall"
# clearance = {front = 0.6}
# [colors]
# paint = [0.937, 0.925, 0.894]
# [materials]
# frame = "white wood"
# front = "oak"
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


@register("a drop-down front")
def flap(width, height, look):
    return concat_shapes(
        box((width, height, 0.018), (0, 0, 0), look),
        box((0.12, 0.008, 0.006), (0, height - 0.014, 0.01), finish("black metal")),
    )


@register("a long media console hung on the wall")
def floating_console(*, width=1.8, depth=0.38, height=0.36, frame="white wood", paint=None, front="oak") -> Shape:
    body, wood = finish(frame, paint), finish(front)
    dark = tuple(0.5 * c for c in body[0]), body[1]
    thick = 0.022
    parts = [box((width, thick, depth), (0, y, 0), body) for y in (0, height - thick)]
    parts += [box((thick, height - 0.01, depth - 0.002), (s * (width - thick) / 2, 0.005, 0), body) for s in (-1, 1)]
    parts.append(box((width - 0.02, height - 0.02, 0.012), (0, 0.01, -depth / 2 + 0.007), body))
    parts.append(box((width - 0.03, height - 0.03, depth - 0.06), (0, 0.015, -0.01), dark))
    each = (width - 2 * thick) / 3
    parts += [
        place(
            "flap",
            at=(each * (i - 1), thick + 0.004, depth / 2 - 0.014),
            width=each - 0.008,
            height=height - 2 * thick - 0.008,
            look=wood,
        )
        for i in range(3)
    ]
    return fitted(concat_shapes(*parts), width, height, depth)
