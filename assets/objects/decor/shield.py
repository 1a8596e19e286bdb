# /// asset
# word = "shield"
# synonyms = ["coat of arms", "heraldic shield", "knight shield", "medieval shield", "wooden shield", "family crest"]
# stands_for = ["round shield", "viking shield"]
# category = "decor"
# support = "wall"
# colors = ["paint", "second"]
# ///
import math

import numpy as np

from scene.language import *
from scene.language.modelling import box, ellipsoid, fitted, moved, rod, tube


@register("the quartered field")
def shield_field(*, paint, second):
    rows = []
    step, strips = 0.0125, 7
    for k in range(56):
        y = (k + 0.5) * step
        half = max(0.004, shield_half(y - step) - 0.006)
        for s in (-1, 1):
            tone = paint if (s < 0) == (y < 0.37) else second
            for i in range(strips):
                x = s * half * (i + 0.5) / strips
                front = 0.04 + 0.03 * (1 - (x / 0.28) ** 2)
                rows.append(box((x, y, front / 2), (half / strips, step * 1.001, front), tone, {"roughness": 0.45}))
    return concat_shapes(*rows)


def shield_half(y):
    """Half the width of the shield at height `y`: straight above, rounding to a point below."""
    if y >= 0.38:
        return 0.28
    return 0.28 * math.sqrt(max(0.0, 1 - min(1.0, (0.38 - y) / 0.38) ** 1.7))


@register("the steel rim, the cross and the boss")
def shield_metal():
    steel = surface("steel")
    line = [(-0.28, 0.7, 0.035), (-0.28, 0.5, 0.035)] + [
        (-shield_half(y), y, 0.035) for y in np.linspace(0.38, 0.0, 24)
    ]
    line += [(-x, y, z) for x, y, z in reversed(line[:-1])]
    rivets = [ellipsoid((x, y, 0.046), (0.008, 0.008, 0.006), *surface("brass")) for x, y, _ in line[1:-1:4]]
    return concat_shapes(
        tube([*line, line[0]], 0.012, *steel),
        box((0, 0.355, 0.064), (0.045, 0.68, 0.024), *surface("brass")),
        *[
            moved(box((0, 0, 0), (0.28, 0.045, 0.018), *surface("brass")), (s * 0.135, 0.37, 0.0585), s * 0.1)
            for s in (-1, 1)
        ],
        rod((0, 0.37, 0.06), (0, 0.37, 0.078), 0.075, *steel),
        ellipsoid((0, 0.37, 0.077), (0.055, 0.055, 0.035), *steel),
        *rivets,
    )


@register("a quartered heraldic shield with a steel rim and a boss")
def shield(*, width=0.56, height=0.7, depth=0.12, paint=(0.68, 0.12, 0.13), second=(0.93, 0.86, 0.62)):
    whole = concat_shapes(library_call("shield_field", paint=paint, second=second), library_call("shield_metal"))
    return fitted(whole, width, height, depth)
