# /// asset
# word = "sandcastle"
# synonyms = ["sand castle", "castle of sand", "sand fort"]
# category = "outdoor"
# support = "floor"
# colors = ["paint", "flag"]
# ///
import math

from scene.language import *
from scene.language.modelling import block, box, cone, darker, ellipsoid, fitted, lathe, moved, rod

ROUGH = {"roughness": 0.98}


@register("a round tower with its battlements")
def tower(*, x, z, radius, tall, paint, pointed):
    parts = [
        moved(
            lathe([(radius * 1.18, 0), (radius, tall * 0.35), (radius * 0.95, tall)], paint, ROUGH, slices=14),
            (x, 0.03, z),
        ),
        rod((x, tall, z), (x, tall + 0.035, z), radius * 1.1, darker(paint, 0.95), ROUGH),
    ]
    for i in range(7):
        a = 2 * math.pi * i / 7
        parts.append(
            block(
                (x + radius * 0.92 * math.cos(a), tall + 0.03, z + radius * 0.92 * math.sin(a)),
                (0.026, 0.036, 0.026),
                paint,
                ROUGH,
            )
        )
    if pointed:
        parts.append(cone((x, tall + 0.03, z), (x, tall + 0.15, z), radius * 0.8, darker(paint, 0.9), ROUGH))
    parts.append(box((x, tall * 0.62, z + radius * 0.97), (0.02, 0.04, 0.012), darker(paint, 0.4)))
    return concat_shapes(*parts)


@register("the walls with a gate")
def walls(*, paint):
    parts = []
    for x0, z0, x1, z1 in (
        (-0.22, 0.2, 0.22, 0.2),
        (-0.22, -0.2, 0.22, -0.2),
        (-0.22, -0.2, -0.22, 0.2),
        (0.22, -0.2, 0.22, 0.2),
    ):
        size = (abs(x1 - x0) or 0.07, 0.14, abs(z1 - z0) or 0.07)
        parts.append(block(((x0 + x1) / 2, 0.03, (z0 + z1) / 2), size, darker(paint, 0.96), ROUGH))
        for i in range(6):
            u = (i + 0.5) / 6
            parts.append(block((x0 + (x1 - x0) * u, 0.16, z0 + (z1 - z0) * u), (0.034, 0.035, 0.034), paint, ROUGH))
    parts.append(box((0, 0.07, 0.236), (0.08, 0.09, 0.012), darker(paint, 0.35)))
    parts.append(rod((0, 0.115, 0.23), (0, 0.115, 0.242), 0.04, darker(paint, 0.35)))
    return concat_shapes(*parts)


@register("the mound with shells and a moat")
def mound(*, paint):
    shells = [
        ellipsoid((0.36 * math.cos(a), 0.05, 0.35 * math.sin(a)), (0.02, 0.012, 0.016), tone)
        for a, tone in (
            (0.5, (0.95, 0.8, 0.75)),
            (1.2, (0.9, 0.9, 0.85)),
            (1.9, (0.85, 0.65, 0.6)),
            (2.6, (0.95, 0.9, 0.8)),
            (4.5, (0.9, 0.8, 0.7)),
        )
    ]
    return concat_shapes(
        ellipsoid((0, 0.0, 0), (0.48, 0.045, 0.46), darker(paint, 0.93), ROUGH),
        moved(lathe([(0.4, 0), (0.34, 0.04)], paint, ROUGH, slices=6), (0, 0, 0)),
        *shells,
    )


@register("a sandcastle with towers, walls and a flag")
def sandcastle(*, width=0.95, height=0.6, depth=0.92, paint=(0.86, 0.72, 0.47), flag=(0.85, 0.15, 0.15)):
    corners = [
        library_call("tower", x=s * 0.22, z=t * 0.2, radius=0.075, tall=0.22, paint=paint, pointed=s == t)
        for s in (-1, 1)
        for t in (-1, 1)
    ]
    whole = concat_shapes(
        library_call("mound", paint=paint),
        library_call("walls", paint=paint),
        *corners,
        library_call("tower", x=0.0, z=-0.02, radius=0.1, tall=0.36, paint=paint, pointed=True),
        rod((0, 0.48, -0.02), (0, 0.66, -0.02), 0.005, (0.6, 0.45, 0.3)),
        box((0.05, 0.625, -0.02), (0.095, 0.06, 0.004), flag),
    )
    return fitted(whole, width, height, depth)
