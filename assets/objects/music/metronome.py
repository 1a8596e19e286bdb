# /// asset
# word = "metronome"
# synonyms = ["tempo keeper", "vintage metronome"]
# category = "music"
# support = "surface"
# colors = ["paint"]
# materials = ["wood", "metal"]
# ///
import math

from scene.language import *
from scene.language.modelling import box, finish, fitted, moved, rod


@register("the pyramid case on its feet")
def pyramid(*, width, height, depth, look):
    count = 30
    slabs = [
        box(
            (0, height * (i + 0.5) / count, 0),
            (width * (1 - 0.62 * i / count), height / count * 1.01, depth * (1 - 0.62 * i / count)),
            *look,
        )
        for i in range(count)
    ]
    return concat_shapes(
        *slabs,
        box((0, height * 0.03, 0), (width * 1.08, height * 0.06, depth * 1.08), *look),
        box((0, height * 1.0, 0), (width * 0.4, height * 0.02, depth * 0.4), *look),
    )


@register("the front panel with its scale")
def scale_panel(*, width, height):
    marks = [
        box(
            (0, height * (0.1 + 0.055 * i), 0.003),
            (width * (0.5 if i % 3 else 0.8), height * 0.008, 0.001),
            (0.15, 0.12, 0.1),
        )
        for i in range(15)
    ]
    return concat_shapes(box((0, height / 2, 0), (width, height, 0.004), (0.93, 0.87, 0.7)), *marks)


@register("the swinging arm with its sliding weight")
def swing_arm(*, length, metal):
    return concat_shapes(
        rod((0, 0, 0), (0, length, 0), length * 0.012, *surface(metal)),
        box((0, length * 0.68, 0), (length * 0.14, length * 0.11, length * 0.04), *surface(metal)),
    )


@register("a wooden pyramid metronome with a swinging arm")
def metronome(*, width=0.125, height=0.23, depth=0.12, paint=None, wood="mahogany", metal="brass"):
    look, feet = finish(wood, paint), height * 0.03
    tilt = math.atan2(depth * 0.31, height)
    plane = translation_matrix((0, feet + height * 0.08, depth * 0.46)) @ rotation_matrix(-tilt, (1, 0, 0), (0, 0, 0))
    body = moved(
        library_call("pyramid", width=width * 0.92, height=height * 0.95, depth=depth * 0.86, look=look), (0, feet, 0)
    )
    front = transform_shape(
        concat_shapes(
            moved(library_call("scale_panel", width=width * 0.3, height=height * 0.78), (0, 0, 0.001)),
            moved(library_call("swing_arm", length=height * 0.76, metal=metal), (0, 0, 0.009), -0.22, (0, 0, 1)),
        ),
        plane,
    )
    stubs = [
        rod(
            (x * width * 0.4, 0, z * depth * 0.36), (x * width * 0.4, feet * 1.1, z * depth * 0.36), width * 0.06, *look
        )
        for x in (-1, 1)
        for z in (-1, 1)
    ]
    whole = concat_shapes(body, front, *stubs)
    return fitted(whole, width, height, depth)
