# /// asset
# word = "play tent"
# synonyms = ["teepee", "teepee tent", "kids tent", "tipi", "indoor tent", "children's tent", "fabric teepee",
#   "wigwam", "reading tent"]
# category = "toys"
# support = "floor"
# clearance = {front = 0.5}
# colors = ["cloth", "trim"]
# materials = ["poles"]
# ///
import math

import numpy as np

from scene.language import *
from scene.language.modelling import box, cone, ellipsoid, fitted, moved, rod, rotated, stretched


@register("the four crossed poles")
def pole_frame(*, half, height, poles):
    look, knot = surface(poles), height * 0.82

    def pole(i):
        angle = math.pi / 4 + i * math.pi / 2
        foot = np.array((half * 1.414 * math.cos(angle), 0, half * 1.414 * math.sin(angle)))
        top = np.array((0.0, knot, 0.0)) + (np.array((0.0, knot, 0.0)) - foot) * (height / knot - 1)
        return rod(foot, top, half * 0.028, *look)

    return concat_shapes(loop(4, pole), rod((0, knot - 0.02, 0), (0, knot + 0.03, 0), half * 0.1, (0.75, 0.6, 0.4)))


def panel(half, knot, start, stop, low, high, tone, back=0.0):
    """A strip of one sloping side, from the share `start` to `stop` of its width, `low` to `high` of its height."""
    rows = 12
    pieces = []
    for i in range(rows):
        a, b = low + (high - low) * i / rows, low + (high - low) * (i + 1) / rows
        mid = (a + b) / 2
        wide = 2 * half * (1 - mid)
        piece = box(
            (wide * ((start + stop) / 2 - 0.5), 0, 0),
            (wide * (stop - start), (b - a) * math.hypot(knot, half) * 1.04, 0.008),
            tone,
            {"roughness": 0.97},
        )
        pieces.append(moved(piece, (0, mid * knot, half * (1 - mid) - back), -math.atan2(half, knot), (1, 0, 0)))
    return concat_shapes(*pieces)


@register("the cloth of three closed sides")
def closed_sides(*, half, knot, cloth):
    return concat_shapes(*[rotated(panel(half, knot, 0.0, 1.0, 0.0, 0.97, cloth), k * math.pi / 2) for k in (1, 2, 3)])


@register("the front with its flaps tied back")
def open_front(*, half, knot, cloth, trim):
    flaps = [panel(half, knot, a, b, 0.0, 0.55, cloth) for a, b in ((0.0, 0.24), (0.76, 1.0))]
    bows = [
        ellipsoid((x * half * 0.5, knot * 0.3, half * 0.72), (half * 0.06, half * 0.06, half * 0.04), trim)
        for x in (-1, 1)
    ]
    return concat_shapes(*flaps, panel(half, knot, 0.0, 1.0, 0.55, 0.97, cloth), *bows)


@register("a string of pennants over the door")
def pennants(*, half, knot, trim):
    tints = (trim, (0.4, 0.62, 0.65), (0.93, 0.75, 0.35))

    def flag(i):
        x = (i - 2.5) * half * 0.13
        y = knot * (0.56 + 0.0016 * (i - 2.5) ** 2)
        return moved(
            stretched(cone((0, 0, 0), (0, -half * 0.14, 0), half * 0.06, tints[i % 3]), (1, 1, 0.15)),
            (x, y, half * 0.46),
        )

    return concat_shapes(loop(6, flag))


@register("a floor mat with two cushions inside")
def cushions(*, half, trim):
    return concat_shapes(
        box((0, 0.02, 0), (half * 1.75, 0.04, half * 1.75), (0.8, 0.84, 0.82), {"roughness": 0.97}),
        ellipsoid((-half * 0.3, 0.13, -half * 0.3), (half * 0.3, half * 0.24, half * 0.14), trim, {"roughness": 0.95}),
        ellipsoid(
            (half * 0.3, 0.12, -half * 0.25),
            (half * 0.28, half * 0.22, half * 0.14),
            (0.4, 0.62, 0.65),
            {"roughness": 0.95},
        ),
    )


@register("a child's teepee of cloth on crossed poles, its door open")
def play_tent(*, width=1.2, height=1.6, depth=1.2, cloth=(0.95, 0.92, 0.85), trim=(0.85, 0.5, 0.4), poles="pine"):
    half = width / 2 / 1.03
    whole = concat_shapes(
        library_call("pole_frame", half=half, height=height, poles=poles),
        library_call("closed_sides", half=half * 0.98, knot=height * 0.82, cloth=cloth),
        library_call("open_front", half=half * 0.98, knot=height * 0.82, cloth=cloth, trim=trim),
        library_call("pennants", half=half, knot=height * 0.82, trim=trim),
        library_call("cushions", half=half, trim=trim),
    )
    return fitted(whole, width, height, depth)
