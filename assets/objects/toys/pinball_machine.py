# /// asset
# word = "pinball machine"
# synonyms = ["pinball", "pinball table", "flipper machine", "pinball game"]
# category = "toys"
# support = "floor"
# clearance = {front = 0.7}
# colors = ["paint", "trim"]
# ///
import math

import numpy as np

from scene.language import *
from scene.language.modelling import beam, box, ellipsoid, fitted, moved, rod, tinted, tube


@register("the cabinet on its steel legs")
def cabinet(*, paint, trim):
    steel = surface("chrome")
    legs = [
        beam((x * 0.29, 0, z * 0.6), (x * 0.265, top + 0.12, z * 0.57), (0.05, 0.05), *steel)
        for x in (-1, 1)
        for z, top in ((1, 0.55), (-1, 0.62))
    ]
    body = [beam((0, 0.72 + 0.1, -0.64), (0, 0.72, 0.62), (0.58, 0.24), paint, {"roughness": 0.25})]
    body += [beam((x * 0.286, 0.955, -0.64), (x * 0.286, 0.855, 0.62), (0.03, 0.06), *steel) for x in (-1, 1)]
    body += [beam((x * 0.2915, 0.8, -0.5), (x * 0.2915, 0.72, 0.5), (0.004, 0.1), trim) for x in (-1, 1)]
    front = [
        box((0, 0.85, 0.62), (0.6, 0.05, 0.05), *steel),
        box((0, 0.7, 0.625), (0.24, 0.14, 0.012), (0.1, 0.1, 0.11)),
        *[box((x, 0.72, 0.633), (0.03, 0.05, 0.01), (0.95, 0.6, 0.2), {"emission": 0.5}) for x in (-0.05, 0.05)],
        rod((0.23, 0.77, 0.62), (0.23, 0.77, 0.72), 0.014, *steel),
        ellipsoid((0.23, 0.77, 0.725), (0.03, 0.03, 0.02), (0.08, 0.08, 0.09)),
        *[rod((x * 0.285, 0.78, 0.5), (x * 0.315, 0.78, 0.5), 0.02, trim) for x in (-1, 1)],
    ]
    return concat_shapes(*legs, *body, *front)


@register("the playfield with bumpers, lights and flippers")
def playfield(*, trim):
    parts = [box((0, 0, 0), (0.54, 0.012, 1.2), (0.1, 0.35, 0.42), {"roughness": 0.3})]
    for x, z, tone in ((-0.12, -0.3, trim), (0.1, -0.34, (0.98, 0.8, 0.1)), (-0.01, -0.16, (0.2, 0.7, 0.3))):
        parts += [
            rod((x, 0.005, z), (x, 0.05, z), 0.04, (0.95, 0.95, 0.92)),
            rod((x, 0.05, z), (x, 0.062, z), 0.055, tone, {"emission": 0.5}),
        ]
    rng = np.random.default_rng(3)
    for _ in range(20):
        x, z = rng.uniform(-0.22, 0.2), rng.uniform(-0.5, 0.3)
        glow = (float(rng.uniform(0.6, 1)), float(rng.uniform(0.3, 0.9)), float(rng.uniform(0.1, 0.8)))
        parts.append(rod((x, 0.004, z), (x, 0.009, z), 0.014, glow, {"emission": 0.6}))
    for s in (-1, 1):
        parts += [
            beam((s * 0.15, 0.02, 0.4), (s * 0.035, 0.02, 0.46), (0.03, 0.026), (0.97, 0.97, 0.9)),
            beam((s * 0.24, 0.02, 0.2), (s * 0.24, 0.02, 0.34), (0.02, 0.03), trim),
            beam((s * 0.24, 0.02, 0.34), (s * 0.16, 0.02, 0.395), (0.02, 0.03), trim),
        ]
    arch = [(0.24 * math.cos(a), 0.02, -0.34 - 0.22 * math.sin(a)) for a in np.linspace(0, math.pi, 15)]
    parts += [
        tube(arch, 0.01, *surface("chrome")),
        ellipsoid((0.06, 0.02, 0.12), (0.016, 0.016, 0.016), *surface("chrome")),
    ]
    return concat_shapes(*parts)


@register("the backbox with its lit glass")
def backbox(*, paint, trim):
    stars = []
    for x, y, r, tone in (
        (-0.14, 0.36, 0.07, trim),
        (0.13, 0.42, 0.055, (0.98, 0.8, 0.15)),
        (0.02, 0.27, 0.05, (0.3, 0.8, 0.95)),
    ):
        for k in range(4):
            ray = box((0, 0, 0.1055), (2.6 * r, 0.35 * r, 0.004), tone, {"emission": 0.7})
            stars.append(moved(ray, (x, y, 0.0004 * k), k * math.pi / 4, (0, 0, 1)))
        stars.append(rod((x, y, 0.1), (x, y, 0.112), r * 0.7, tinted(tone, 1.2), {"emission": 0.7}))
    return concat_shapes(
        box((0, 0.3, 0), (0.66, 0.6, 0.18), paint, {"roughness": 0.25}),
        box((0, 0.34, 0.09), (0.58, 0.42, 0.02), (0.2, 0.08, 0.35), {"emission": 0.25}),
        *stars,
        box((0, 0.07, 0.09), (0.5, 0.08, 0.02), (0.05, 0.05, 0.05)),
        *[
            box((-0.18 + 0.06 * k, 0.07, 0.1015), (0.034, 0.045, 0.006), (1.0, 0.5, 0.1), {"emission": 0.9})
            for k in range(7)
        ],
        box((0, 0.615, 0), (0.7, 0.03, 0.2), trim),
    )


@register("a pinball machine on four legs with a lit backglass and bumpers")
def pinball_machine(*, width=0.72, height=1.75, depth=1.42, paint=(0.1, 0.12, 0.35), trim=(0.85, 0.15, 0.2)):
    field = moved(library_call("playfield", trim=trim), (0, 0.89, -0.01), 0.079, (1, 0, 0))
    whole = concat_shapes(
        library_call("cabinet", paint=paint, trim=trim),
        field,
        moved(library_call("backbox", paint=paint, trim=trim), (0, 0.94, -0.56)),
        box((0, 0.9, -0.58), (0.5, 0.16, 0.14), paint),
    )
    return fitted(whole, width, height, depth)
