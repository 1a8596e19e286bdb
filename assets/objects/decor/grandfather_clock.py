# /// asset
# word = "grandfather clock"
# synonyms = ["longcase clock", "pendulum clock", "floor clock", "standing clock"]
# category = "decor"
# support = "floor"
# clearance = {front = 0.5}
# colors = ["paint", "face"]
# materials = ["wood", "metal"]
# ///
import math

from scene.language import *
from scene.language.modelling import box, darker, ellipsoid, finish, moved, rod, rotated, stretched


@register("the case: base, waist and hood")
def long_case(*, width, height, depth, look):
    dark = (darker(look[0], 0.72), look[1])
    waist = width * 0.72
    plinth = [
        box((0, height * 0.02, 0), (width, height * 0.04, depth), *dark),
        box((0, height * 0.12, 0), (width * 0.92, height * 0.18, depth * 0.92), *look),
        box((0, height * 0.12, depth * 0.46), (width * 0.62, height * 0.11, 0.01), *dark),
        box((0, height * 0.215, 0), (width * 0.96, height * 0.025, depth * 0.96), *dark),
    ]
    middle = [
        box((side * (waist - 0.05) / 2, height * 0.46, 0), (0.05, height * 0.48, depth * 0.72), *look)
        for side in (-1, 1)
    ]
    middle += [
        box((0, height * 0.46, -depth * 0.3), (waist - 0.01, height * 0.48, depth * 0.1), *dark),
        box((0, height * 0.24, 0), (waist, height * 0.04, depth * 0.72), *look),
        box((0, height * 0.68, 0), (waist, height * 0.04, depth * 0.72), *look),
    ]
    hood = [
        box((0, height * 0.71, 0), (width * 0.98, height * 0.025, depth * 0.98), *dark),
        box((0, height * 0.8, 0), (width * 0.9, height * 0.17, depth * 0.9), *look),
        box((0, height * 0.895, 0), (width, height * 0.025, depth), *dark),
        rod((0, height * 0.9, -depth * 0.45), (0, height * 0.9, depth * 0.45), width * 0.26, *look),
        *[
            ellipsoid((x, height * 0.93, depth * 0.3), (width * 0.05, height * 0.025, width * 0.05), *surface("brass"))
            for x in (-width * 0.42, width * 0.42)
        ],
    ]
    return concat_shapes(*plinth, *middle, *hood)


@register("the dial with hands and hour marks")
def dial(*, radius, face, metal):
    dark = (0.1, 0.09, 0.08)
    ticks = loop(
        12,
        lambda i: rotated(
            box((0, radius * 0.75, 0.013), (radius * 0.05, radius * 0.17, 0.002), dark), i * math.pi / 6, (0, 0, 1)
        ),
    )
    hands = [
        rotated(box((0, length * 0.45, 0.015), (radius * 0.06, length, 0.002), dark), -math.radians(angle), (0, 0, 1))
        for length, angle in ((radius * 0.5, 305), (radius * 0.7, 60))
    ]
    return concat_shapes(
        rod((0, 0, 0), (0, 0, 0.01), radius * 1.08, *surface(metal)),
        rod((0, 0, 0), (0, 0, 0.013), radius, face),
        ticks,
        *hands,
    )


@register("the pendulum and two weights")
def pendulum(*, length, radius, metal, angle):
    weights = [
        rod((x, -length * 0.55, 0), (x, -length * 0.3, 0), radius * 0.3, *surface(metal))
        for x in (-radius * 1.1, radius * 1.1)
    ]
    chains = [
        rod((x, -length * 0.3, 0), (x, 0, 0), radius * 0.05, *surface(metal)) for x in (-radius * 1.1, radius * 1.1)
    ]
    bob = concat_shapes(
        rod((0, -length, 0), (0, 0, 0), radius * 0.08, *surface(metal)),
        rod((0, -length, -0.008), (0, -length, 0.008), radius, *surface(metal)),
    )
    return concat_shapes(rotated(bob, angle, (0, 0, 1)), *weights, *chains)


@register("a tall wooden grandfather clock with a pendulum behind glass")
def grandfather_clock(
    *, width=0.5, height=2.05, depth=0.3, paint=None, face=(0.96, 0.93, 0.83), wood="walnut", metal="brass", turned=0.0
):
    look, case = finish(wood, paint), height / 1.02
    pane = box((0, case * 0.46, depth * 0.32), (width * 0.6, case * 0.42, 0.006), *surface("glass"))
    whole = concat_shapes(
        library_call("long_case", width=width, height=case, depth=depth, look=look),
        moved(library_call("dial", radius=width * 0.34, face=face, metal=metal), (0, case * 0.8, depth * 0.45)),
        moved(
            library_call("pendulum", length=case * 0.36, radius=width * 0.13, metal=metal, angle=math.radians(turned)),
            (0, case * 0.67, depth * 0.1),
        ),
        pane,
    )
    return stretched(whole, (1, height / compute_shape_max(whole)[1], 1))
