# /// asset
# word = "blast door"
# synonyms = ["bunker door", "vault door", "steel door", "submarine door", "airtight door", "bulkhead door", "armored door"]
# category = "doors"
# support = "wall"
# clearance = {front = 0.9}
# colors = ["paint"]
# materials = ["metal"]
# ///
import math

from scene.language import *
from scene.language.modelling import beam, block, box, darker, finish, fitted, hoop, rod

STEEL = ((0.62, 0.64, 0.66), {"metallic": 0.9, "roughness": 0.3})


@register("the frame with warning stripes")
def frame(*, look):
    parts = [block((s * 0.72, 0, -0.06), (0.2, 2.3, 0.24), darker(look[0], 0.6), look[1]) for s in (-1, 1)]
    parts.append(block((0, 2.1, -0.06), (1.64, 0.2, 0.24), darker(look[0], 0.6), look[1]))
    parts.append(block((0, 0, -0.06), (1.64, 0.08, 0.24), darker(look[0], 0.6), look[1]))
    for i in range(14):
        x = -0.78 + 0.12 * i
        tone = (0.95, 0.75, 0.08) if i % 2 else (0.06, 0.06, 0.06)
        parts.append(box((x, 2.2, 0.064), (0.12, 0.1, 0.006), tone))
    return concat_shapes(*parts)


@register("the thick door leaf with its ribs")
def leaf(*, look):
    dark = (darker(look[0], 0.82), look[1])
    parts = [block((0, 0.08, 0.0), (1.24, 2.02, 0.2), *look)]
    parts += [box((0, y, 0.11), (1.16, 0.1, 0.04), *dark) for y in (0.25, 0.72, 1.46, 1.93)]
    parts += [box((s * 0.52, 1.09, 0.11), (0.1, 1.78, 0.04), *dark) for s in (-1, 1)]
    parts += [
        rod((x, y, 0.13), (x, y, 0.145), 0.02, *STEEL)
        for y in (0.25, 0.72, 1.46, 1.93)
        for x in (-0.52, -0.26, 0.0, 0.26, 0.52)
    ]
    return concat_shapes(*parts)


@register("the hand wheel with its bolts")
def wheel():
    spokes = [
        beam((0.0, 1.09, 0.23), (0.24 * math.cos(a), 1.09 + 0.24 * math.sin(a), 0.23), (0.025, 0.025), *STEEL)
        for a in [2 * math.pi * i / 5 + math.pi / 2 for i in range(5)]
    ]
    bolts = [
        beam((s * 0.28, y, 0.15), (s * 0.68, y, 0.15), (0.06, 0.06), *STEEL) for s in (-1, 1) for y in (0.95, 1.23)
    ]
    return concat_shapes(
        rod((0, 1.09, 0.1), (0, 1.09, 0.24), 0.055, *STEEL),
        hoop(0.24, 0.019, *STEEL, center=(0, 1.09, 0.23), axis=(0, 0, 1), parts=30),
        rod((0, 1.09, 0.1), (0, 1.09, 0.17), 0.15, *STEEL),
        *spokes,
        *bolts,
    )


@register("a heavy hinge")
def hinge(*, y):
    return concat_shapes(
        rod((-0.7, y - 0.12, 0.11), (-0.7, y + 0.12, 0.11), 0.045, *STEEL),
        box((-0.6, y, 0.12), (0.22, 0.16, 0.03), *STEEL),
    )


@register("a heavy blast door with a hand wheel")
def blast_door(*, width=1.64, height=2.3, depth=0.43, metal="steel", paint=(0.36, 0.42, 0.38)):
    look = finish(metal, paint)
    whole = concat_shapes(
        library_call("frame", look=look),
        library_call("leaf", look=look),
        library_call("wheel"),
        *[library_call("hinge", y=y) for y in (0.48, 1.7)],
    )
    return fitted(whole, width, height, depth)
