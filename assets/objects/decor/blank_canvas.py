# /// asset
# word = "blank canvas"
# synonyms = ["artist canvas", "stretched canvas", "blank canvases", "empty canvas", "white canvas", "painter's canvas"]
# category = "decor"
# support = "floor"
# colors = ["paint"]
# materials = ["wood"]
# ///
from scene.language import *
from scene.language.modelling import box, darker, finish, fitted, moved


@register("a stretched canvas on its wooden bars")
def one_canvas(*, wide, tall, paint, look):
    soft = {"roughness": 0.95}
    return concat_shapes(
        box((0, tall / 2, 0.008), (wide, tall, 0.006), paint, soft),
        *[
            box((s * (wide / 2 - 0.002), tall / 2, -0.006), (0.004, tall, 0.03), darker(paint, 0.92), soft)
            for s in (-1, 1)
        ],
        *[box((0, y, -0.006), (wide, 0.004, 0.03), darker(paint, 0.92), soft) for y in (0.002, tall - 0.002)],
        *[box((s * (wide / 2 - 0.025), tall / 2, -0.005), (0.04, tall - 0.01, 0.02), *look) for s in (-1, 1)],
        *[box((0, y, -0.005), (wide - 0.01, 0.04, 0.02), *look) for y in (0.025, tall / 2, tall - 0.025)],
    )


@register("blank canvases that lean on each other")
def blank_canvas(*, width=0.85, height=0.9, depth=0.28, paint=(0.97, 0.96, 0.93), wood="pine"):
    look = finish(wood)
    parts = []
    for i, (wide, tall, x) in enumerate(((0.8, 0.9, 0.0), (0.62, 0.75, -0.08), (0.45, 0.55, 0.14))):
        one = library_call("one_canvas", wide=wide, tall=tall, paint=darker(paint, 1.0 - 0.03 * (2 - i)), look=look)
        parts.append(moved(one, (x, 0, -0.06 + 0.06 * i), -0.16 - 0.02 * i, (1, 0, 0)))
    return fitted(concat_shapes(*parts), width, height, depth)
