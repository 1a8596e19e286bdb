# /// asset
# word = "ruler"
# synonyms = ["scale ruler", "measuring stick", "yardstick", "straightedge"]
# stands_for = ["set square", "t-square", "protractor", "triangle ruler"]
# category = "office"
# support = "surface"
# colors = ["paint", "marks"]
# materials = ["wood"]
# ///
from scene.language import *
from scene.language.modelling import box, finish

_STROKES = {"0": "abcdef", "1": "bc", "2": "abged", "3": "abgcd", "5": "afgcd"}
"""Digits as the seven strokes of a display: a at the top, then clockwise, g in the middle."""


def digit(figure, at, tall, line, marks):
    """One figure lying flat, read from the front; `at` is its middle."""
    x, y, z = at
    wide, half, high = tall * 0.5, tall / 2, 0.0006
    where = {
        "a": (0, -half), "g": (0, 0), "d": (0, half),
        "b": (wide / 2, -half / 2), "c": (wide / 2, half / 2), "e": (-wide / 2, half / 2), "f": (-wide / 2, -half / 2),
    }  # fmt: skip
    flat, upright = (wide + line, high, line), (line, high, half - line * 0.5)
    return [
        box((x + where[s][0], y, z + where[s][1]), flat if s in "agd" else upright, marks) for s in _STROKES[figure]
    ]


@register("the strip of wood with its metal edge")
def strip(*, width, depth, height, look):
    return concat_shapes(
        box((0, height * 0.45, depth * 0.01), (width, height * 0.9, depth * 0.98), *look),
        box((0, height * 0.55, -depth * 0.485), (width * 0.998, height * 0.9, depth * 0.03), *surface("brass")),
    )


@register("the marks and figures")
def scale_marks(*, width, depth, top, marks):
    parts, half_cm, inch = [], width / 62, width * 0.0254 / 0.31
    for i in range(61):
        tall = 0.3 if i % 10 == 0 else (0.22 if i % 2 == 0 else 0.13)
        parts.append(
            box(
                (half_cm * (i - 30), top, depth * (-0.46 + tall / 2)),
                (width * (0.0024 if i % 2 == 0 else 0.0016), 0.0006, depth * tall),
                marks,
            )
        )
        if i % 10 == 0:
            figures, tall = str(i // 2), depth * 0.2
            x = min(half_cm * (i - 30) - tall * 0.42 * (len(figures) - 1), width * 0.485 - tall * 0.84)
            for k, figure in enumerate(figures):
                parts += digit(figure, (x + tall * 0.84 * k, top, depth * 0.03), tall, depth * 0.035, marks)
    for i in range(23):
        tall = 0.2 if i % 2 == 0 else 0.1
        parts.append(
            box(
                (-half_cm * 30 + inch * i / 2, top, depth * (0.49 - tall / 2)),
                (width * 0.0024, 0.0006, depth * tall),
                marks,
            )
        )
    return concat_shapes(*parts)


@register("a wooden ruler with inch and centimetre marks")
def ruler(*, width=0.31, depth=0.036, height=0.004, paint=None, marks=(0.12, 0.12, 0.13), wood="beech"):
    return concat_shapes(
        library_call("strip", width=width, depth=depth, height=height, look=finish(wood, paint)),
        library_call("scale_marks", width=width, depth=depth, top=height * 0.9, marks=marks),
    )
