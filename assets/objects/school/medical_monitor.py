# /// asset
# word = "heart monitor"
# synonyms = [
#     "patient monitor", "medical monitor", "ecg monitor", "vital signs monitor", "ekg machine", "hospital monitor",
# ]
# stands_for = ["defibrillator", "blood pressure monitor", "ultrasound machine", "infusion pump", "x-ray machine"]
# category = "school"
# support = "floor"
# colors = ["paint"]
# ///
import math

import numpy as np

from scene.language import *
from scene.language.modelling import ball, box, darker, fitted, rod, tube


@register("the stand")
def stand_part():
    tone = (0.88, 0.89, 0.9)
    return concat_shapes(
        *[
            concat_shapes(
                rod((0, 0.1, 0), (0.22 * math.cos(a), 0.07, 0.22 * math.sin(a)), 0.018, tone),
                ball((0.22 * math.cos(a), 0.03, 0.22 * math.sin(a)), 0.03, (0.2, 0.2, 0.22)),
            )
            for a in np.linspace(0, 2 * math.pi, 6)[:-1]
        ],
        rod((0, 0.1, 0), (0, 1.0, 0), 0.02, tone),
        box((0, 0.7, 0.06), (0.34, 0.02, 0.26), tone),
        box((0, 0.72, 0.06), (0.22, 0.06, 0.18), (0.5, 0.55, 0.6)),
    )


@register("the screen with its traces")
def screen_part(*, paint):
    traces = []
    for row, tone in enumerate(((0.3, 0.95, 0.4), (0.95, 0.85, 0.3), (0.35, 0.75, 0.95))):
        y = 1.23 - 0.07 * row
        points = []
        for i in range(24):
            t = i / 23
            peak = 0.035 if i % 8 == 4 else -0.012 if i % 8 == 5 else 0.004 * math.sin(i)
            points.append((-0.17 + 0.24 * t, y + peak * (1 - 0.25 * row), 0.074))
        traces.append(tube(points, 0.0022, tone, {"emission": 1.5}))
    figures = [
        box((0.14, 1.23 - 0.07 * k, 0.073), (0.06, 0.03, 0.002), tone, {"emission": 1.2})
        for k, tone in enumerate(((0.3, 0.95, 0.4), (0.95, 0.85, 0.3), (0.35, 0.75, 0.95)))
    ]
    knobs = [
        rod((-0.14 + 0.07 * i, 1.025, 0.068), (-0.14 + 0.07 * i, 1.025, 0.082), 0.014, (0.4, 0.45, 0.5))
        for i in range(5)
    ]
    return concat_shapes(
        box((0, 1.16, 0), (0.46, 0.36, 0.14), paint, {"roughness": 0.4}),
        box((0, 1.18, 0.071), (0.4, 0.25, 0.004), (0.03, 0.04, 0.05)),
        *traces,
        *figures,
        *knobs,
        tube([(-0.08, 1.34, 0), (-0.08, 1.37, 0), (0.08, 1.37, 0), (0.08, 1.34, 0)], 0.012, darker(paint, 0.7)),
    )


@register("a patient monitor on a wheeled stand")
def medical_monitor(*, width=0.5, height=1.35, depth=0.5, paint=(0.9, 0.91, 0.92)):
    whole = concat_shapes(library_call("stand_part"), library_call("screen_part", paint=paint))
    return fitted(whole, width, height, depth)
