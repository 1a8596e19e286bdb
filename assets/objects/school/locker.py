# /// asset
# word = "locker"
# synonyms = ["lockers", "school locker", "metal locker", "gym locker", "row of lockers"]
# category = "school"
# support = "floor"
# clearance = {front = 0.7}
# colors = ["paint"]
# [joints.door]
# hinge = "left"
# reach = 110
# ///
from scene.language import *
from scene.language.modelling import block, box, carcass, darker, fitted, moved, rod


@register("a door with vents, handle and number plate")
def door(*, width, height, depth, paint, number):
    """It hangs before a case of `depth`."""
    look, dark = (paint, {"roughness": 0.4, "metallic": 0.2}), darker(paint, 0.35)
    vents = [
        box((0, height * (y + 0.022 * i), depth / 2 + 0.006), (width * 0.5, height * 0.009, 0.005), dark)
        for y in (0.78, 0.12)
        for i in range(4)
    ]
    lock = [
        rod(
            (width * 0.32, height * 0.475, depth / 2 + 0.014),
            (width * 0.32, height * 0.475, depth / 2 + 0.034),
            0.022,
            *surface("brass"),
        ),
        rod(
            (width * 0.32 - 0.013, height * 0.5, depth / 2 + 0.022),
            (width * 0.32 + 0.013, height * 0.5, depth / 2 + 0.022),
            0.004,
            (0.75, 0.76, 0.78),
        ),
    ]
    plate = [
        box((0, height * 0.92, depth / 2 + 0.007), (width * 0.26, height * 0.03, 0.004), (0.95, 0.95, 0.92)),
        *[
            box(
                (width * (-0.05 + 0.1 * k), height * 0.92, depth / 2 + 0.01),
                (width * 0.02, height * 0.018, 0.002),
                (0.1, 0.1, 0.1),
            )
            for k in range(1 + number % 2)
        ],
    ]
    return concat_shapes(
        box((0, height / 2, depth / 2 + 0.00275), (width * 0.94, height * 0.97, 0.0045), *look),
        box(
            (width * 0.32, height * 0.54, depth / 2 + 0.012),
            (width * 0.09, height * 0.08, 0.016),
            (0.75, 0.76, 0.78),
            {"metallic": 0.9, "roughness": 0.3},
        ),
        *vents,
        *lock,
        *plate,
    )


@register("one locker with a shelf")
def one_locker(*, width, height, depth, paint, number):
    inner = darker(paint, 0.6)
    return concat_shapes(
        carcass((0, 0, 0), (width, height, depth), 0.01, inner),
        *[
            block((0, y, depth / 2 - 0.01), (width - 0.02, height * 0.016 - 0.01, 0.02), inner)
            for y in (0.01, height * 0.984)
        ],
        block((0, height * 0.8, -0.01), (width - 0.02, 0.008, depth - 0.05), inner),
        library_call("door", width=width, height=height, depth=depth, paint=paint, number=number),
    )


@register("the plinth")
def plinth(*, width, height, depth):
    return box((0, height / 2, 0), (width, height, depth), (0.15, 0.15, 0.16))


@register("a row of three metal lockers with vents and padlocks")
def locker(*, width=0.9, height=1.8, depth=0.5, paint=(0.3, 0.45, 0.6)):
    count = 3
    base, step, deep = height * 0.045, width / count, depth - 0.045
    whole = concat_shapes(
        library_call("plinth", width=width * 0.98, height=base, depth=deep * 0.94),
        *[
            moved(
                library_call("one_locker", width=step, height=height - base, depth=deep, paint=paint, number=i),
                ((i - 1) * step, base, 0),
            )
            for i in range(count)
        ],
    )
    return fitted(whole, None, None, depth)
