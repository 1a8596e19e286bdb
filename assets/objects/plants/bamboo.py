# /// asset
# word = "bamboo"
# synonyms = ["bamboo plant", "bamboo grove", "potted bamboo", "bamboo stalks", "bamboo in a pot"]
# category = "plants"
# support = "floor"
# colors = ["leaves", "pot"]
# ///
import math

from scene.language import *
from scene.language.modelling import block, box, darker, disc, ellipsoid, fitted, moved, rod


@register("a jointed cane with leaves")
def cane(*, x, z, tall, lean, leaves, seed_turn):
    green = (0.47, 0.6, 0.22)
    n = max(5, round(tall / 0.2))
    parts = []
    for i in range(n):
        a = (x + lean[0] * (i / n) ** 2, 0.32 + tall * i / n, z + lean[1] * (i / n) ** 2)
        b = (x + lean[0] * ((i + 1) / n) ** 2, 0.32 + tall * (i + 1) / n, z + lean[1] * ((i + 1) / n) ** 2)
        parts.append(rod(a, b, 0.014 - 0.006 * i / n, darker(green, 0.88 + 0.12 * (i % 2))))
        parts.append(ellipsoid(b, (0.017 - 0.006 * i / n, 0.005, 0.017 - 0.006 * i / n), darker(green, 0.7)))
        if i >= n // 3:
            for k in range(5):
                turn = seed_turn + 2.4 * (5 * i + k)
                reach = 0.11 + 0.03 * (k % 3)
                leaf = ellipsoid((reach, -0.03, 0), (0.085, 0.004, 0.016), darker(leaves, 0.8 + 0.1 * (k % 3)))
                leaf = moved(leaf, (0, 0, 0), -0.25 - 0.18 * (k % 3), (0, 0, 1))
                parts.append(moved(leaf, (b[0], b[1] + 0.012 * k, b[2]), turn))
                if k == 0:
                    tip = (b[0] + 0.08 * math.cos(turn), b[1] + 0.0, b[2] - 0.08 * math.sin(turn))
                    parts.append(rod(b, tip, 0.003, green))
    return concat_shapes(*parts)


@register("the planter with its pebbles")
def planter(*, pot):
    return concat_shapes(
        *[box((s * 0.27, 0.17, 0), (0.02, 0.34, 0.32), pot) for s in (-1, 1)],
        *[box((0, 0.17, s * 0.15), (0.56, 0.34, 0.02), pot) for s in (-1, 1)],
        block((0, 0, 0), (0.54, 0.3, 0.3), darker(pot, 0.5)),
        *[
            disc(
                (0.07 * (i - 3) + 0.02 * (k % 2), 0.3, 0.065 * (k - 1.5)),
                (0.034, 0.028),
                0.02,
                darker((0.82, 0.8, 0.76), 0.85 + 0.05 * ((i + k) % 4)),
            )
            for i in range(7)
            for k in range(4)
        ],
    )


@register("tall bamboo in a planter")
def bamboo(*, width=0.9, height=2.1, depth=0.75, leaves=(0.3, 0.55, 0.2), pot=(0.2, 0.2, 0.21)):
    canes = [
        (-0.19, 0.04, 1.6, (-0.12, 0.05)),
        (-0.1, -0.05, 1.35, (-0.03, -0.1)),
        (0.0, 0.05, 1.75, (0.04, 0.06)),
        (0.09, -0.04, 1.5, (0.06, -0.08)),
        (0.18, 0.03, 1.65, (0.14, 0.04)),
        (0.05, -0.08, 1.1, (0.02, -0.06)),
        (-0.15, -0.08, 1.0, (-0.08, -0.05)),
        (0.13, 0.09, 1.2, (0.1, 0.08)),
        (-0.05, 0.1, 1.3, (-0.06, 0.1)),
    ]
    whole = concat_shapes(
        library_call("planter", pot=pot),
        *[
            library_call("cane", x=x, z=z, tall=t, lean=lean, leaves=leaves, seed_turn=1.3 * i)
            for i, (x, z, t, lean) in enumerate(canes)
        ],
    )
    return fitted(whole, width, height, depth)
