# /// asset
# word = "spade"
# synonyms = ["shovel", "garden spade", "garden shovel", "digging tool"]
# category = "tools"
# support = "floor"
# colors = ["paint"]
# materials = ["shaft"]
# ///
import math

import numpy as np

from scene.language import *
from scene.language.modelling import box, ellipsoid, fitted, moved, pipe, rod


@register("the blade with its socket")
def spade_blade(*, width, height, thick, paint):
    look = (paint, {"roughness": 0.4, "metallic": 0.2})
    count = 10
    rows = [
        box(
            (0, height * (i + 0.5) / count, 0),
            (width * (1.0 if i > 3 else 0.55 + 0.13 * i), height / count * 1.02, thick),
            *look,
        )
        for i in range(count)
    ]
    return concat_shapes(
        *rows,
        rod((0, height * 0.5, 0), (0, height * 1.3, 0), width * 0.1, *look),
        *[box((x * width * 0.26, height * 1.0, 0), (width * 0.44, thick * 1.6, thick * 3), *look) for x in (-1, 1)],
    )


@register("the shaft with its D-shaped grip")
def spade_shaft(*, base, top, radius, shaft, paint):
    wood = surface(shaft)
    size = 0.06
    return concat_shapes(
        rod((0, base, 0), (0, top - size * 1.5, 0), radius, *wood),
        pipe(
            [
                (0, top - size * 1.6, 0),
                (-size, top - size * 0.5, 0),
                (-size, top - radius, 0),
                (size, top - radius, 0),
                (size, top - size * 0.5, 0),
                (0, top - size * 1.6, 0),
            ],
            radius * 0.85,
            paint,
            {"roughness": 0.4},
        ),
    )


@register("a heap of earth with grass")
def earth(*, radius, height):
    rng = np.random.default_rng(2)
    blades = [
        rod(
            (radius * 0.8 * math.cos(a), height * 0.15, radius * 0.8 * math.sin(a)),
            (radius * 0.86 * math.cos(a), height * rng.uniform(0.6, 0.95), radius * 0.86 * math.sin(a)),
            0.003,
            (0.35, 0.55, 0.22),
        )
        for a in np.linspace(0, 6.0, 18)
    ]
    lumps = [
        ellipsoid(
            (rng.uniform(-0.5, 0.5) * radius, height * rng.uniform(0.3, 0.75), rng.uniform(-0.5, 0.5) * radius),
            (radius * 0.26, height * 0.28, radius * 0.26),
            tuple(c * rng.uniform(0.8, 1.2) for c in surface("soil")[0]),
            surface("soil")[1],
        )
        for _ in range(8)
    ]
    return concat_shapes(
        *[
            rod(
                (0, height * 0.07 * i, 0),
                (0, height * 0.07 * (i + 1), 0),
                radius * math.sqrt(1 - (i / 11) ** 2),
                *surface("soil"),
            )
            for i in range(9)
        ],
        *lumps,
        *blades,
    )


@register("a garden spade standing in a heap of earth")
def spade(*, width=0.36, height=1.1, depth=0.36, paint=(0.25, 0.5, 0.35), shaft="ash"):
    tool = moved(
        concat_shapes(
            library_call("spade_blade", width=0.19, height=0.28, thick=0.008, paint=paint),
            library_call("spade_shaft", base=0.3, top=1.05, radius=0.018, shaft=shaft, paint=paint),
        ),
        (0, 0.05, 0),
        -0.08,
        (1, 0, 0),
    )
    whole = concat_shapes(library_call("earth", radius=0.18, height=0.13), tool)
    return fitted(whole, width, height, depth)
