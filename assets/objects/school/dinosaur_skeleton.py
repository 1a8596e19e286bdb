# /// asset
# word = "dinosaur skeleton"
# synonyms = [
#     "dinosaur fossil", "t-rex skeleton", "dinosaur bones", "tyrannosaurus skeleton", "dino skeleton",
#     "skeleton of a dinosaur", "fossil skeleton", "fossil dinosaur",
# ]
# category = "school"
# support = "floor"
# colors = ["bone"]
# ///
import math

from scene.language import *
from scene.language.modelling import (
    ball,
    block,
    box,
    cone,
    darker,
    ellipsoid,
    fitted,
    moved,
    rod,
    rotated,
    stretched,
    taper,
    tube,
)


def spine(t):
    """A point (y, z) of the backbone: 0 at the tip of the tail, 1 at the skull."""
    z = -3.3 + 4.9 * t
    y = 1.75 + 0.75 * t + 0.35 * math.sin(3.4 * (t - 0.25)) + (0.55 * (t - 0.82) / 0.18 if t > 0.82 else 0.0)
    return y, z


@register("the backbone with its ribs")
def trunk(*, bone):
    parts = []
    for i in range(44):
        t = i / 43
        y, z = spine(t)
        r = 0.025 + 0.065 * math.sin(math.pi * min(1.0, t * 1.15)) ** 0.8
        parts.append(ellipsoid((0, y, z), (r, r, 0.05), bone))
        parts.append(cone((0, y, z), (0, y + r * 2.6, z - 0.04), r * 0.5, bone))
    for i in range(11):
        t = 0.56 + 0.022 * i
        y, z = spine(t)
        deep = 0.75 - 0.045 * abs(i - 5)
        for s in (-1, 1):
            bow = [
                (
                    s * 0.36 * math.sin(a) * (0.8 + 0.04 * i if i < 5 else 1.0),
                    y - deep * (1 - math.cos(a)) / 2,
                    z + 0.1 * math.sin(a),
                )
                for a in [0.3 * k for k in range(10)]
            ]
            parts.append(tube(bow, 0.024, darker(bone, 0.95)))
    return concat_shapes(*parts)


@register("the skull with open jaws and teeth")
def skull_part(*, bone):
    dark, parts = (0.12, 0.09, 0.06), []
    upper = concat_shapes(
        box((0, 0.06, 0.42), (0.26, 0.16, 0.62), bone),
        taper((0, 0.05, 0.3), (0, 0.0, 0.85), 0.17, 0.09, bone),
        ellipsoid((0, 0.08, 0.05), (0.24, 0.21, 0.27), bone),
        *[ellipsoid((s * 0.2, 0.12, 0.06), (0.06, 0.085, 0.09), dark) for s in (-1, 1)],
        *[ellipsoid((s * 0.13, 0.08, 0.4), (0.05, 0.05, 0.11), dark) for s in (-1, 1)],
        *[ellipsoid((s * 0.07, 0.06, 0.8), (0.03, 0.03, 0.04), dark) for s in (-1, 1)],
        *[
            cone(
                (s * (0.12 - 0.03 * (k / 8)), -0.02, 0.3 + 0.065 * k),
                (s * 0.1, -0.16, 0.31 + 0.065 * k),
                0.024,
                (0.97, 0.95, 0.86),
            )
            for s in (-1, 1)
            for k in range(9)
        ],
    )
    lower = concat_shapes(
        *[taper((s * 0.15, 0, 0.0), (s * 0.05, 0, 0.78), 0.055, 0.035, bone) for s in (-1, 1)],
        rod((-0.06, 0, 0.78), (0.06, 0, 0.78), 0.045, bone),
        *[
            cone(
                (s * (0.13 - 0.07 * k / 8), 0.02, 0.25 + 0.065 * k),
                (s * (0.13 - 0.07 * k / 8), 0.14, 0.26 + 0.065 * k),
                0.02,
                (0.97, 0.95, 0.86),
            )
            for s in (-1, 1)
            for k in range(8)
        ],
    )
    parts += [rotated(upper, -0.05, (1, 0, 0)), moved(rotated(lower, 0.42, (1, 0, 0)), (0, -0.16, 0.02))]
    return concat_shapes(*parts)


@register("a hind leg with its three toes")
def leg(*, bone, step):
    hip, knee, ankle, foot = (
        (0.28, 2.05, -0.6),
        (0.34, 1.35, -0.15 + step),
        (0.34, 0.62, -0.62 + step),
        (0.34, 0.08, -0.38 + step),
    )
    return concat_shapes(
        *[taper(a, b, r, r * 0.75, bone) for a, b, r in ((hip, knee, 0.1), (knee, ankle, 0.08), (ankle, foot, 0.065))],
        *[ball(p, r, bone) for p, r in ((hip, 0.13), (knee, 0.12), (ankle, 0.095), (foot, 0.075))],
        *[taper(foot, (0.34 + 0.16 * k, 0.04, -0.05 + step - 0.05 * abs(k)), 0.05, 0.025, bone) for k in (-1, 0, 1)],
        *[
            cone(
                (0.34 + 0.16 * k, 0.04, -0.07 + step - 0.05 * abs(k)),
                (0.34 + 0.19 * k, 0.01, 0.06 + step - 0.05 * abs(k)),
                0.03,
                darker(bone, 0.7),
            )
            for k in (-1, 0, 1)
        ],
    )


@register("a mounted skeleton of a large dinosaur")
def dinosaur_skeleton(*, width=1.5, height=3.4, depth=6.3, bone=(0.83, 0.75, 0.58)):
    iron = ((0.12, 0.12, 0.13), {"roughness": 0.5})
    y, z = spine(1.0)
    arms = [tube([(s * 0.25, 2.2, 0.85), (s * 0.3, 1.95, 1.0), (s * 0.28, 1.9, 1.2)], 0.03, bone) for s in (-1, 1)]
    whole = concat_shapes(
        library_call("trunk", bone=bone),
        moved(library_call("skull_part", bone=bone), (0, y + 0.1, z)),
        library_call("leg", bone=bone, step=0.25),
        stretched(library_call("leg", bone=bone, step=-0.25), (-1, 1, 1)),
        ellipsoid((0, 2.05, -0.65), (0.3, 0.22, 0.34), darker(bone, 0.9)),
        *arms,
        *[rod((0, 0.0, pz), (0, spine((pz + 3.3) / 4.9)[0], pz), 0.03, *iron) for pz in (-2.2, 0.5)],
        *[block((0, 0, pz), (0.5, 0.04, 0.5), *iron) for pz in (-2.2, 0.5)],
    )
    return fitted(whole, width, height, depth)
