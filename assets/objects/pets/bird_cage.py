# /// asset
# word = "bird cage"
# synonyms = ["birdcage", "cage", "parrot cage"]
# category = "pets"
# support = "floor"
# colors = ["wire", "feather"]
# ///
import math

import numpy as np

from scene.language import *
from scene.language.modelling import arc, ball, box, cone, darker, ellipsoid, fitted, moved, rod, round_wall, tube


@register("the bars and the dome")
def bars(*, wire):
    metal = {"metallic": 0.8, "roughness": 0.35}

    def bar(i):
        a = i * math.pi / 14
        c, s = math.cos(a), math.sin(a)
        dome = [
            (0.23 * math.cos(t) * c, 0.6 + 0.24 * math.sin(t), 0.23 * math.cos(t) * s)
            for t in np.linspace(0, math.pi / 2 - 0.05, 8)
        ]
        return tube([(0.23 * c, 0.06, 0.23 * s), *dome], 0.003, wire, metal)

    rings = [round_wall((0.234, y), (0.234, y + 0.008), 0.007, wire, metal, panels=40) for y in (0.06, 0.24, 0.42, 0.6)]
    hook = [(x, y, 0) for x, y in arc(0.025, -math.pi / 2, 1.5 * math.pi, 16, (0, 0.868))]
    return concat_shapes(loop(28, bar), *rings, tube(hook, 0.004, wire, metal), ball((0, 0.84, 0), 0.014, wire, metal))


@register("the tray with its perches")
def tray_part(*, wire):
    return concat_shapes(
        rod((0, 0, 0), (0, 0.05, 0), 0.25, darker(wire, 0.85)),
        rod((0, 0.05, 0), (0, 0.062, 0), 0.235, (0.85, 0.76, 0.55)),
        rod((-0.22, 0.34, 0), (0.22, 0.34, 0), 0.008, *surface("beech")),
        rod((0, 0.2, -0.22), (0, 0.2, 0.22), 0.008, *surface("beech")),
    )


@register("the bird")
def bird(*, feather):
    soft = {"roughness": 0.8}
    return concat_shapes(
        ellipsoid((0, 0.045, 0), (0.026, 0.042, 0.03), feather, soft),
        ball((0, 0.095, 0.012), 0.023, feather, soft),
        cone((0, 0.093, 0.03), (0, 0.086, 0.052), 0.008, (0.95, 0.6, 0.15)),
        moved(box((0, -0.045, -0.02), (0.022, 0.09, 0.006), darker(feather, 0.7)), (0, 0.03, 0), 0.35, (1, 0, 0)),
        *[ellipsoid((s * 0.024, 0.05, -0.005), (0.007, 0.035, 0.02), darker(feather, 0.8), soft) for s in (-1, 1)],
        *[ball((s * 0.013, 0.1, 0.03), 0.0035, (0.05, 0.05, 0.05)) for s in (-1, 1)],
    )


@register("a domed wire cage with a perch and a bird")
def bird_cage(*, width=0.5, height=0.9, depth=0.5, wire=(0.85, 0.72, 0.4), feather=(0.95, 0.8, 0.2)):
    whole = concat_shapes(
        library_call("bars", wire=wire),
        library_call("tray_part", wire=wire),
        moved(library_call("bird", feather=feather), (0.06, 0.346, 0), 0.4),
    )
    return fitted(whole, width, height, depth)
