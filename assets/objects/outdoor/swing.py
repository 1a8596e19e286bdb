# /// asset
# word = "swing"
# synonyms = ["swing set", "garden swing", "playground swing", "child swing", "swings"]
# stands_for = ["porch swing", "baby swing seat"]
# category = "outdoor"
# support = "floor"
# clearance = {front = 1.2, back = 1.2}
# colors = ["frame_color", "seat_color"]
# [variants]
# seats = {"set" = 2, "double" = 2}
# width = {"set" = 2.4, "double" = 2.4}
# ///
from scene.language import *
from scene.language.modelling import box, ellipsoid, fitted, moved, rod


@register("the A-frame with its top beam")
def a_frame(*, width, height, depth, frame_color):
    look = (frame_color, {"roughness": 0.35, "metallic": 0.2})
    legs = [
        rod((x * width * 0.5, 0, z * depth / 2), (x * width * 0.44, height - 0.04, 0), 0.035, *look)
        for x in (-1, 1)
        for z in (-1, 1)
    ]
    braces = [
        rod(
            (x * width * 0.477, height * 0.38, -depth * 0.31),
            (x * width * 0.477, height * 0.38, depth * 0.31),
            0.024,
            *look,
        )
        for x in (-1, 1)
    ]
    return concat_shapes(
        *legs,
        *braces,
        rod((-width * 0.46, height - 0.04, 0), (width * 0.46, height - 0.04, 0), 0.04, *look),
        *[ellipsoid((x * width * 0.46, height - 0.04, 0), (0.045,) * 3, (0.95, 0.8, 0.25)) for x in (-1, 1)],
    )


@register("one seat on two chains")
def swing_seat(*, span, drop, seat_color):
    chain = ((0.65, 0.66, 0.68), {"metallic": 1.0, "roughness": 0.3})
    links = [
        ellipsoid(
            (x * span / 2, -drop * (0.05 + 0.075 * i), 0),
            (0.011 if i % 2 else 0.006, drop * 0.035, 0.006 if i % 2 else 0.011),
            *chain,
        )
        for x in (-1, 1)
        for i in range(12)
    ]
    return concat_shapes(
        *links,
        box((0, -drop, 0), (span * 1.1, 0.035, 0.2), seat_color, {"roughness": 0.5}),
        *[rod((0 + x * span * 0.5, -drop, -0.1), (x * span * 0.5, -drop, 0.1), 0.024, seat_color) for x in (-1.1, 1.1)],
    )


@register("a swing on an A-frame; a set has two seats")
def swing(*, width=1.7, height=2.0, depth=1.5, seats=1, frame_color=(0.2, 0.5, 0.75), seat_color=(0.9, 0.3, 0.2)):
    drop = height * 0.74
    places = [0.0] if seats == 1 else [-0.2 * width, 0.2 * width]
    hung = [
        moved(
            library_call("swing_seat", span=0.42, drop=drop, seat_color=seat_color),
            (x, height - 0.06, 0),
            -0.3 * (number % 2 == len(places) % 2),
            (1, 0, 0),
        )
        for number, x in enumerate(places)
    ]
    whole = concat_shapes(
        library_call("a_frame", width=width * 0.97, height=height, depth=depth * 0.95, frame_color=frame_color), *hung
    )
    return fitted(whole, width, height, depth)
