# /// asset
# word = "pill bottle"
# synonyms = ["medicine bottle", "pills", "prescription bottle", "vitamin bottle", "medicine", "bottle of pills"]
# stands_for = ["medication", "tablets"]
# category = "school"
# support = "surface"
# colors = ["paint", "cap"]
# ///
import math

import numpy as np

from scene.language import *
from scene.language.modelling import box, ellipsoid, fitted, rod, rotated, tinted


@register("the bottle with its ribbed cap and label")
def bottle(*, paint, cap):
    amber = (paint, {"opacity": 0.6, "roughness": 0.08})
    ribs = [
        rod(
            (0.0232 * math.cos(a), 0.068, 0.0232 * math.sin(a)),
            (0.0232 * math.cos(a), 0.084, 0.0232 * math.sin(a)),
            0.0015,
            tinted(cap, 0.85),
        )
        for a in np.linspace(0, 2 * math.pi, 25)[:-1]
    ]
    pills = [
        ellipsoid(
            (0.013 * math.cos(k * 2.4), 0.006 + 0.0045 * k, 0.013 * math.sin(k * 2.4)),
            (0.006, 0.0035, 0.006),
            (0.97, 0.96, 0.93),
        )
        for k in range(9)
    ]
    return concat_shapes(
        *pills,
        rod((0, 0, 0), (0, 0.062, 0), 0.021, *amber),
        rod((0, 0.062, 0), (0, 0.068, 0), 0.017, *amber),
        rod((0, 0.066, 0), (0, 0.086, 0), 0.0232, cap),
        rod((0, 0.012, 0), (0, 0.052, 0), 0.0216, (0.97, 0.97, 0.95)),
        rod((0, 0.044, 0), (0, 0.05, 0), 0.0219, (0.2, 0.45, 0.75)),
        *[
            rotated(box((0, y, 0.0214), (w, 0.0028, 0.0012), (0.15, 0.15, 0.16)), 0.35)
            for y, w in ((0.037, 0.018), (0.031, 0.014), (0.025, 0.018))
        ],
        *ribs,
    )


@register("a capsule and a tablet")
def loose():
    return concat_shapes(
        rod((0.03, 0.0036, 0.02), (0.036, 0.0036, 0.024), 0.0036, (0.85, 0.12, 0.12), {"roughness": 0.15}),
        ellipsoid((0.03, 0.0036, 0.02), (0.0036,) * 3, (0.85, 0.12, 0.12), {"roughness": 0.15}),
        rod((0.036, 0.0036, 0.024), (0.042, 0.0036, 0.028), 0.0036, (0.95, 0.95, 0.92), {"roughness": 0.15}),
        ellipsoid((0.042, 0.0036, 0.028), (0.0036,) * 3, (0.95, 0.95, 0.92), {"roughness": 0.15}),
        rod((0.034, 0, 0.0), (0.034, 0.0035, 0.0), 0.006, (0.96, 0.95, 0.92)),
    )


@register("an amber pill bottle with a white cap and label, two pills beside it")
def pill_bottle(*, width=0.07, height=0.086, depth=0.056, paint=(0.9, 0.45, 0.08), cap=(0.95, 0.95, 0.94)):
    whole = concat_shapes(library_call("bottle", paint=paint, cap=cap), library_call("loose"))
    return fitted(whole, width, height, depth)
