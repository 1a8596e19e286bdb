# /// asset
# word = "skull"
# synonyms = ["human skull", "skull model", "anatomical skull", "death's head", "halloween skull"]
# category = "school"
# support = "surface"
# colors = ["bone"]
# ///
import math

import numpy as np

from scene.language import *
from scene.language.modelling import ellipsoid, fitted, moved, tinted, tube

DARK = (0.09, 0.07, 0.06)


@register("the cranium with brow and cheekbones")
def cranium(*, bone):
    rough = {"roughness": 0.7}
    return concat_shapes(
        ellipsoid((0, 0.145, -0.02), (0.072, 0.07, 0.09), bone, rough),
        ellipsoid((0, 0.135, 0.03), (0.062, 0.062, 0.05), bone, rough),
        ellipsoid((0, 0.1, 0.035), (0.05, 0.05, 0.045), bone, rough),
        *[ellipsoid((s * 0.028, 0.138, 0.07), (0.03, 0.011, 0.012), bone, rough) for s in (-1, 1)],
        *[ellipsoid((s * 0.046, 0.09, 0.056), (0.02, 0.013, 0.018), bone, rough) for s in (-1, 1)],
        *[
            tube([(s * 0.056, 0.09, 0.05), (s * 0.068, 0.094, 0.02), (s * 0.066, 0.098, -0.01)], 0.006, bone)
            for s in (-1, 1)
        ],
        ellipsoid((0, 0.075, 0.06), (0.034, 0.024, 0.03), bone, rough),
    )


@register("the eye sockets and the nose hole")
def holes(*, bone):
    nose = [
        moved(ellipsoid((0, 0, 0), (0.0075, 0.016, 0.008), DARK), (s * 0.0065, 0.097, 0.083), -s * 0.25, (0, 0, 1))
        for s in (-1, 1)
    ]
    return concat_shapes(
        *[ellipsoid((s * 0.028, 0.117, 0.068), (0.0185, 0.0165, 0.014), DARK) for s in (-1, 1)],
        *nose,
        *[ellipsoid((s * 0.066, 0.118, 0.03), (0.008, 0.02, 0.016), tinted(bone, 0.55)) for s in (-1, 1)],
    )


@register("the jaw with two rows of teeth")
def jaw(*, bone):
    arc = np.linspace(-1.15, 1.15, 10)
    teeth = []
    for a in arc:
        x, z = 0.031 * math.sin(a), 0.052 + 0.036 * math.cos(a)
        teeth += [
            moved(ellipsoid((0, 0, 0), (0.0042, 0.0085, 0.004), (0.97, 0.95, 0.88)), (x, y, z), a)
            for y in (0.056, 0.041)
        ]
    bend = [(0.034 * math.sin(a), 0.022, 0.05 + 0.038 * math.cos(a)) for a in np.linspace(-1.4, 1.4, 11)]
    gums = [(x * 0.98, 0.031, z - 0.002) for x, _, z in bend]
    return concat_shapes(
        *teeth,
        tube([(p[0], 0.049, p[2] - 0.011) for p in bend], 0.009, tinted(bone, 0.3)),
        tube(bend, 0.0125, bone),
        tube(gums, 0.009, bone),
        *[
            tube([(s * 0.035, 0.022, 0.055), (s * 0.052, 0.03, 0.022), (s * 0.058, 0.09, 0.0)], 0.011, bone)
            for s in (-1, 1)
        ],
        ellipsoid((0, 0.02, 0.085), (0.017, 0.013, 0.011), bone),
        ellipsoid((0, 0.05, -0.035), (0.035, 0.05, 0.04), tinted(bone, 0.9)),
    )


@register("a human skull with eye sockets, a row of teeth and a jaw")
def skull(*, width=0.15, height=0.215, depth=0.21, bone=(0.9, 0.86, 0.76)):
    whole = concat_shapes(*[library_call(n, bone=bone) for n in ("cranium", "holes", "jaw")])
    return fitted(whole, width, height, depth)
