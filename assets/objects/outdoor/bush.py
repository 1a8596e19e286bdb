# /// asset
# word = "bush"
# synonyms = ["shrub", "flowering bush", "rose bush", "shrubbery"]
# stands_for = ["lavender bush"]
# category = "outdoor"
# support = "floor"
# colors = ["leaf", "bloom"]
# ///
import math

import numpy as np

from scene.language import *
from scene.language.modelling import ball, ellipsoid, fitted, leafage, moved, rod, rotated, tinted


@register("the leafy mass")
def foliage(*, radius, height, leaf):
    rng = np.random.default_rng(9)
    masses = [((0, height * 0.48, 0), (radius * 0.7, height * 0.46, radius * 0.7))]
    for k in range(8):
        a = k * 0.785 + rng.uniform(-0.2, 0.2)
        half = radius * rng.uniform(0.34, 0.48)
        out, y = radius * rng.uniform(0.48, 0.56), height * (0.3 if k % 2 else 0.44)
        masses.append(((out * math.cos(a), y, out * math.sin(a)), (half, half * 0.8, half)))
    for k in range(3):
        a = k * 2.1 + 0.6
        masses.append(
            (
                (radius * 0.3 * math.cos(a), height * 0.74, radius * 0.3 * math.sin(a)),
                (radius * 0.36, height * 0.24, radius * 0.36),
            )
        )
    return leafage(masses, leaf, radius * 0.14, seed=3)


@register("a flower of five petals")
def flower(*, size, bloom):
    petals = loop(
        5,
        lambda i: rotated(
            ellipsoid((size * 0.6, size * 0.1, 0), (size * 0.55, size * 0.16, size * 0.42), bloom), i * 1.2566
        ),
    )
    return concat_shapes(petals, ball((0, size * 0.2, 0), size * 0.26, (0.98, 0.82, 0.35)))


@register("the flowers")
def blossoms(*, radius, height, bloom):
    def at(i):
        y, a = 0.05 + 0.93 * (i + 0.5) / 20, i * 2.4 + 0.7
        ring = math.sqrt(1 - y * y)
        lean = rotated(
            rotated(
                library_call("flower", size=radius * 0.095, bloom=tinted(bloom, 0.9 + 0.1 * (i % 3))),
                -math.acos(y),
                (0, 0, 1),
            ),
            -a,
        )
        return moved(
            lean, (radius * 0.96 * ring * math.cos(a), height * (0.2 + 0.78 * y), radius * 0.96 * ring * math.sin(a))
        )

    return loop(20, at)


@register("the short stems")
def stems(*, radius, height):
    foot = rod((0, -height * 0.12, 0), (0, height * 0.1, 0), radius * 0.2, (0.3, 0.22, 0.15))
    return concat_shapes(
        foot,
        loop(
            7,
            lambda i: rod(
                (radius * 0.12 * math.cos(i), 0, radius * 0.12 * math.sin(i)),
                (radius * 0.4 * math.cos(i), height * 0.4, radius * 0.4 * math.sin(i)),
                radius * 0.035,
                (0.36, 0.26, 0.17),
            ),
        ),
    )


@register("a round bush with flowers")
def bush(*, width=0.9, height=0.75, leaf=(0.26, 0.45, 0.17), bloom=(0.9, 0.4, 0.55)):
    whole = concat_shapes(
        library_call("stems", radius=width / 2, height=height),
        library_call("foliage", radius=width / 2, height=height, leaf=leaf),
        library_call("blossoms", radius=width / 2, height=height, bloom=bloom),
    )
    return fitted(whole, width, height, width)
