# /// asset
# word = "grand piano"
# synonyms = ["concert piano", "baby grand piano", "baby grand", "concert grand piano", "concert grand", "wing piano"]
# stands_for = ["harpsichord", "player piano"]
# category = "music"
# support = "floor"
# clearance = {front = 0.7}
# colors = ["lacquer"]
# ///
import itertools
import math

import numpy as np

from scene.language import *
from scene.language.modelling import box, fitted, lathe, moved, rod

LEFT = -0.74
FRONT = 0.42  # the case runs from here to the tail; the keys are in front of it
TAIL = -1.0


def right_edge(z):
    """How far the curved side reaches at depth `z`: a broad front that narrows in an S to the round tail."""
    return float(
        np.interp(
            z,
            (-1.0, -0.985, -0.95, -0.9, -0.8, -0.65, -0.5, -0.35, -0.2, -0.05, 0.1, 0.25, 0.5),
            (-0.4, -0.27, -0.16, -0.08, 0.0, 0.07, 0.15, 0.28, 0.45, 0.6, 0.69, 0.735, 0.74),
        )
    )


def left_edge(z):
    return float(np.interp(z, (-1.0, -0.985, -0.95, -0.9, -0.85), (-0.5, -0.62, -0.7, -0.73, LEFT)))


def wing(low, high, inset, color, material=None, *, front=FRONT, slices=64):
    """A slab of the piano's outline between two heights, `inset` metres inside it."""
    step = (front - TAIL - 2 * inset) / slices
    parts = []
    for i in range(slices):
        z = TAIL + inset + (i + 0.5) * step
        a, b = left_edge(z - inset * 0.4) + inset, right_edge(z - inset * 0.4) - inset
        parts.append(box(((a + b) / 2, (low + high) / 2, z), (b - a, high - low, step * 1.001), color, material))
    return concat_shapes(*parts)


@register("the case with its rim and the golden iron frame")
def piano_case(*, look):
    line = [(LEFT, z) for z in (FRONT, 0.0, -0.5, -0.85)]
    line += [(left_edge(z), z) for z in (-0.9, -0.95, -0.985, -1.0)]
    line += [(right_edge(z), z) for z in np.linspace(-1.0, FRONT, 60)]
    rim = []
    for (x0, z0), (x1, z1) in itertools.pairwise(line):
        length = math.hypot(x1 - x0, z1 - z0)
        wall = box((0, 0.86, 0), (0.035, 0.3, length + 0.02), *look)
        rim.append(moved(wall, ((x0 + x1) / 2, 0, (z0 + z1) / 2), math.atan2(x1 - x0, z1 - z0)))
    strings = [
        rod((x, 0.955, FRONT - 0.16), (x - 0.02, 0.955, z), 0.0022, (0.85, 0.83, 0.76), {"metallic": 0.9})
        for x, z in (
            (x, float(np.interp(x, (-0.65, -0.1, 0.2, 0.66), (-0.86, -0.8, -0.3, 0.15))))
            for x in np.linspace(-0.64, 0.64, 30)
        )
    ]
    return concat_shapes(
        wing(0.72, 0.92, 0.01, *look),
        wing(0.92, 0.935, 0.03, (0.78, 0.6, 0.28), {"metallic": 0.6, "roughness": 0.35}),
        *rim,
        *strings,
        box((-0.02, 0.962, FRONT - 0.14), (1.36, 0.05, 0.05), *look),
    )


@register("the keyboard between its cheeks")
def grand_keyboard(*, look):
    whites = [box((x, 0.752, 0.6), (0.0225, 0.02, 0.15), (0.97, 0.96, 0.92)) for x in (np.arange(52) - 25.5) * 0.0238]
    blacks = [
        box((x, 0.768, 0.575), (0.012, 0.02, 0.095), (0.05, 0.05, 0.05))
        for i, x in enumerate((np.arange(51) - 25) * 0.0238)
        if i % 7 not in (1, 4)
    ]
    return concat_shapes(
        box((0, 0.72, 0.57), (1.48, 0.045, 0.28), *look),
        box((0, 0.83, 0.505), (1.36, 0.13, 0.02), *look),
        *[box((s * 0.69, 0.8, 0.56), (0.1, 0.12, 0.28), *look) for s in (-1, 1)],
        box((0, 0.84, 0.517), (0.2, 0.014, 0.004), (0.85, 0.68, 0.3), {"metallic": 0.9}),
        box((0, 0.753, 0.688), (1.28, 0.022, 0.02), *look),
        *whites,
        *blacks,
    )


@register("three turned legs and the lyre of pedals")
def grand_legs(*, look):
    brass = surface("brass")

    def leg(x, z):
        return moved(
            concat_shapes(
                lathe([(0.03, 0.05), (0.045, 0.12), (0.05, 0.5), (0.07, 0.56), (0.07, 0.72)], *look, slices=24),
                rod((-0.016, 0.03, 0), (0.016, 0.03, 0), 0.03, *brass),
                rod((0, 0.03, 0), (0, 0.08, 0), 0.014, *brass),
            ),
            (x, 0, z),
        )

    pedals = [box((x, 0.075, 0.46), (0.03, 0.012, 0.16), *brass) for x in (-0.07, 0, 0.07)]
    return concat_shapes(
        leg(-0.62, 0.42),
        leg(0.62, 0.42),
        leg(-0.4, -0.72),
        *[rod((s * 0.07, 0.09, 0.36), (s * 0.04, 0.72, 0.36), 0.014, *look) for s in (-1, 1)],
        box((0, 0.09, 0.36), (0.26, 0.08, 0.07), *look),
        *pedals,
    )


@register("the lid on its prop, and the music desk")
def grand_lid(*, look):
    angle = 0.56
    hinge = (LEFT, 1.02, 0)
    lid = wing(0, 0.022, -0.012, *look, front=FRONT - 0.2)
    raised = moved(moved(lid, (-LEFT, 0, 0)), hinge, angle, (0, 0, 1))
    foot = (0.66, 0.98, 0.05)
    reach = 1.2
    head = (LEFT + reach * math.cos(angle), 1.02 + reach * math.sin(angle), 0.05)
    desk = moved(box((0, 0.12, 0), (0.7, 0.24, 0.014), *look), (0, 0.975, 0.3), -0.3, (1, 0, 0))
    score = moved(box((0, 0.13, 0.011), (0.42, 0.25, 0.004), (0.97, 0.96, 0.92)), (0, 0.985, 0.3), -0.3, (1, 0, 0))
    staves = [
        moved(
            box((s * 0.105, 0.06 + 0.045 * k, 0.0145), (0.17, 0.004, 0.002), (0.15, 0.15, 0.15)),
            (0, 0.985, 0.3),
            -0.3,
            (1, 0, 0),
        )
        for s in (-1, 1)
        for k in range(5)
    ]
    return concat_shapes(raised, rod(foot, head, 0.011, *look), desk, score, *staves)


@register("a grand piano with its lid propped open")
def grand_piano(*, width=1.5, height=1.72, depth=1.75, lacquer=(0.06, 0.06, 0.065)):
    look = (lacquer, {"roughness": 0.12})
    whole = concat_shapes(
        library_call("piano_case", look=look),
        library_call("grand_keyboard", look=look),
        library_call("grand_legs", look=look),
        library_call("grand_lid", look=look),
    )
    return fitted(whole, width, height, depth)
