# /// asset
# word = "motorcycle"
# synonyms = ["motorbike", "motor bike"]
# stands_for = ["moped", "vespa", "motor scooter", "scooter bike", "quad bike", "atv", "dirt bike"]
# category = "outdoor"
# support = "floor"
# colors = ["paint"]
# ///
import math

import numpy as np

from scene.language import *
from scene.language.modelling import ball, box, ellipsoid, fitted, moved, rod, tube


@register("a wheel")
def wheel_part():
    ring = loop(
        40,
        lambda i: ball(
            (0, 0.32 + 0.27 * math.cos(i * math.pi / 20), 0.27 * math.sin(i * math.pi / 20)),
            0.055,
            (0.1, 0.1, 0.1),
            {"roughness": 0.8},
        ),
    )
    spokes = loop(
        12,
        lambda i: rod(
            (0, 0.32, 0),
            (0, 0.32 + 0.25 * math.cos(i * math.pi / 6), 0.25 * math.sin(i * math.pi / 6)),
            0.007,
            (0.85, 0.85, 0.86),
        ),
    )
    return concat_shapes(ring, spokes, rod((-0.06, 0.32, 0), (0.06, 0.32, 0), 0.045, *surface("steel")))


@register("the frame with the engine")
def engine():
    steel = surface("chrome")
    dark = (0.13, 0.13, 0.14)
    fins = [box((0, 0.46 + 0.028 * i, 0.12), (0.26, 0.016, 0.24), (0.45, 0.46, 0.48)) for i in range(6)]
    return concat_shapes(
        box((0, 0.38, 0.05), (0.3, 0.16, 0.42), (0.3, 0.31, 0.33)),
        *fins,
        *[
            tube(
                [(s * 0.13, 0.5, 0.24), (s * 0.17, 0.34, 0.3), (s * 0.17, 0.28, 0.05), (s * 0.17, 0.34, -0.75)],
                0.04,
                *steel,
            )
            for s in (-1, 1)
        ],
        tube(
            [(0, 0.85, 0.5), (0, 0.6, 0.35), (0, 0.32, 0.3), (0, 0.3, -0.2), (0, 0.62, -0.4), (0, 0.8, 0.3)],
            0.026,
            dark,
        ),
        *[rod((s * 0.07, 0.32, -0.68), (s * 0.07, 0.42, -0.15), 0.022, dark) for s in (-1, 1)],
        rod((-0.05, 0.28, 0.0), (-0.3, 0.0, -0.05), 0.016, dark),
    )


@register("the tank, the seat and the mudguards")
def body_part(*, paint):
    gloss = {"roughness": 0.15}
    guards = [
        tube(
            [(0, 0.32 + 0.36 * math.cos(a), z + 0.36 * math.sin(a)) for a in np.linspace(start, stop, 12)],
            0.05,
            paint,
            gloss,
        )
        for z, start, stop in ((-0.68, -1.7, 0.6), (0.72, -0.9, 0.7))
    ]
    return concat_shapes(
        ellipsoid((0, 0.83, 0.18), (0.16, 0.13, 0.29), paint, gloss),
        ellipsoid((0, 0.77, -0.3), (0.15, 0.07, 0.36), (0.1, 0.09, 0.09)),
        ellipsoid((0, 0.8, -0.55), (0.12, 0.06, 0.18), (0.1, 0.09, 0.09)),
        *guards,
    )


@register("the fork, the handlebar and the lamp")
def fork():
    chrome = surface("chrome")
    return concat_shapes(
        *[rod((s * 0.09, 0.32, 0.72), (s * 0.09, 0.95, 0.48), 0.024, *chrome) for s in (-1, 1)],
        tube(
            [(-0.38, 1.05, 0.3), (-0.22, 1.08, 0.42), (0, 0.98, 0.48), (0.22, 1.08, 0.42), (0.38, 1.05, 0.3)],
            0.016,
            *chrome,
        ),
        *[rod((s * 0.27, 1.07, 0.39), (s * 0.4, 1.045, 0.28), 0.022, (0.1, 0.1, 0.1)) for s in (-1, 1)],
        ellipsoid((0, 0.9, 0.6), (0.1, 0.1, 0.08), *chrome),
        ellipsoid((0, 0.9, 0.65), (0.085, 0.085, 0.04), (0.98, 0.97, 0.88), {"emission": 0.5}),
        ball((0, 0.72, -0.98), 0.04, (0.8, 0.1, 0.08)),
    )


@register("a motorcycle on its stand")
def motorcycle(*, width=0.8, height=1.15, depth=2.1, paint=(0.7, 0.1, 0.1)):
    whole = concat_shapes(
        moved(library_call("wheel_part"), (0, 0, 0.72)),
        moved(library_call("wheel_part"), (0, 0, -0.68)),
        library_call("engine"),
        library_call("body_part", paint=paint),
        library_call("fork"),
    )
    return fitted(whole, width, height, depth)
