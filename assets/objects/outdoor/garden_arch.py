# /// asset
# word = "garden arch"
# synonyms = ["garden trellis", "trellis", "arch", "archway", "rose arch", "trellis arch", "flower arch", "garden archway"]
# stands_for = ["wedding arch", "arbor"]
# category = "outdoor"
# support = "floor"
# colors = ["paint", "bloom"]
# ///
import itertools
import math

import numpy as np

from scene.language import *
from scene.language.modelling import beam, box, ellipsoid, fitted, moved, tinted, tube


@register("a side of trellis")
def side(*, paint):
    bars = [box((0, 0.9, z * 0.25), (0.05, 1.8, 0.05), paint) for z in (-1, 1)]
    slats = [
        *[
            beam((0.008, 0.12 + 0.24 * i, -0.25), (0.008, 0.6 + 0.24 * i, 0.25), (0.012, 0.026), paint)
            for i in range(5)
        ],
        *[
            beam((-0.008, 0.6 + 0.24 * i, -0.25), (-0.008, 0.12 + 0.24 * i, 0.25), (0.012, 0.026), paint)
            for i in range(5)
        ],
    ]
    return concat_shapes(*bars, *slats, *[box((0, y, 0), (0.04, 0.04, 0.5), paint) for y in (0.1, 1.72)])


@register("the round top")
def bow(*, paint):
    angles = np.linspace(0, math.pi, 15)
    hoops = [
        beam(
            (0.65 * math.cos(a), 1.78 + 0.5 * math.sin(a), z),
            (0.65 * math.cos(b), 1.78 + 0.5 * math.sin(b), z),
            (0.05, 0.05),
            paint,
        )
        for a, b in itertools.pairwise(angles)
        for z in (-0.25, 0.25)
    ]
    rungs = [
        beam(
            (0.65 * math.cos(a), 1.78 + 0.5 * math.sin(a), -0.3),
            (0.65 * math.cos(a), 1.78 + 0.5 * math.sin(a), 0.3),
            (0.03, 0.03),
            paint,
        )
        for a in angles[1:-1:2]
    ]
    return concat_shapes(*hoops, *rungs)


@register("the climbing rose")
def climber(*, bloom):
    rng = np.random.default_rng(7)
    green, leaves = (0.22, 0.42, 0.16), []
    path = [(0.65, 0.04 + 0.29 * i) for i in range(6)]
    path += [(0.65 * math.cos(a), 1.78 + 0.5 * math.sin(a)) for a in np.linspace(0.05, math.pi - 0.05, 12)]
    path += [(-0.65, 1.74 - 0.34 * i) for i in range(6)]
    stems = []
    for k, side_z in enumerate((0.27, -0.27)):
        line = [(x + rng.uniform(-0.03, 0.03), y, side_z + rng.uniform(-0.03, 0.03)) for x, y in path]
        stems.append(tube(line, 0.014, (0.36, 0.28, 0.16)))
        for x, y, z in line[1 - k :]:
            for _ in range(7):
                at = (
                    x + rng.uniform(-0.09, 0.09),
                    max(0.05, y + rng.uniform(-0.14, 0.14)),
                    z + rng.uniform(-0.08, 0.08),
                )
                leaf = ellipsoid((0, 0, 0), (0.06, 0.02, 0.04), tinted(green, rng.uniform(0.8, 1.4)))
                leaves.append(moved(leaf, at, rng.uniform(0, 3), (rng.uniform(), 1, rng.uniform())))
            at = (x + rng.uniform(-0.08, 0.08), y + rng.uniform(-0.08, 0.08), z + math.copysign(0.05, z))
            leaves += [
                ellipsoid(at, (0.05, 0.045, 0.04), bloom, {"roughness": 0.8}),
                ellipsoid((at[0], at[1], at[2] + math.copysign(0.022, z)), (0.026, 0.026, 0.026), tinted(bloom, 1.25)),
            ]
    return concat_shapes(*stems, *leaves)


@register("a wooden garden arch of trellis with climbing roses")
def garden_arch(*, width=1.55, height=2.4, depth=0.72, paint=(0.93, 0.92, 0.88), bloom=(0.88, 0.35, 0.48)):
    whole = concat_shapes(
        *[moved(library_call("side", paint=paint), (s * 0.65, 0, 0)) for s in (-1, 1)],
        library_call("bow", paint=paint),
        library_call("climber", bloom=bloom),
    )
    return fitted(whole, width, height, depth)
