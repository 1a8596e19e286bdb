# /// asset
# word = "shower head"
# synonyms = ["showerhead", "rain shower head", "rain shower", "shower column", "wall shower", "shower fixture"]
# category = "bath"
# support = "wall"
# colors = ["paint"]
# materials = ["metal"]
# ///
import math

from scene.language import *
from scene.language.modelling import box, finish, fitted, moved, rod, tube


@register("the pipe and the mixer")
def shower_pipe(*, look):
    return concat_shapes(
        tube([(0, 0.1, 0.05), (0, 1.08, 0.05), (0, 1.13, 0.08), (0, 1.13, 0.3)], 0.011, *look),
        *[rod((0, y, 0), (0, y, 0.05), 0.009, *look) for y in (0.16, 0.98)],
        *[rod((0, y, 0), (0, y, 0.006), 0.026, *look) for y in (0.16, 0.98)],
        rod((-0.13, 0.09, 0.05), (0.13, 0.09, 0.05), 0.022, *look),
        *[rod((s * 0.1, 0.09, 0), (s * 0.1, 0.09, 0.05), 0.016, *look) for s in (-1, 1)],
        *[rod((s * 0.1, 0.09, 0), (s * 0.1, 0.09, 0.007), 0.033, *look) for s in (-1, 1)],
        *[rod((s * 0.13, 0.09, 0.05), (s * 0.175, 0.09, 0.05), 0.026, *look) for s in (-1, 1)],
        box((0.16, 0.115, 0.05), (0.012, 0.04, 0.012), *look),
        box((-0.16, 0.115, 0.05), (0.012, 0.04, 0.012), *look),
    )


@register("the wide rain head with its nozzles")
def rain_head(*, look):
    nozzles = [
        rod(
            (r * math.cos(a), 1.061, 0.3 + r * math.sin(a)),
            (r * math.cos(a), 1.057, 0.3 + r * math.sin(a)),
            0.0035,
            (0.25, 0.25, 0.27),
        )
        for r, n in ((0.02, 6), (0.045, 12), (0.07, 18), (0.095, 24))
        for a in (2 * math.pi * k / n for k in range(n))
    ]
    return concat_shapes(
        rod((0, 1.1, 0.3), (0, 1.14, 0.3), 0.013, *look),
        rod((0, 1.085, 0.3), (0, 1.105, 0.3), 0.028, *look),
        rod((0, 1.068, 0.3), (0, 1.086, 0.3), 0.12, *look),
        rod((0, 1.06, 0.3), (0, 1.069, 0.3), 0.112, *surface("white plastic")),
        *nozzles,
    )


@register("the hand shower on its hose")
def hand_shower(*, look):
    hose = [
        (0.0, 0.08, 0.08), (0.03, 0.02, 0.1), (0.09, 0.0, 0.11), (0.14, 0.06, 0.11), (0.13, 0.3, 0.1), (0.09, 0.48, 0.09),
        (0.065, 0.56, 0.09),
    ]  # fmt: skip
    return concat_shapes(
        tube(hose, 0.006, *look),
        tube([(0.065, 0.55, 0.09), (0.065, 0.72, 0.115)], 0.011, *look),
        moved(
            concat_shapes(
                rod((0, 0, -0.012), (0, 0, 0.012), 0.045, *look),
                rod((0, 0, 0.011), (0, 0, 0.015), 0.04, (0.3, 0.3, 0.32)),
            ),
            (0.065, 0.75, 0.125),
            0.35,
            (1, 0, 0),
        ),
        rod((0, 0.66, 0.05), (0.065, 0.66, 0.103), 0.012, *look),
        rod((0, 0.63, 0.05), (0, 0.69, 0.05), 0.019, *look),
    )


@register("a rain shower head on a pipe, with a mixer and a hand shower")
def shower_head(*, width=0.35, height=1.15, depth=0.42, metal="chrome", paint=None):
    look = finish(metal, paint)
    whole = concat_shapes(
        library_call("shower_pipe", look=look),
        library_call("rain_head", look=look),
        library_call("hand_shower", look=look),
    )
    return fitted(whole, width, height, depth)
