# /// asset
# word = "floor indicator"
# synonyms = ["elevator indicator", "elevator dial", "elevator floor indicator", "floor display", "floor dial"]
# category = "doors"
# support = "wall"
# colors = ["paint", "face"]
# materials = ["metal"]
# ///
import math

from scene.language import *
from scene.language.modelling import ball, box, finish, fitted, moved, rod


def half_disc(radius, z, thick, look):
    """A half disc that stands on its straight side: thin strips."""
    n, parts = 70, []
    for i in range(n):
        y = radius * (i + 0.5) / n
        parts.append(box((0, y, z), (2 * math.sqrt(radius**2 - y**2), radius / n + 0.0005, thick), *look))
    return concat_shapes(*parts)


@register("the face with its marks")
def dial(*, look, face):
    dark = (0.12, 0.1, 0.08)
    parts = [half_disc(0.3, -0.012, 0.02, look), half_disc(0.265, 0.0, 0.008, (face, {"roughness": 0.6}))]
    for i in range(9):
        a = math.pi * (i + 0.5) / 9
        mark = box((0, 0.2, 0), (0.012, 0.05, 0.004), dark)
        parts.append(moved(mark, (0, 0.012, 0.005), a - math.pi / 2, (0, 0, 1)))
        parts.append(ball((0.165 * math.cos(a), 0.012 + 0.165 * math.sin(a), 0.005), 0.007, (0.7, 0.1, 0.08)))
    return concat_shapes(*parts)


@register("the arrow")
def arrow():
    return concat_shapes(
        moved(box((0, 0.105, 0), (0.016, 0.21, 0.006), (0.7, 0.1, 0.08)), (0, 0.02, 0.016), -0.55, (0, 0, 1)),
        rod((0, 0.02, 0), (0, 0.02, 0.03), 0.028, *finish("brass")),
    )


@register("a half-round floor indicator with an arrow")
def floor_indicator(*, width=0.6, height=0.33, depth=0.05, metal="brass", paint=None, face=(0.95, 0.92, 0.82)):
    look = finish(metal, paint)
    whole = concat_shapes(
        library_call("dial", look=look, face=face),
        library_call("arrow"),
        box((0, -0.012, -0.008), (0.64, 0.03, 0.035), *look),
    )
    return fitted(whole, width, height, depth)
