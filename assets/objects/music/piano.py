# /// asset
# word = "piano"
# synonyms = ["upright piano"]
# category = "music"
# support = "floor"
# clearance = {front = 0.8}
# colors = ["paint"]
# materials = ["wood"]
# ///
from scene.language import *
from scene.language.modelling import box, ellipsoid, finish, fitted, moved, rotated


@register("the upright case")
def case(*, width, height, depth, look):
    t = width * 0.025
    keybed = height * 0.52
    return concat_shapes(
        box((0, height * 0.5, -depth * 0.3), (width, height * 0.97, depth * 0.38), *look),
        box((0, height * 0.985, -depth * 0.27), (width * 1.0, height * 0.03, depth * 0.46), *look),
        *[box((x * (width - t) / 2, height * 0.31, 0), (t, height * 0.62, depth), *look) for x in (-1, 1)],
        box((0, keybed, depth * 0.12), (width, height * 0.05, depth * 0.74), *look),
        box(
            (0, height * 0.25, -depth * 0.08),
            (width * 0.96, height * 0.46, 0.012),
            tuple(min(1, 1.5 * c + 0.02) for c in look[0]),
            look[1],
        ),
        *[
            box((x * width * 0.47, height * 0.58, depth * 0.3), (width * 0.06, height * 0.08, depth * 0.36), *look)
            for x in (-1, 1)
        ],
        box((0, height * 0.03, 0), (width * 0.98, height * 0.06, depth * 0.4), *look),
    )


@register("the keyboard: white and black keys")
def keyboard_part(*, width, depth, height):
    count = 36
    step = width / count
    white = [
        box(
            ((i - (count - 1) / 2) * step, height / 2, 0),
            (step * 0.92, height, depth),
            (0.97, 0.96, 0.93),
            {"roughness": 0.2},
        )
        for i in range(count)
    ]
    black = [
        box(
            ((i - (count - 1) / 2 + 0.5) * step, height * 1.2, -depth * 0.18),
            (step * 0.55, height * 0.8, depth * 0.62),
            (0.06, 0.06, 0.07),
            {"roughness": 0.2},
        )
        for i in range(count - 1)
        if i % 7 not in (2, 6)
    ]
    return concat_shapes(*white, *black)


@register("the music rest with open sheets")
def music_rest(*, width, height, look):
    sheets = []
    for x in (-1, 1):
        sheets.append(
            box((x * width * 0.24, height * 0.52, 0.012), (width * 0.46, height * 0.92, 0.003), (0.98, 0.97, 0.93))
        )
        sheets += [
            box(
                (x * width * 0.24, height * (0.2 + 0.16 * j), 0.0145),
                (width * 0.38, height * 0.05, 0.001),
                (0.55, 0.55, 0.55),
            )
            for j in range(5)
        ]
        sheets += [
            ellipsoid(
                (x * width * 0.24 + width * (-0.15 + 0.075 * k), height * (0.21 + 0.16 * j), 0.015),
                (width * 0.018, height * 0.022, 0.001),
                (0.05, 0.05, 0.05),
            )
            for j in range(5)
            for k in range(0, 5, 2)
        ]
    rest = concat_shapes(
        box((0, height * 0.45, 0), (width * 1.15, height * 0.9, 0.012), *look),
        box((0, 0, 0.02), (width * 1.15, 0.015, 0.04), *look),
        *sheets,
    )
    return rotated(rest, -0.15, (1, 0, 0))


@register("the three pedals")
def pedals(*, width):
    return concat_shapes(
        *[box((x * width * 0.05, 0.05, 0), (width * 0.02, 0.012, 0.11), *surface("brass")) for x in (-1, 0, 1)]
    )


@register("an upright piano with keys, a music rest and pedals")
def piano(*, width=1.5, height=1.2, depth=0.62, paint=None, wood="black wood"):
    look = finish(wood, paint)
    whole = concat_shapes(
        library_call("case", width=width, height=height, depth=depth, look=look),
        moved(
            library_call("keyboard_part", width=width * 0.86, depth=depth * 0.25, height=0.02),
            (0, height * 0.545, depth * 0.32),
        ),
        moved(
            library_call("music_rest", width=width * 0.36, height=height * 0.24, look=look),
            (0, height * 0.64, -depth * 0.06),
        ),
        moved(library_call("pedals", width=width), (0, height * 0.02, -depth * 0.02 + 0.08)),
    )
    return fitted(whole, width, height, depth)
