# /// asset
# word = "bunch of balloons"
# synonyms = ["party balloon", "balloon bunch", "cluster of balloons", "balloon bouquet", "balloon cluster"]
# category = "decor"
# support = "floor"
# colors = ["first"]
# ///
import math

import numpy as np

from scene.language import *
from scene.language.modelling import ball, cone, ellipsoid, fitted, moved, rod, tinted

MIXED = (
    (0.85, 0.15, 0.2), (0.2, 0.45, 0.8), (0.95, 0.8, 0.25), (0.4, 0.7, 0.4), (0.85, 0.45, 0.65), (0.95, 0.55, 0.2),
)  # fmt: skip


@register("one balloon")
def balloon_part(*, tone):
    return concat_shapes(
        ellipsoid((0, 0.17, 0), (0.13, 0.155, 0.13), tone, {"roughness": 0.12}),
        *[
            ball((0, 0.06 - 0.045 * t, 0), 0.05 * (1 - t) + 0.006, tone, {"roughness": 0.12})
            for t in np.linspace(0, 1, 9)
        ],
        cone((0, -0.008, 0), (0, 0.016, 0), 0.014, tone),
    )


@register("the weight")
def weight():
    return concat_shapes(
        rod((0, 0, 0), (0, 0.05, 0), 0.05, (0.85, 0.7, 0.3), {"metallic": 0.6, "roughness": 0.3}),
        ball((0, 0.05, 0), 0.03, (0.85, 0.7, 0.3)),
    )


@register("a bunch of balloons on strings")
def balloons(*, width=0.75, height=1.6, depth=0.75, first=None):
    tones = MIXED if first is None else [tinted(first, by) for by in (1.0, 1.25, 0.85, 1.1, 0.95, 1.4)]
    spots = [(0.22 * math.cos(i * 1.2566), 1.12 + 0.1 * (i % 2), 0.22 * math.sin(i * 1.2566)) for i in range(5)] + [
        (0, 1.28, 0)
    ]
    whole = concat_shapes(
        library_call("weight"),
        *[
            concat_shapes(
                moved(library_call("balloon_part", tone=tone), at), rod((0, 0.05, 0), at, 0.0022, (0.9, 0.9, 0.9))
            )
            for tone, at in zip(tones, spots, strict=True)
        ],
    )
    return fitted(whole, width, height, depth)
