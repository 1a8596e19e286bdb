# /// asset
# word = "toothpaste tube"
# synonyms = ["toothpaste", "tube of toothpaste", "tube of cream", "hand cream", "tube", "cream tube", "ointment"]
# stands_for = ["glue stick"]
# category = "bath"
# support = "surface"
# colors = ["stripe"]
# ///
import math

from scene.language import *
from scene.language.modelling import box, ellipsoid, fitted, moved, rod, stretched


@register("the tube: round at the cap, flat at the crimped end")
def tube_body(*, length, radius, stripe):
    count, parts = 26, []
    for i in range(count):
        t = i / (count - 1)
        tall, wide = radius * (1 - 0.9 * t), radius * (1 + 0.35 * t)
        disc = rod(
            (0, 0, 0),
            (1, 0, 0),
            1.0,
            stripe if 0.3 < t < 0.52 or 0.58 < t < 0.62 else (0.97, 0.97, 0.98),
            {"roughness": 0.25},
        )
        parts.append(
            moved(
                stretched(disc, (length * 0.04, tall, wide)),
                (length * (0.5 * t - 0.0 + 0.36 * t) - length * 0.36, tall, 0),
            )
        )
    return concat_shapes(
        *parts, box((length * 0.53, radius * 0.1, 0), (length * 0.08, radius * 0.12, radius * 2.7), (0.9, 0.9, 0.92))
    )


@register("the screw cap, taken off, and the nozzle")
def nozzle(*, length, radius, stripe):
    return concat_shapes(
        rod((-length * 0.42, radius, 0), (-length * 0.36, radius, 0), radius * 0.45, (0.97, 0.97, 0.98)),
        rod((-length * 0.37, radius, 0), (-length * 0.345, radius, 0), radius * 0.95, (0.97, 0.97, 0.98)),
        rod((-length * 0.42, 0, radius * 2.0), (-length * 0.42, radius * 0.9, radius * 2.0), radius * 0.52, stripe),
    )


@register("the squeezed dab")
def dab(*, length, radius, stripe):
    return concat_shapes(
        *[
            ellipsoid(
                (-length * (0.44 + 0.028 * i), radius * (0.85 - 0.16 * i), radius * 0.15 * math.sin(i * 1.6)),
                (radius * 0.36, radius * 0.28, radius * 0.3),
                (0.97, 0.98, 0.98) if i % 2 else stripe,
                {"roughness": 0.15},
            )
            for i in range(5)
        ]
    )


@register("a tube of toothpaste with a squeezed dab")
def toothpaste_tube(*, width=0.17, depth=0.055, height=0.036, stripe=(0.2, 0.6, 0.75)):
    r = height / 2
    whole = concat_shapes(
        library_call("tube_body", length=width, radius=r, stripe=stripe),
        library_call("nozzle", length=width, radius=r, stripe=stripe),
        library_call("dab", length=width, radius=r, stripe=stripe),
    )
    return fitted(whole, width, height, depth)
