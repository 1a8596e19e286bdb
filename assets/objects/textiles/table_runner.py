# /// asset
# word = "table runner"
# synonyms = ["tablecloth", "placemat", "place mat", "linen runner", "table cloth", "table linen"]
# phrase = "a linen table runner with stripes and tasselled ends"
# category = "textiles"
# support = "surface"
# [colors]
# cloth = [0.851, 0.8, 0.702]
# stripe = [0.3, 0.45, 0.55]
# [materials]
# textile = "linen"
# ///
from scene.language import *


def box(center, size, color, material=None):
    return transform_shape(
        primitive_call("cube", {"scale": size}, color=color, material=material), translation_matrix(center)
    )


def finish(word, paint=None):
    """The look of a surface: its own colour, or `paint` where one is given."""
    color, material = surface(word)
    return (color if paint is None else paint), material


@register("the cloth with its stripes")
def cloth_part(*, width, depth, height, look, stripe):
    lines = [
        box((0, height * 0.9, z * depth), (width, height * 0.2, depth * w), stripe, look[1])
        for z, w in ((-0.4, 0.06), (-0.31, 0.025), (0.31, 0.025), (0.4, 0.06))
    ]
    ends = [
        box((x * width, height * 0.9, 0), (width * 0.012, height * 0.2, depth), stripe, look[1]) for x in (-0.47, 0.47)
    ]
    return concat_shapes(box((0, height * 0.45, 0), (width, height * 0.9, depth), *look), *lines, *ends)


@register("the tassels of one end")
def tassels(*, depth, length, height, tone):
    count = 14
    return loop(
        count,
        lambda i: box(
            (length / 2, height * 0.4, (i - (count - 1) / 2) * depth / count),
            (length, height * 0.8, depth / count * 0.5),
            tone,
        ),
    )


@register("a linen table runner with stripes and tasselled ends")
def table_runner(*, width=1.4, depth=0.36, height=0.006, cloth=None, stripe=(0.3, 0.45, 0.55), textile="linen"):
    look, end = finish(textile, cloth), 0.035
    return concat_shapes(
        library_call("cloth_part", width=width - 2 * end, depth=depth, height=height, look=look, stripe=stripe),
        *[
            place("tassels", at=(side * (width - end) / 2, 0, 0), depth=depth, length=end, height=height, tone=look[0])
            for side in (-1, 1)
        ],
    )
