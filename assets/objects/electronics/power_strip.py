# /// asset
# word = "power strip"
# synonyms = ["surge protector", "power board", "extension socket", "multi-socket", "multi-plug", "extension lead", "socket strip"]
# category = "electronics"
# support = "surface"
# colors = ["paint"]
# ///
import math

import numpy as np

from scene.language import *
from scene.language.modelling import box, darker, fitted, moved, rod, tube


@register("the long case with its sockets and switch")
def strip_case(*, paint):
    look = (paint, {"roughness": 0.4})
    sockets = []
    for i in range(5):
        x = -0.105 + 0.056 * i
        sockets += [
            rod((x, 0.036, 0), (x, 0.0385, 0), 0.0225, darker(paint, 0.85)),
            rod((x, 0.0385, 0), (x, 0.0395, 0), 0.019, darker(paint, 0.7)),
            *[
                rod((x + s * 0.0085, 0.039, s * 0.004), (x + s * 0.0085, 0.0405, s * 0.004), 0.003, (0.05, 0.05, 0.05))
                for s in (-1, 1)
            ],
        ]
    return concat_shapes(
        box((0, 0.018, 0), (0.35, 0.036, 0.052), *look),
        *[rod((s * 0.175, 0, 0), (s * 0.175, 0.036, 0), 0.026, *look) for s in (-1, 1)],
        *sockets,
        box((0.168, 0.0375, 0), (0.02, 0.003, 0.03), darker(paint, 0.5)),
        moved(
            box((0, 0, 0), (0.016, 0.008, 0.025), (0.88, 0.12, 0.1), {"roughness": 0.2}),
            (0.168, 0.04, 0),
            0.16,
            (0, 0, 1),
        ),
    )


@register("the cord with its plug")
def strip_cord(*, paint):
    look = (darker(paint, 0.92), {"roughness": 0.5})
    line = [(-0.195, 0.012, 0), (-0.235, 0.006, 0.0), (-0.27, 0.005, 0.025)]
    line += [(-0.2 - 0.075 * math.cos(a), 0.005, 0.095 + 0.06 * math.sin(a)) for a in np.linspace(-0.9, 1.9, 12)]
    line += [(-0.12, 0.005, 0.15), (-0.07, 0.008, 0.13)]
    return concat_shapes(
        tube(line, 0.0045, *look),
        moved(
            concat_shapes(
                rod((0, 0.019, 0), (0.035, 0.019, 0), 0.019, *look),
                *[
                    rod((0.034, 0.019, s * 0.0095), (0.054, 0.019, s * 0.0095), 0.0024, *surface("steel"))
                    for s in (-1, 1)
                ],
            ),
            (-0.075, 0, 0.132),
            0.35,
        ),
    )


@register("a power strip with five sockets, a red switch and its cord")
def power_strip(*, width=0.48, height=0.046, depth=0.21, paint=(0.94, 0.94, 0.93)):
    whole = concat_shapes(library_call("strip_case", paint=paint), library_call("strip_cord", paint=paint))
    return fitted(whole, width, height, depth)
