# /// asset
# word = "toy animal"
# synonyms = [
#     "animal figurine", "farm animal", "farm animals", "animal figure", "toy animals",
#     "donkey",
# ]
# stands_for = [
#     "zoo animals", "unicorn", "zebra", "tiger", "elephant figurine",
#     "toy unicorn", "llama",
# ]
# category = "toys"
# support = "surface"
# colors = ["coat"]
# ///
import math

import numpy as np

from scene.language import *
from scene.language.modelling import ball, darker, ellipsoid, fitted, moved, rod, tube


@register("the body on four legs")
def body_part(*, coat):
    soft = {"roughness": 0.6}
    trunk = [
        ellipsoid(
            (0, 0.115 + 0.005 * math.sin(3 * t), z), (0.036 - 0.004 * abs(t), 0.042 - 0.005 * abs(t), 0.04), coat, soft
        )
        for t, z in zip(np.linspace(-1, 1, 11), np.linspace(-0.06, 0.055, 11), strict=True)
    ]
    legs = [
        concat_shapes(
            tube([(s * 0.022, 0.1, z), (s * 0.024, 0.05, z), (s * 0.024, 0.012, z)], 0.0115, coat, soft),
            rod((s * 0.024, 0, z), (s * 0.024, 0.012, z), 0.0135, (0.2, 0.16, 0.14)),
        )
        for s in (-1, 1)
        for z in (-0.065, 0.06)
    ]
    tail = tube([(0, 0.13, -0.095), (0, 0.12, -0.115), (0, 0.08, -0.12)], 0.0075, darker(coat, 0.55))
    return concat_shapes(*trunk, *legs, tail)


@register("the neck and the head")
def head_part(*, coat):
    soft = {"roughness": 0.6}
    ears = [
        moved(
            ellipsoid((0, 0.012, 0), (0.0065, 0.015, 0.005), coat, soft), (s * 0.015, 0.192, 0.085), -s * 0.4, (0, 0, 1)
        )
        for s in (-1, 1)
    ]
    mane = [
        ellipsoid((0, 0.14 + 0.05 * t, 0.055 + 0.025 * t), (0.006, 0.012, 0.014), darker(coat, 0.55))
        for t in np.linspace(0, 1, 8)
    ]
    eyes = [ball((s * 0.0185, 0.184, 0.1), 0.0042, (0.06, 0.05, 0.05)) for s in (-1, 1)]
    return concat_shapes(
        tube([(0, 0.125, 0.06), (0, 0.175, 0.088)], 0.0235, coat, soft),
        ellipsoid((0, 0.178, 0.1), (0.022, 0.022, 0.03), coat, soft),
        ellipsoid((0, 0.168, 0.125), (0.017, 0.016, 0.02), darker(coat, 0.8), soft),
        *ears,
        *mane,
        *eyes,
    )


@register("a small toy animal on four legs")
def toy_animal(*, width=0.1, height=0.2, depth=0.24, coat=(0.55, 0.36, 0.2)):
    whole = concat_shapes(library_call("body_part", coat=coat), library_call("head_part", coat=coat))
    return fitted(whole, width, height, depth)
