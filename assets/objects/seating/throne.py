# /// asset
# word = "throne"
# synonyms = ["king's throne", "royal throne", "royal chair", "king chair", "golden throne"]
# category = "seating"
# support = "floor"
# clearance = {front = 0.7}
# colors = ["velvet"]
# materials = ["frame"]
# ///
import math

import numpy as np

from scene.language import *
from scene.language.modelling import box, cone, ellipsoid, finish, fitted, rod, tube


@register("the gilded frame with a crown on top")
def frame_part(*, look):
    legs = [
        concat_shapes(
            tube([(x * 0.34, 0.05, z * 0.28), (x * 0.32, 0.2, z * 0.26), (x * 0.36, 0.4, z * 0.3)], 0.035, *look),
            ellipsoid((x * 0.34, 0.04, z * 0.28 + 0.02), (0.05, 0.04, 0.06), *look),
        )
        for x in (-1, 1)
        for z in (-1, 1)
    ]
    posts = [box((s * 0.345, 0.95, -0.29), (0.07, 1.1, 0.08), *look) for s in (-1, 1)]
    knobs = [ellipsoid((s * 0.345, 1.56, -0.29), (0.055, 0.07, 0.055), *look) for s in (-1, 1)]
    arch = [(0.33 * math.cos(a), 1.45 + 0.22 * math.sin(a), -0.29) for a in np.linspace(0, math.pi, 17)]
    arms = []
    for s in (-1, 1):
        curl = [(s * 0.36, 0.73 + 0.05 * math.sin(a), 0.3 + 0.05 * math.cos(a)) for a in np.linspace(1.57, -3.4, 12)]
        arms += [
            tube([(s * 0.35, 0.82, -0.26), (s * 0.36, 0.79, 0.0), *curl], 0.032, *look),
            tube([(s * 0.36, 0.42, 0.27), (s * 0.365, 0.55, 0.24), (s * 0.36, 0.72, 0.25)], 0.028, *look),
        ]
    crown = [
        cone((0.055 * k, 1.73 - 0.012 * abs(k), -0.29), (0.07 * k, 1.88 - 0.02 * abs(k), -0.29), 0.03, *look)
        for k in range(-2, 3)
    ]
    gems = [
        ellipsoid((0.07 * k, 1.885 - 0.02 * abs(k), -0.29), (0.017,) * 3, (0.75, 0.05, 0.15), {"roughness": 0.05})
        for k in range(-2, 3)
    ]
    return concat_shapes(
        *legs,
        box((0, 0.42, 0), (0.76, 0.09, 0.66), *look),
        *posts,
        *knobs,
        tube(arch, 0.05, *look),
        *arms,
        tube([(-0.13, 1.72, -0.29), (0, 1.735, -0.29), (0.13, 1.72, -0.29)], 0.03, *look),
        *crown,
        *gems,
    )


@register("the velvet seat and back")
def velvet_part(*, velvet, look):
    soft = {"roughness": 0.8}
    buttons = [
        ellipsoid((0.1 * x + 0.05 * (y % 2), 0.7 + 0.14 * y, -0.222), (0.014, 0.014, 0.008), *look)
        for y in range(6)
        for x in ((-2, -1, 0, 1) if y % 2 else (-2, -1, 0, 1, 2))
    ]
    back = rod((0, 1.43, -0.325), (0, 1.43, -0.25), 0.31, velvet, soft)
    return concat_shapes(
        ellipsoid((0, 0.475, 0.02), (0.36, 0.06, 0.31), velvet, soft),
        box((0, 0.48, 0.02), (0.62, 0.06, 0.54), velvet, soft),
        box((0, 0.97, -0.29), (0.62, 0.92, 0.07), velvet, soft),
        back,
        ellipsoid((0, 1.05, -0.262), (0.29, 0.52, 0.045), velvet, soft),
        *buttons,
    )


@register("a golden throne with a high red back, lion-footed arms and a crown on top")
def throne(*, width=0.85, height=1.9, depth=0.78, velvet=(0.6, 0.05, 0.1), frame="gold"):
    look = finish(frame)
    whole = concat_shapes(library_call("frame_part", look=look), library_call("velvet_part", velvet=velvet, look=look))
    return fitted(whole, width, height, depth)
