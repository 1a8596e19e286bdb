# /// asset
# word = "wall clock"
# synonyms = ["clock", "analog clock", "round clock", "kitchen clock", "timepiece"]
# category = "decor"
# support = "wall"
# colors = ["face", "hands"]
# materials = ["rim"]
# ///
import math

from scene.language import *
from scene.language.modelling import box, moved, rod, rotated, stretched


@register("the case with its rim")
def clock_case(*, radius, depth, face, rim):
    return concat_shapes(
        rod((0, 0, 0), (0, 0, depth * 0.85), radius, *surface(rim)),
        rod((0, 0, depth * 0.8), (0, 0, depth * 0.87), radius * 0.9, face, {"roughness": 0.5}),
    )


@register("twelve hour marks")
def hour_marks(*, radius, front, hands):
    def mark(i):
        long = i % 3 == 0
        bar = box(
            (0, radius * (0.78 if long else 0.8), front),
            (radius * (0.07 if long else 0.035), radius * (0.16 if long else 0.1), 0.003),
            hands,
        )
        return rotated(bar, -i * math.pi / 6, (0, 0, 1))

    return loop(12, mark)


@register("the hour, minute and second hand, at ten past ten")
def clock_hands(*, radius, front, hands):
    def hand(length, width, angle, layer, color):
        bar = box((0, length * 0.42, front + layer * 0.002), (width, length * 1.16, 0.002), color)
        return rotated(bar, -math.radians(angle), (0, 0, 1))

    return concat_shapes(
        hand(radius * 0.48, radius * 0.055, 305, 1, hands),
        hand(radius * 0.7, radius * 0.04, 60, 2, hands),
        hand(radius * 0.74, radius * 0.015, 210, 3, (0.8, 0.12, 0.1)),
        rod((0, 0, front), (0, 0, front + 0.008), radius * 0.05, hands),
    )


@register("a round wall clock with hour marks and two hands")
def wall_clock(
    *, width=0.32, height=0.32, depth=0.045, face=(0.97, 0.96, 0.93), hands=(0.1, 0.1, 0.11), rim="black metal"
):
    radius = height / 2
    clock = concat_shapes(
        library_call("clock_case", radius=radius, depth=depth * 0.93, face=face, rim=rim),
        library_call("hour_marks", radius=radius, front=depth * 0.82, hands=hands),
        library_call("clock_hands", radius=radius, front=depth * 0.82, hands=hands),
    )
    middle = compute_shape_max(clock)[2] / 2
    return moved(stretched(clock, (width / height, 1, 1)), (0, radius, -middle))
