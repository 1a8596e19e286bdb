# /// asset
# word = "pirate flag"
# synonyms = ["jolly roger", "skull flag", "skull and crossbones flag", "black pirate flag"]
# category = "decor"
# support = "floor"
# colors = ["paint", "bone"]
# materials = ["wood"]
# ///
import math

from scene.language import *
from scene.language.modelling import ball, beam, box, darker, disc, ellipsoid, finish, fitted, moved, rod


@register("the waving cloth")
def cloth_part(*, paint):
    soft, parts, n = {"roughness": 0.95}, [], 30
    for i in range(n):
        x0, x1 = 0.9 * i / n, 0.9 * (i + 1) / n
        z0, z1 = (0.035 * math.sin(7.5 * x) * min(1.0, 3 * x) for x in (x0, x1))
        strip = box(
            (0, 0, 0),
            (math.hypot(x1 - x0, z1 - z0) + 0.003, 0.6, 0.006),
            darker(paint, 0.9 + 0.1 * math.cos(7.5 * x0)),
            soft,
        )
        parts.append(moved(strip, ((x0 + x1) / 2, 0, (z0 + z1) / 2), -math.atan2(z1 - z0, x1 - x0)))
    return concat_shapes(*parts)


@register("the skull over crossed bones")
def skull(*, bone):
    black = (0.03, 0.03, 0.03)
    parts = []
    for side in (-1, 1):
        z = side * 0.028
        flat = [
            ellipsoid((0, 0.06, z), (0.115, 0.105, 0.02), bone),
            box((0, -0.045, z), (0.11, 0.07, 0.03), bone),
            *[ellipsoid((s * 0.045, 0.045, z + side * 0.012), (0.03, 0.033, 0.014), black) for s in (-1, 1)],
            ellipsoid((0, 0.0, z + side * 0.012), (0.012, 0.018, 0.012), black),
            *[box((-0.027 + 0.018 * i, -0.055, z + side * 0.014), (0.005, 0.045, 0.006), black) for i in range(4)],
        ]
        for s in (-1, 1):
            flat.append(beam((s * 0.2, -0.21, z), (-s * 0.2, -0.07, z), (0.026, 0.022), bone))
            flat += [ball((s * 0.2 + dx, -0.21 + dy, z), 0.022, bone) for dx, dy in ((s * 0.01, 0.016), (0.0, -0.02))]
            flat += [ball((-s * 0.2 + dx, -0.07 + dy, z), 0.022, bone) for dx, dy in ((-s * 0.01, 0.016), (0.0, -0.02))]
        parts += flat
    return concat_shapes(*parts)


@register("a pirate flag with a skull on its pole")
def pirate_flag(*, width=1.15, height=2.1, depth=0.36, wood="oak", paint=(0.06, 0.06, 0.07), bone=(0.95, 0.94, 0.9)):
    look = finish(wood)
    whole = concat_shapes(
        disc((0, 0, 0), (0.18, 0.18), 0.05, darker(look[0], 0.6), look[1]),
        rod((0, 0.04, 0), (0, 2.04, 0), 0.02, *look),
        ball((0, 2.06, 0), 0.036, *finish("brass")),
        moved(library_call("cloth_part", paint=paint), (0.015, 1.68, 0)),
        moved(library_call("skull", bone=bone), (0.46, 1.71, 0.0)),
        *[rod((0, y, 0), (0, y + 0.03, 0), 0.026, (0.8, 0.72, 0.55)) for y in (1.42, 1.93)],
    )
    return fitted(whole, width, height, depth)
