# /// asset
# word = "dragon"
# synonyms = ["sleeping dragon", "fire dragon", "fairy tale dragon", "dragon statue", "toy dragon", "dragon figurine"]
# category = "outdoor"
# support = "floor"
# colors = ["scales", "belly"]
# [variants]
# width = {"toy" = 0.2, "figurine" = 0.2}
# height = {"toy" = 0.2, "figurine" = 0.2}
# depth = {"toy" = 0.29, "figurine" = 0.29}
# ///
import math

import numpy as np

from scene.language import *
from scene.language.modelling import ball, beam, cone, darker, ellipsoid, fitted, tube

HIDE = {"roughness": 0.6}
HORN = ((0.9, 0.85, 0.7), {"roughness": 0.5})


def chain(points, widths, tone):
    """A limb of round joints that narrows."""
    parts = []
    for k in range(len(points) - 1):
        a, b = np.array(points[k], float), np.array(points[k + 1], float)
        shade, wider = darker(tone, 0.93 + 0.07 * (k % 2)), widths[k + 1] - widths[k]
        parts += [ball(tuple(a + (b - a) * t), widths[k] + wider * t, shade, HIDE) for t in np.linspace(0, 1, 5)]
    return concat_shapes(*parts)


SPINE = (
    (0, 1.66, 0.62),
    (0, 1.5, 0.5),
    (0, 1.22, 0.46),
    (0, 0.98, 0.3),
    (0, 0.8, 0),
    (0, 0.6, -0.4),
    (0.1, 0.36, -0.8),
    (0.38, 0.2, -1.1),
    (0.72, 0.13, -1.1),
    (0.98, 0.1, -0.85),
    (1.0, 0.12, -0.58),
)
GIRTH = (0.15, 0.15, 0.19, 0.3, 0.4, 0.34, 0.23, 0.16, 0.11, 0.07, 0.03)


@register("the body from the neck to the tip of the tail, with its spines")
def body(*, scales, belly):
    parts = [chain(SPINE, GIRTH, scales)]
    for k in range(5):
        t = k / 4
        parts.append(
            ellipsoid(
                (0, 1.14 - 0.56 * t, 0.5 - 0.2 * t + 0.16 * math.sin(2.6 * t)),
                (0.14 + 0.12 * t, 0.13, 0.13 + 0.06 * t),
                darker(belly, 0.92 + 0.08 * (k % 2)),
                HIDE,
            )
        )
    for k in range(len(SPINE) - 1):
        for t in (0.0, 0.5):
            at = np.array(SPINE[k]) * (1 - t) + np.array(SPINE[k + 1]) * t
            wide = GIRTH[k] * (1 - t) + GIRTH[k + 1] * t
            out = np.array([0, 0.75, -0.66]) if k < 5 else np.array([0, 1.0, -0.1])
            parts.append(
                cone(
                    tuple(at + out * wide * 0.85),
                    tuple(at + out * (wide + 0.06 + 0.32 * wide)),
                    0.035 + 0.1 * wide,
                    darker(belly, 0.85),
                    HIDE,
                )
            )
    return concat_shapes(*parts, cone((1.0, 0.12, -0.6), (1.02, 0.17, -0.36), 0.1, darker(belly, 0.85), HIDE))


@register("the head with horns, eyes, nostrils and teeth")
def head(*, scales):
    parts = [
        ellipsoid((0, 1.76, 0.72), (0.17, 0.15, 0.22), scales, HIDE),
        ellipsoid((0, 1.7, 0.95), (0.12, 0.085, 0.2), scales, HIDE),
        ellipsoid((0, 1.61, 0.9), (0.1, 0.045, 0.19), darker(scales, 0.8), HIDE),
    ]
    for s in (-1, 1):
        parts.append(ball((s * 0.11, 1.82, 0.85), 0.045, (0.98, 0.8, 0.15), {"roughness": 0.15}))
        parts.append(ellipsoid((s * 0.125, 1.82, 0.885), (0.012, 0.034, 0.014), (0.05, 0.05, 0.05)))
        parts.append(ellipsoid((s * 0.11, 1.868, 0.84), (0.06, 0.018, 0.06), darker(scales, 0.75), HIDE))
        parts.append(ball((s * 0.05, 1.755, 1.11), 0.026, darker(scales, 0.45)))
        points = [(s * 0.1, 1.86, 0.62), (s * 0.17, 2.0, 0.5), (s * 0.2, 2.12, 0.34)]
        parts += [tube(points[:2], 0.042, *HORN), cone(points[1], points[2], 0.042, *HORN)]
        parts.append(cone((s * 0.16, 1.76, 0.62), (s * 0.34, 1.83, 0.46), 0.05, darker(scales, 0.85), HIDE))
        parts += [
            cone((s * 0.09, 1.66, 0.86 + 0.075 * k), (s * 0.09, 1.6, 0.865 + 0.075 * k), 0.017, (0.96, 0.95, 0.9))
            for k in range(4)
        ]
    return concat_shapes(*parts)


@register("a leg with its claws")
def leg(*, side, fore, scales):
    hip = (side * 0.28, 0.85, 0.3) if fore else (side * 0.32, 0.55, -0.3)
    knee = (side * 0.36, 0.45, 0.42) if fore else (side * 0.46, 0.5, 0.08)
    foot = (side * 0.34, 0.09, 0.5) if fore else (side * 0.44, 0.1, 0.0)
    parts = [
        chain((hip, knee, foot), (0.15, 0.1, 0.085) if fore else (0.25, 0.2, 0.1), scales),
        ellipsoid((foot[0], 0.07, foot[2] + 0.08), (0.12, 0.07, 0.16), darker(scales, 0.9), HIDE),
    ]
    parts += [
        cone((foot[0] + dx, 0.06, foot[2] + 0.19), (foot[0] + 1.2 * dx, 0.0, foot[2] + 0.32), 0.032, *HORN)
        for dx in (-0.075, 0, 0.075)
    ]
    return concat_shapes(*parts)


@register("a wing of skin between its fingers")
def wing(*, side, scales, belly):
    root, wrist = np.array([side * 0.2, 1.08, 0.08]), np.array([side * 0.68, 1.75, -0.2])
    tips = [
        np.array(p)
        for p in (
            (side * 1.3, 1.86, -0.5),
            (side * 1.28, 1.34, -0.72),
            (side * 1.0, 0.98, -0.78),
            (side * 0.55, 0.8, -0.6),
        )
    ]
    parts = [
        tube([tuple(root), tuple(wrist)], 0.06, scales, HIDE),
        cone(tuple(wrist), tuple(wrist + np.array([side * 0.02, 0.2, 0.02])), 0.04, *HORN),
    ]
    middles = [(wrist + tip) / 2 + np.array([0, 0.05, 0]) for tip in tips]
    parts += [
        tube([tuple(wrist), tuple(middle), tuple(tip)], 0.026, scales, HIDE)
        for middle, tip in zip(middles, tips, strict=True)
    ]
    edges = [*tips, root + np.array([0, -0.25, -0.25])]
    for k in range(len(edges) - 1):
        for t in np.linspace(0, 1, 9):
            end = edges[k] * (1 - t) + edges[k + 1] * t
            end = end + (wrist - end) * 0.2 * math.sin(math.pi * t)
            parts.append(beam(tuple(wrist), tuple(end), (0.13, 0.012), darker(belly, 0.82 + 0.06 * (k % 2)), HIDE))
    return concat_shapes(*parts)


@register("a dragon that sits with spread wings")
def dragon(*, width=2.7, height=2.1, depth=2.6, scales=(0.22, 0.45, 0.26), belly=(0.85, 0.68, 0.36)):
    whole = concat_shapes(
        library_call("body", scales=scales, belly=belly),
        library_call("head", scales=scales),
        *[library_call("leg", side=s, fore=f, scales=scales) for s in (-1, 1) for f in (True, False)],
        *[library_call("wing", side=s, scales=scales, belly=belly) for s in (-1, 1)],
    )
    return fitted(whole, width, height, depth)
