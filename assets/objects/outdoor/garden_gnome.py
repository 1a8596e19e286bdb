# /// asset
# word = "garden gnome"
# synonyms = ["gnome", "lawn ornament", "garden ornament", "elf figurine"]
# stands_for = [
#     "garden statue", "bird statue", "inflatable flamingo", "flamingo", "plastic flamingo", "garden flamingo",
# ]
# category = "outdoor"
# support = "floor"
# colors = ["hat", "coat"]
# ///
import math

import numpy as np

from scene.language import *
from scene.language.modelling import ball, box, ellipsoid, fitted, rod, stretched, tube


@register("the coat and the boots")
def body_part(*, coat):
    soft = {"roughness": 0.5}
    return concat_shapes(
        *[ellipsoid((s * 0.05, 0.03, 0.03), (0.042, 0.03, 0.065), (0.25, 0.16, 0.1)) for s in (-1, 1)],
        *[
            ellipsoid((0, 0.06 + 0.16 * t, 0), (0.1 - 0.045 * t, 0.04, 0.09 - 0.04 * t), coat, soft)
            for t in np.linspace(0, 1, 14)
        ],
        stretched(rod((0, 0.12, 0), (0, 0.145, 0), 0.097, (0.2, 0.13, 0.08)), (0.97, 1, 0.9)),
        box((0, 0.132, 0.086), (0.035, 0.028, 0.012), *surface("gold")),
        *[
            tube([(s * 0.07, 0.21, 0.01), (s * 0.11, 0.16, 0.03), (s * 0.085, 0.12, 0.075)], 0.025, coat, soft)
            for s in (-1, 1)
        ],
        *[ball((s * 0.082, 0.115, 0.08), 0.026, (0.93, 0.72, 0.58)) for s in (-1, 1)],
    )


@register("the face with its beard and the hat")
def head_part(*, hat):
    soft = {"roughness": 0.5}
    beard = [
        ellipsoid(
            (0, 0.245 - 0.09 * t, 0.05 + 0.012 * math.sin(math.pi * t)),
            (0.062 - 0.05 * t, 0.035, 0.03),
            (0.96, 0.96, 0.95),
            soft,
        )
        for t in np.linspace(0, 1, 9)
    ]
    point = [ball((0, 0.3 + 0.19 * t, -0.02 * t), 0.074 * (1 - t) + 0.004, hat, soft) for t in np.linspace(0, 1, 26)]
    return concat_shapes(
        ball((0, 0.265, 0.01), 0.065, (0.93, 0.72, 0.58), soft),
        *beard,
        *point,
        ball((0, 0.268, 0.078), 0.018, (0.9, 0.6, 0.5)),
        *[ball((s * 0.025, 0.288, 0.068), 0.008, (0.1, 0.1, 0.12)) for s in (-1, 1)],
    )


@register("a garden gnome with a red hat")
def garden_gnome(*, width=0.24, height=0.5, depth=0.22, hat=(0.8, 0.1, 0.1), coat=(0.2, 0.4, 0.65)):
    whole = concat_shapes(library_call("body_part", coat=coat), library_call("head_part", hat=hat))
    return fitted(whole, width, height, depth)
