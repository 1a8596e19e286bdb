# /// asset
# word = "model hill"
# synonyms = [
#     "model tunnel", "model mountain", "toy mountain", "toy hill", "model hill with a tunnel", "hill with a tunnel",
#     "mountain with a tunnel", "train tunnel", "railway tunnel", "model railway tunnel", "papier-mache hill",
# ]
# category = "toys"
# support = "surface"
# colors = ["grass", "stone"]
# ///
import math

import numpy as np

from scene.language import *
from scene.language.modelling import block, box, cone, darker, ellipsoid, fitted, lathe, moved, rod, stretched

ROUGH = {"roughness": 1.0}


def dome(wide, tall, deep, tone):
    """A round hilltop of thin layers, as models of landscapes are built."""
    profile = [(math.cos(t) * (1.0 - 0.08 * math.sin(3 * t)), math.sin(t)) for t in np.linspace(0, 1.5, 30)]
    return stretched(lathe(profile, tone, ROUGH, slices=22), (wide, tall, deep))


@register("the grassy slopes with rocks")
def slopes(*, grass, stone):
    rng = np.random.default_rng(3)
    heights = (
        (0, 0, 0.16, 0.13, 0.2),
        (-0.09, 0.02, 0.13, 0.11, 0.15),
        (0.1, -0.02, 0.13, 0.12, 0.165),
        (0.03, 0.06, 0.14, 0.1, 0.12),
        (-0.04, -0.07, 0.14, 0.09, 0.13),
        (0.02, -0.02, 0.09, 0.075, 0.235),
    )
    parts = [
        moved(dome(wide, tall, deep, darker(grass, 0.86 + 0.06 * (k % 4))), (x, 0, z))
        for k, (x, z, wide, deep, tall) in enumerate(heights)
    ]
    for _ in range(26):
        k = rng.integers(len(heights))
        x, z, wide, deep, tall = heights[k]
        a, up = rng.uniform(0, 6.28), rng.uniform(0.35, 1.0)
        ring = math.sqrt(1 - min(up, 0.98) ** 2)
        size = rng.uniform(0.008, 0.02)
        at = (x + wide * ring * math.cos(a), tall * up, z + deep * ring * math.sin(a))
        parts.append(ellipsoid(at, (size * 1.3, size * 0.8, size), darker(stone, rng.uniform(0.75, 1.1)), ROUGH))
    return concat_shapes(*parts)


@register("a stone portal of the tunnel with the dark behind it")
def portal(*, stone):
    parts = [block((-0.04, 0, 0), (0.09, 0.098, 0.1), darker(stone, 0.72), ROUGH)]
    parts += [
        box((0.0055, 0.028, 0), (0.002, 0.056, 0.06), (0.03, 0.03, 0.035)),
        rod((0.0045, 0.055, 0), (0.0065, 0.055, 0), 0.03, (0.03, 0.03, 0.035)),
    ]
    for s in (-1, 1):
        parts += [
            box(
                (0.004, 0.009 + 0.0155 * k, s * 0.038),
                (0.018, 0.0145, 0.016 + 0.003 * (k % 2)),
                darker(stone, 0.9 + 0.12 * (k % 2)),
                ROUGH,
            )
            for k in range(4)
        ]
    for k in range(9):
        a = math.pi * k / 8
        stone_tone = darker(stone, 1.12 if k == 4 else 0.9 + 0.1 * (k % 2))
        parts.append(
            moved(
                box((0, 0.038, 0), (0.019, 0.017, 0.0125), stone_tone, ROUGH),
                (0.004, 0.055, 0),
                a - math.pi / 2,
                (1, 0, 0),
            )
        )
    return concat_shapes(*parts)


def fir(spot, tall):
    """A fir of three tiers whose trunk is in the slope."""
    x, y, z = spot
    tiers = []
    for i in range(3):
        low, high = y - 0.012 + tall * 0.26 * i, y - 0.012 + tall * (0.5 + 0.26 * i)
        tone = darker((0.16, 0.33, 0.19), 0.85 + 0.12 * i)
        tiers += [cone((x, low, z), (x, high, z), 0.017 - 0.004 * i, tone, ROUGH)]
    return concat_shapes(*tiers)


@register("the firs on the slopes")
def firs(*, grass):
    spots = (
        (-0.11, 0.135, 0.05),
        (-0.06, 0.17, -0.04),
        (0.13, 0.14, 0.03),
        (0.08, 0.185, 0.02),
        (0.16, 0.1, -0.06),
        (-0.03, 0.15, 0.08),
        (-0.14, 0.1, -0.02),
        (0.05, 0.1, 0.115),
    )
    return concat_shapes(*[fir(spot, 0.055 + 0.012 * (k % 3)) for k, spot in enumerate(spots)])


@register("a model hill with a railway tunnel")
def model_hill(*, width=0.5, height=0.25, depth=0.34, grass=(0.4, 0.52, 0.24), stone=(0.58, 0.55, 0.5)):
    track = [
        rod((-0.27, 0.006, s * 0.0165), (0.27, 0.006, s * 0.0165), 0.0022, (0.6, 0.6, 0.62), {"metallic": 0.7})
        for s in (-1, 1)
    ]
    sleepers = [block((x, 0, 0), (0.008, 0.004, 0.048), (0.36, 0.25, 0.17)) for x in np.linspace(-0.266, 0.266, 27)]
    whole = concat_shapes(
        library_call("slopes", grass=grass, stone=stone),
        moved(library_call("portal", stone=stone), (0.222, 0, 0)),
        moved(library_call("portal", stone=stone), (-0.222, 0, 0), math.pi),
        library_call("firs", grass=grass),
        *track,
        *sleepers,
    )
    return fitted(whole, width, height, depth)
