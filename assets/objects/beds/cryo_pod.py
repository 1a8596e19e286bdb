# /// asset
# word = "cryo pod"
# synonyms = ["cryopod", "sleep pod", "stasis pod", "cryogenic chamber", "cryosleep pod", "hibernation pod", "cryo chamber"]
# category = "beds"
# support = "floor"
# clearance = {front = 0.6}
# colors = ["paint", "glow"]
# ///
import math

from scene.language import *
from scene.language.modelling import block, box, darker, ellipsoid, fitted, hoop, pad, pipe, plate, rod

HULL = {"metallic": 0.3, "roughness": 0.35}


@register("the base with its light strips")
def base(*, paint, glow):
    lit = {"emission": 1.6}
    return concat_shapes(
        plate((0, 0, 0), (2.3, 0.14, 0.95), 0.2, darker(paint, 0.45), HULL),
        plate((0, 0.14, 0), (2.2, 0.03, 0.88), 0.2, glow, lit),
        plate((0, 0.17, 0), (2.35, 0.3, 1.0), 0.3, paint, HULL),
        plate((0, 0.47, 0), (2.2, 0.03, 0.88), 0.26, darker(paint, 0.3), HULL),
        *[box((x, 0.33, 0.502), (0.4, 0.05, 0.012), glow, lit) for x in (-0.55, 0.0, 0.55)],
        *[block((s * 1.08, 0.17, 0), (0.2, 0.6, 0.8), darker(paint, 0.8), HULL) for s in (-1, 1)],
    )


@register("the mattress with a sleeper")
def bed_part(*, glow):
    suit = (0.85, 0.88, 0.92)
    return concat_shapes(
        pad((0, 0.49, 0), (1.9, 0.09, 0.7), (0.75, 0.82, 0.88)),
        pad((-0.72, 0.56, 0), (0.32, 0.08, 0.45), (0.9, 0.93, 0.96)),
        ellipsoid((-0.68, 0.69, 0), (0.11, 0.1, 0.085), (0.85, 0.66, 0.55)),
        ellipsoid((-0.73, 0.71, 0), (0.1, 0.1, 0.093), (0.25, 0.17, 0.12)),
        ellipsoid((-0.28, 0.65, 0), (0.36, 0.11, 0.2), suit),
        *[rod((-0.45, 0.64, s * 0.22), (0.02, 0.62, s * 0.24), 0.05, suit) for s in (-1, 1)],
        *[rod((0.0, 0.63, s * 0.09), (0.82, 0.61, s * 0.1), 0.075, suit) for s in (-1, 1)],
        *[ellipsoid((0.87, 0.64, s * 0.1), (0.05, 0.11, 0.055), (0.3, 0.33, 0.37)) for s in (-1, 1)],
    )


@register("the glass dome with its ribs")
def dome(*, paint, glow):
    ribs = []
    for x in (-0.98, -0.33, 0.33, 0.98):
        curve = [(x, 0.5 + 0.44 * math.sin(math.pi * i / 14), 0.44 * math.cos(math.pi * i / 14)) for i in range(15)]
        ribs.append(pipe(curve, 0.024, paint, HULL))
    glass = rod((-0.98, 0.5, 0), (0.98, 0.5, 0), 0.43, (0.62, 0.86, 0.95), {"opacity": 0.28, "roughness": 0.03})
    return concat_shapes(
        *ribs, glass, *[rod((-0.98, 0.52, s * 0.44), (0.98, 0.52, s * 0.44), 0.03, paint, HULL) for s in (-1, 1)]
    )


@register("the head end with its display and hoses")
def head_end(*, paint, glow):
    lit = {"emission": 1.5}
    hoses = [
        pipe([(-1.1, 0.7, s * 0.25), (-1.25, 0.6, s * 0.3), (-1.25, 0.2, s * 0.3)], 0.035, (0.2, 0.21, 0.23))
        for s in (-1, 1)
    ]
    bars = [
        box((1.183, 0.6 + 0.03 * i, -0.1 + 0.025 * i), (0.004, 0.016, 0.16 - 0.03 * (i % 3)), glow, lit)
        for i in range(4)
    ]
    return concat_shapes(
        *hoses,
        box((1.18, 0.62, 0), (0.006, 0.24, 0.46), (0.04, 0.05, 0.08)),
        *bars,
        *[hoop(0.05, 0.008, glow, lit, center=(1.183, 0.62, 0.13), axis=(1, 0, 0), parts=18)],
        box((0.7, 0.4, 0.5), (0.36, 0.14, 0.02), (0.04, 0.05, 0.08)),
        *[box((0.58 + 0.08 * i, 0.4, 0.512), (0.05, 0.04 + 0.02 * (i % 3), 0.004), glow, lit) for i in range(4)],
    )


@register("a cryo pod with a sleeper under glass")
def cryo_pod(*, width=2.5, height=0.98, depth=1.03, paint=(0.8, 0.83, 0.86), glow=(0.25, 0.8, 1.0)):
    whole = concat_shapes(
        library_call("base", paint=paint, glow=glow),
        library_call("bed_part", glow=glow),
        library_call("dome", paint=paint, glow=glow),
        library_call("head_end", paint=paint, glow=glow),
    )
    return fitted(whole, width, height, depth)
