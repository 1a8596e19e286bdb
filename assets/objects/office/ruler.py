# /// asset
# word = "ruler"
# synonyms = ["scale ruler", "measuring stick", "tape measure", "yardstick", "straightedge", "set square"]
# phrase = "a wooden ruler with inch and centimetre marks"
# category = "office"
# support = "surface"
# [colors]
# paint = [0.85, 0.7, 0.45]
# marks = [0.12, 0.12, 0.13]
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


def finish(word, paint=None):
    """The look of a surface: its own colour, or `paint` where one is given."""
    color, material = surface(word)
    return (color if paint is None else paint), material


@register("the strip of wood with its metal edge")
def strip(*, width, depth, height, look):
    return concat_shapes(
        box((0, height / 2, 0), (width, height, depth), *look),
        box((0, height * 0.6, -depth * 0.49), (width, height * 0.9, depth * 0.03), *surface("brass")),
        rod((width * 0.47, 0, 0), (width * 0.47, height * 1.01, 0), depth * 0.14, (0.1, 0.08, 0.06)),
    )


@register("the marks and figures")
def scale_marks(*, width, depth, top, marks):
    parts = []
    for i in range(61):
        tall = 0.34 if i % 10 == 0 else (0.24 if i % 5 == 0 else 0.15)
        parts.append(
            box(
                (width * (-0.48 + 0.0152 * i), top, depth * (-0.46 + tall / 2)),
                (width * 0.0024, 0.0006, depth * tall),
                marks,
            )
        )
    figures = [
        box((width * (-0.48 + 0.152 * i), top, depth * 0.14), (width * 0.012, 0.0006, depth * 0.2), marks)
        for i in range(7)
    ]
    figures += [
        box((width * (-0.47 + 0.08 * i), top, depth * 0.42), (width * 0.0024, 0.0006, depth * 0.14), marks)
        for i in range(12)
    ]
    return concat_shapes(*parts, *figures)


@register("a wooden ruler with inch and centimetre marks")
def ruler(*, width=0.31, depth=0.036, height=0.004, paint=None, marks=(0.12, 0.12, 0.13), wood="beech"):
    return concat_shapes(
        library_call("strip", width=width, depth=depth / 1.005, height=height * 0.9, look=finish(wood, paint)),
        library_call("scale_marks", width=width, depth=depth, top=height * 0.9, marks=marks),
    )
