# /// asset
# word = "wheelchair"
# synonyms = ["wheel chair", "transport chair"]
# category = "school"
# support = "floor"
# colors = ["cloth"]
# ///
import math

import numpy as np

from scene.language import *
from scene.language.modelling import box, fitted, moved, rod, tube


@register("a large wheel with its hand rim")
def wheel_part():
    ring = [(0, 0.3 + 0.29 * math.cos(a), 0.29 * math.sin(a)) for a in np.linspace(0, 2 * math.pi, 44)]
    rim = [(0.035, 0.3 + 0.25 * math.cos(a), 0.25 * math.sin(a)) for a in np.linspace(0, 2 * math.pi, 36)]
    spokes = [
        rod((0, 0.3, 0), (0, 0.3 + 0.28 * math.cos(a), 0.28 * math.sin(a)), 0.003, (0.8, 0.8, 0.82))
        for a in np.linspace(0, 2 * math.pi, 19)[:-1]
    ]
    return concat_shapes(
        tube(ring, 0.016, (0.12, 0.12, 0.12)),
        tube(rim, 0.008, *surface("chrome")),
        *spokes,
        rod((-0.03, 0.3, 0), (0.03, 0.3, 0), 0.025, *surface("steel")),
    )


@register("the frame with the foot plates")
def frame_part():
    steel = surface("chrome")
    side = [
        tube(
            [
                (s * 0.22, 0.9, -0.36),
                (s * 0.22, 0.9, -0.24),
                (s * 0.22, 0.3, -0.2),
                (s * 0.22, 0.48, -0.2),
                (s * 0.22, 0.48, 0.24),
                (s * 0.2, 0.12, 0.46),
            ],
            0.013,
            *steel,
        )
        for s in (-1, 1)
    ]
    arms = [
        concat_shapes(
            tube([(s * 0.22, 0.48, 0.18), (s * 0.22, 0.68, 0.16), (s * 0.22, 0.7, -0.2)], 0.012, *steel),
            box((s * 0.22, 0.715, -0.02), (0.05, 0.03, 0.28), (0.1, 0.1, 0.11)),
        )
        for s in (-1, 1)
    ]
    casters = [
        concat_shapes(
            rod((s * 0.2 - 0.015, 0.09, 0.25), (s * 0.2 + 0.015, 0.09, 0.25), 0.09, (0.15, 0.15, 0.16)),
            rod((s * 0.2, 0.09, 0.25), (s * 0.21, 0.45, 0.22), 0.011, *steel),
        )
        for s in (-1, 1)
    ]
    return concat_shapes(
        *side,
        *arms,
        *casters,
        *[box((s * 0.1, 0.11, 0.5), (0.15, 0.015, 0.2), (0.2, 0.2, 0.21)) for s in (-1, 1)],
        *[rod((s * 0.22, 0.9, -0.42), (s * 0.22, 0.9, -0.32), 0.018, (0.1, 0.1, 0.1)) for s in (-1, 1)],
    )


@register("the seat and the back")
def seat_part(*, cloth):
    return concat_shapes(
        box((0, 0.5, 0.02), (0.43, 0.04, 0.44), cloth, {"roughness": 0.7}),
        moved(box((0, 0.2, 0), (0.43, 0.42, 0.03), cloth, {"roughness": 0.7}), (0, 0.5, -0.22), -0.08, (1, 0, 0)),
    )


@register("a wheelchair")
def wheelchair(*, width=0.65, height=0.92, depth=1.05, cloth=(0.15, 0.18, 0.25)):
    whole = concat_shapes(
        *[moved(library_call("wheel_part"), (s * 0.28, 0, -0.15), 0 if s > 0 else math.pi) for s in (-1, 1)],
        library_call("frame_part"),
        library_call("seat_part", cloth=cloth),
    )
    return fitted(whole, width, height, depth)
