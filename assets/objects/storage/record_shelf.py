# /// asset
# word = "record shelf"
# synonyms = [
#     "shelf of records", "vinyl shelf", "record cabinet", "shelf of vinyl records", "shelf of vinyl", "record storage",
#     "shelf with records", "record rack", "rack of records", "bookcase of records", "vinyl rack", "wall of records",
# ]
# category = "storage"
# support = "floor"
# colors = ["paint"]
# materials = ["wood"]
# ///
import numpy as np

from scene.language import *
from scene.language.modelling import box, darker, finish, fitted, moved, rod


@register("the open shelf of square bays")
def square_bays(*, look):
    boards = [box((0, y, 0), (1.5, 0.024, 0.38), *look) for y in (0.1, 0.47, 0.84, 1.21)]
    uprights = [box((x, 0.655, 0), (0.024, 1.13, 0.38), *look) for x in (-0.738, -0.246, 0.246, 0.738)]
    return concat_shapes(
        *boards,
        *uprights,
        box((0, 0.655, -0.185), (1.48, 1.12, 0.01), darker(look[0], 0.6)),
        *[box((s * 0.7, 0.045, z), (0.04, 0.09, 0.04), darker(look[0], 0.7)) for s in (-1, 1) for z in (-0.15, 0.15)],
    )


@register("a row of sleeves, seen from their backs")
def sleeve_row(*, seed, wide):
    chance = np.random.default_rng(seed)
    tones = (
        (0.85, 0.25, 0.2),
        (0.15, 0.3, 0.5),
        (0.95, 0.75, 0.25),
        (0.12, 0.12, 0.14),
        (0.92, 0.88, 0.8),
        (0.3, 0.55, 0.45),
        (0.6, 0.35, 0.6),
        (0.95, 0.5, 0.3),
        (0.97, 0.97, 0.95),
    )
    parts, x = [], -wide / 2
    while x < wide / 2 - 0.012:
        thick = chance.uniform(0.006, 0.012)
        parts.append(
            box(
                (x + thick / 2, 0.157, chance.uniform(-0.008, 0.004)),
                (thick * 0.92, 0.314, 0.314),
                tones[int(chance.integers(9))],
            )
        )
        x += thick
    return concat_shapes(*parts)


@register("a sleeve that shows its front, with the record half out")
def shown_sleeve(*, tone, mark):
    return concat_shapes(
        rod((0.09, 0.157, -0.006), (0.09, 0.157, -0.003), 0.15, (0.05, 0.05, 0.06), {"roughness": 0.2}),
        box((0, 0.157, 0), (0.314, 0.314, 0.005), tone),
        rod((0, 0.18, 0.0025), (0, 0.18, 0.004), 0.085, mark),
        box((0, 0.045, 0.003), (0.24, 0.03, 0.002), mark),
    )


@register("a shelf full of vinyl records")
def record_shelf(*, width=1.5, height=1.57, depth=0.38, paint=None, wood="oak"):
    parts = [library_call("square_bays", look=finish(wood, paint))]
    for i in range(3):
        for k in range(3):
            wide = (0.45, 0.45, 0.3)[(i + k) % 3]
            parts.append(
                moved(
                    library_call("sleeve_row", seed=3 * i + k, wide=wide),
                    (-0.492 + 0.492 * i - (0.45 - wide) / 2, 0.113 + 0.37 * k, 0.02),
                )
            )
            if wide < 0.4:
                parts.append(
                    moved(
                        library_call(
                            "shown_sleeve",
                            tone=((0.9, 0.6, 0.2), (0.2, 0.45, 0.6), (0.75, 0.2, 0.3))[k],
                            mark=(0.95, 0.92, 0.85),
                        ),
                        (-0.492 + 0.492 * i + 0.05, 0.113 + 0.37 * k, 0.172),
                    )
                )
    for i, tone in enumerate(((0.2, 0.5, 0.55), (0.9, 0.4, 0.3), (0.15, 0.15, 0.2))):
        parts.append(
            moved(
                library_call("shown_sleeve", tone=tone, mark=(0.97, 0.85, 0.5)),
                (-0.48 + 0.45 * i, 1.222, -0.06),
                -0.22,
                (1, 0, 0),
            )
        )
    return fitted(concat_shapes(*parts), width, height, depth)
