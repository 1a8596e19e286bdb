# /// asset
# word = "ladder"
# synonyms = ["step ladder", "stepladder", "wooden ladder", "folding ladder"]
# stands_for = ["extension ladder", "library ladder"]
# category = "tools"
# support = "floor"
# colors = ["paint"]
# materials = ["wood"]
# ///
import math

import numpy as np

from scene.language import *
from scene.language.modelling import box, finish, fitted, moved, rod


@register("the front: two rails with steps")
def front_half(*, width, length, look):
    steps = [
        box((0, length * (0.13 + 0.155 * i), 0.0), (width * (0.96 - 0.1 * (0.13 + 0.155 * i)), 0.022, 0.09), *look)
        for i in range(5)
    ]
    rails = [rail((x * width * 0.48, 0, 0), (x * width * 0.4, length, 0), 0.028, 0.06, look) for x in (-1, 1)]
    return concat_shapes(*steps, *rails)


def rail(start, end, wide, deep, look):
    """A beam of rectangular section between two points of one upright plane."""
    start, end = np.array(start, dtype=float), np.array(end, dtype=float)
    length = float(np.linalg.norm(end - start))
    turn = math.atan2(end[0] - start[0], end[1] - start[1])
    return moved(box((0, 0, 0), (wide, length, deep), *look), tuple((start + end) / 2), -turn, (0, 0, 1))


@register("the back: two rails with struts")
def back_half(*, width, length, look):
    rails = [rail((x * width * 0.46, 0, 0), (x * width * 0.38, length, 0), 0.026, 0.036, look) for x in (-1, 1)]
    return concat_shapes(
        *rails, *[box((0, length * y, 0), (width * (0.9 - 0.14 * y), 0.035, 0.018), *look) for y in (0.12, 0.42, 0.72)]
    )


@register("a folding step ladder")
def ladder(*, width=0.52, height=1.6, depth=0.9, paint=None, wood="oak"):
    look, spread = finish(wood, paint), math.atan2(depth * 0.46, height * 0.98)
    length = height * 0.97 / math.cos(spread)
    front = moved(
        library_call("front_half", width=width, length=length, look=look), (0, 0, depth * 0.45), -spread, (1, 0, 0)
    )
    back = moved(
        library_call("back_half", width=width, length=length * 0.99, look=look),
        (0, 0, -depth * 0.45),
        spread,
        (1, 0, 0),
    )
    hinge = [
        rod((x * width * 0.42, height * 0.955, 0), (x * width * 0.36, height * 0.955, 0), 0.03, *surface("brass"))
        for x in (-1, 1)
    ]
    chains = [
        rod(
            (x * width * 0.43, height * 0.42, -depth * 0.26),
            (x * width * 0.43, height * 0.42, depth * 0.26),
            0.005,
            *surface("brass"),
        )
        for x in (-1, 1)
    ]
    whole = concat_shapes(
        front, back, box((0, height * 0.975, 0), (width * 0.86, 0.026, depth * 0.26), *look), *hinge, *chains
    )
    return fitted(whole, width, height, depth)
