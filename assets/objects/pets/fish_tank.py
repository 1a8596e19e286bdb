# /// asset
# word = "fish tank"
# synonyms = ["aquarium", "fish aquarium", "glass tank", "tank of fish"]
# stands_for = ["turtle tank"]
# category = "pets"
# support = "surface"
# colors = ["frame", "fish"]
# ///
import math

import numpy as np

from scene.language import *
from scene.language.modelling import ball, box, cone, darker, ellipsoid, fitted, moved, tube


@register("the glass tank and its water")
def tank_part(*, frame):
    glass = surface("glass")
    panes = [box((0, 0.19, s * 0.146), (0.58, 0.34, 0.005), *glass) for s in (-1, 1)] + [
        box((s * 0.293, 0.19, 0), (0.005, 0.34, 0.29), *glass) for s in (-1, 1)
    ]
    rims = [
        box((0, y, s * 0.145), (0.6, h, 0.012), frame) for y, h in ((0.01, 0.02), (0.375, 0.016)) for s in (-1, 1)
    ] + [box((s * 0.294, y, 0), (0.012, h, 0.3), frame) for y, h in ((0.01, 0.02), (0.375, 0.016)) for s in (-1, 1)]
    lid = box((0, 0.391, -0.06), (0.58, 0.018, 0.17), darker(frame, 0.8))
    return concat_shapes(
        *panes,
        *rims,
        lid,
        box((0, 0.18, 0), (0.578, 0.3, 0.284), (0.55, 0.82, 0.9), {"opacity": 0.16, "roughness": 0.05}),
    )


@register("the gravel, rocks and weeds")
def planting():
    gravel = [
        ellipsoid((x, 0.03, z), (0.03, 0.018 + 0.006 * math.sin(9 * x + 7 * z), 0.03), (0.82, 0.74, 0.6))
        for x in np.linspace(-0.26, 0.26, 12)
        for z in np.linspace(-0.11, 0.11, 6)
    ]
    rocks = [
        ellipsoid((x, 0.06, z), (r, r * 0.8, r * 0.7), (0.45, 0.44, 0.42))
        for x, z, r in ((-0.12, -0.05, 0.06), (0.17, -0.06, 0.045), (0.11, 0.02, 0.03))
    ]
    weeds = [
        tube(
            [(x, 0.03, z), (x + 0.012, 0.12, z), (x - 0.01, 0.12 + h / 2, z), (x + 0.01, 0.12 + h, z)],
            0.0055,
            (0.2, 0.55, 0.25),
        )
        for x, z, h in (
            (-0.22, -0.06, 0.16),
            (-0.19, -0.03, 0.11),
            (-0.2, -0.09, 0.13),
            (0.22, -0.05, 0.15),
            (0.245, -0.08, 0.12),
            (0.02, -0.09, 0.14),
        )
    ]
    return concat_shapes(*gravel, *rocks, *weeds)


@register("a small fish")
def little_fish(*, tone):
    return concat_shapes(
        ellipsoid((0, 0, 0), (0.026, 0.013, 0.007), tone, {"roughness": 0.3}),
        moved(cone((-0.022, 0, 0), (0, 0, 0), 0.014, darker(tone, 0.85)), (-0.016, 0, 0)),
        ball((0.017, 0.004, 0.0055), 0.0022, (0.05, 0.05, 0.05)),
    )


@register("a glass tank with plants and fish")
def fish_tank(*, width=0.6, height=0.4, depth=0.3, frame=(0.12, 0.12, 0.13), fish=(0.95, 0.45, 0.1)):
    swimmers = ((-0.1, 0.2, 0.05, 0.3), (0.06, 0.26, 0.0, -0.4), (0.12, 0.16, 0.06, 2.8), (-0.03, 0.12, 0.08, 3.5))
    whole = concat_shapes(
        library_call("tank_part", frame=frame),
        library_call("planting"),
        *[
            moved(library_call("little_fish", tone=fish if i % 2 else (0.95, 0.8, 0.2)), (x, y, z), a)
            for i, (x, y, z, a) in enumerate(swimmers)
        ],
    )
    return fitted(whole, width, height, depth)
