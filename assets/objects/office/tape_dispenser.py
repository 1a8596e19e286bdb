# /// asset
# word = "tape dispenser"
# synonyms = ["sticky tape dispenser", "desk tape dispenser", "scotch tape dispenser", "tape holder", "scotch tape"]
# category = "office"
# support = "surface"
# colors = ["paint"]
# ///
import math

import numpy as np

from scene.language import *
from scene.language.modelling import box, cone, fitted, moved, rod


def profile(x):
    """The height of the body at `x`: a hump that holds the roll, a dip, and the nose with the blade."""
    return float(
        np.interp(
            x,
            (-0.075, -0.07, -0.055, -0.03, 0.0, 0.03, 0.05, 0.066, 0.074),
            (0.02, 0.03, 0.036, 0.033, 0.026, 0.026, 0.034, 0.044, 0.046),
        )
    )


@register("the heavy body")
def dispenser_body(*, paint):
    look = (paint, {"roughness": 0.35})
    parts = [box((0, 0.002, 0), (0.15, 0.004, 0.055), (0.06, 0.06, 0.06), {"roughness": 0.9})]
    for x in np.linspace(-0.0735, 0.0735, 50):
        parts.append(box((x, 0.003 + (profile(x) - 0.003) / 2, 0), (0.00302, profile(x) - 0.003, 0.026), *look))
        for s in (-1, 1):
            cheek = (
                profile(x) if x > 0.02 else max(profile(x), 0.05 * math.sqrt(max(0.0, 1 - ((x + 0.025) / 0.05) ** 2)))
            )
            parts.append(box((x, 0.003 + (cheek - 0.003) / 2, s * 0.0195), (0.00302, cheek - 0.003, 0.014), *look))
    return concat_shapes(*parts)


@register("the roll on its hub and the tape to the blade")
def tape_part():
    clear = ((0.93, 0.88, 0.68), {"roughness": 0.15})
    teeth = [
        cone((0.0765, 0.049, -0.0105 + 0.0021 * k), (0.0795, 0.052, -0.0105 + 0.0021 * k), 0.0011, *surface("steel"))
        for k in range(11)
    ]
    return concat_shapes(
        rod((-0.025, 0.045, -0.0095), (-0.025, 0.045, 0.0095), 0.033, *clear),
        rod((-0.025, 0.045, -0.0105), (-0.025, 0.045, 0.0105), 0.02, (0.95, 0.95, 0.93)),
        rod((-0.025, 0.045, -0.028), (-0.025, 0.045, 0.028), 0.008, (0.75, 0.15, 0.15)),
        moved(box((0.0485, 0, 0), (0.099, 0.001, 0.019), *clear), (-0.021, 0.0775, 0), -0.285, (0, 0, 1)),
        box((0.0735, 0.048, 0), (0.007, 0.003, 0.024), *surface("steel")),
        *teeth,
    )


@register("a desk tape dispenser with a roll and a toothed blade")
def tape_dispenser(*, width=0.156, height=0.079, depth=0.056, paint=(0.15, 0.16, 0.18)):
    return fitted(
        concat_shapes(library_call("dispenser_body", paint=paint), library_call("tape_part")), width, height, depth
    )
