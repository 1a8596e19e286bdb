# /// asset
# word = "departure board"
# synonyms = ["departures board", "arrivals board", "flight board", "flight information display", "train timetable board",
#   "flight information board", "departure display", "arrival board"]
# category = "shop"
# support = "wall"
# colors = ["paint", "ink"]
# ///
from scene.language import *
from scene.language.modelling import box, fitted, rod


@register("the head line with an arrow and a clock")
def head_line(*, ink):
    lit = {"emission": 0.9}
    return concat_shapes(
        box((0, 1.07, 0.052), (2.3, 0.16, 0.006), (0.98, 0.76, 0.1), {"emission": 0.5}),
        *[box((-1.0 + 0.085 * i, 1.07, 0.057), (0.055, 0.075, 0.004), (0.08, 0.08, 0.09)) for i in range(10)],
        rod((0.9, 1.07, 0.05), (0.9, 1.07, 0.058), 0.06, (0.97, 0.97, 0.97), lit),
        box((0.9, 1.088, 0.06), (0.008, 0.042, 0.003), (0.05, 0.05, 0.06)),
        box((0.916, 1.07, 0.06), (0.034, 0.008, 0.003), (0.05, 0.05, 0.06)),
    )


@register("a row with time, place, number and remark")
def row(*, y, index, ink):
    lit = {"emission": 1.0}
    parts = [box((0, y, 0.05), (2.3, 0.084, 0.006), (0.07, 0.08, 0.1) if index % 2 else (0.04, 0.045, 0.06))]
    z, tall = 0.0545, 0.042
    for i in range(4):
        x = -1.08 + 0.05 * i + (0.022 if i > 1 else 0)
        parts.append(box((x, y, z), (0.03, tall, 0.003), ink, lit))
    parts += [box((-0.995, y + s * 0.012, z), (0.008, 0.008, 0.003), ink, lit) for s in (-1, 1)]
    parts += [
        box((-0.76 + 0.05 * i, y, z), (0.032, tall, 0.003), (0.93, 0.94, 0.95), lit) for i in range(6 + (index * 5) % 5)
    ]
    parts += [box((0.1 + 0.05 * i, y, z), (0.032, tall, 0.003), (0.93, 0.94, 0.95), lit) for i in range(5)]
    parts += [box((0.5 + 0.05 * i, y, z), (0.032, tall, 0.003), ink, lit) for i in range(2)]
    tone = ((0.3, 0.9, 0.4), (0.3, 0.9, 0.4), (0.98, 0.35, 0.25))[index % 3]
    parts += [box((0.76 + 0.05 * i, y, z), (0.032, tall, 0.003), tone, lit) for i in range(6 + index % 2)]
    return concat_shapes(*parts)


@register("a departure board with rows of times and places")
def departure_board(*, width=2.4, height=1.2, depth=0.12, paint=(0.12, 0.13, 0.15), ink=(1.0, 0.78, 0.2)):
    whole = concat_shapes(
        box((0, 0.6, 0), (2.4, 1.2, 0.1), paint, {"roughness": 0.4}),
        library_call("head_line", ink=ink),
        *[library_call("row", y=0.9 - 0.094 * i, index=i, ink=ink) for i in range(9)],
    )
    return fitted(whole, width, height, depth)
