# /// asset
# word = "kiln"
# synonyms = ["pottery kiln", "ceramic kiln", "electric kiln", "pottery oven"]
# category = "tools"
# support = "floor"
# clearance = {front = 0.6}
# colors = ["paint"]
# materials = ["metal"]
# ///
import math

from scene.language import *
from scene.language.modelling import ball, beam, box, darker, disc, finish, fitted, lathe, moved, rod, rotated


@register("the eight-sided body in three rings")
def body_part(*, look):
    parts, wide = [], 2 * 0.4 * math.tan(math.pi / 8)
    for i in range(8):
        parts.append(rotated(box((0.36, 0.6, 0), (0.08, 0.72, wide), *look), 2 * math.pi * (i + 0.5) / 8))
        parts += [
            rotated(
                box((0.404, y, 0), (0.006, 0.03, wide * 0.99), darker(look[0], 0.6), look[1]),
                2 * math.pi * (i + 0.5) / 8,
            )
            for y in (0.26, 0.48, 0.72, 0.94)
        ]
        parts.append(
            rotated(box((0.33, 0.95, 0), (0.05, 0.04, wide * 0.86), (0.93, 0.88, 0.78)), 2 * math.pi * (i + 0.5) / 8)
        )
    parts.append(disc((0, 0.24, 0), (0.38, 0.38), 0.06, (0.93, 0.88, 0.78)))
    parts += [
        rotated(
            rod((0.33, y, -0.12), (0.33, y, 0.12), 0.009, (1.0, 0.4, 0.1), {"emission": 1.5}),
            2 * math.pi * (i + 0.5) / 8,
        )
        for y in (0.6, 0.75, 0.88)
        for i in range(8)
    ]
    return concat_shapes(*parts)


@register("the stand")
def stand():
    iron = finish("black metal")
    legs = []
    for i in range(4):
        a = math.pi / 4 + i * math.pi / 2
        legs.append(
            beam(
                (0.34 * math.cos(a), 0.24, 0.34 * math.sin(a)),
                (0.38 * math.cos(a), 0, 0.38 * math.sin(a)),
                (0.035, 0.035),
                *iron,
            )
        )
    return concat_shapes(*legs, disc((0, 0.22, 0), (0.38, 0.38), 0.025, *iron))


@register("the open lid with its handle")
def lid(*, look):
    brick = (0.93, 0.88, 0.78)
    flat = concat_shapes(
        disc((0, 0.0, 0.4), (0.41, 0.41), 0.07, brick),
        disc((0, 0.06, 0.4), (0.42, 0.42), 0.03, *look),
        rod((-0.07, 0.03, 0.86), (0.07, 0.03, 0.86), 0.014, (0.1, 0.1, 0.1)),
        *[rod((s * 0.06, 0.04, 0.8), (s * 0.06, 0.03, 0.86), 0.01, (0.1, 0.1, 0.1)) for s in (-1, 1)],
    )
    return moved(flat, (0, 0.98, -0.41), -1.25, (1, 0, 0))


@register("the control box")
def controls():
    return concat_shapes(
        box((0.48, 0.62, 0), (0.12, 0.42, 0.26), (0.15, 0.16, 0.17)),
        box((0.542, 0.7, 0), (0.006, 0.1, 0.18), (0.5, 0.12, 0.08), {"emission": 0.8}),
        *[rod((0.54, 0.52, 0.06 * k), (0.56, 0.52, 0.06 * k), 0.02, (0.85, 0.85, 0.85)) for k in (-1, 0, 1)],
    )


@register("pots inside")
def pots():
    clay = (0.78, 0.45, 0.3)
    vase = lathe([(0.05, 0), (0.085, 0.08), (0.07, 0.16), (0.04, 0.21), (0.055, 0.25)], clay, slices=24)
    return concat_shapes(
        disc((0, 0.72, 0), (0.3, 0.3), 0.02, (0.9, 0.86, 0.78)),
        moved(vase, (-0.1, 0.74, 0.04)),
        moved(lathe([(0.05, 0), (0.1, 0.07), (0.11, 0.12)], darker(clay, 0.85), slices=18), (0.13, 0.74, 0.05)),
        ball((0.02, 0.8, -0.15), 0.07, darker(clay, 1.1)),
    )


@register("an open electric pottery kiln with pots inside")
def kiln(*, width=0.98, height=1.75, depth=1.1, metal="stainless steel", paint=None):
    look = finish(metal, paint)
    whole = concat_shapes(
        library_call("body_part", look=look),
        library_call("stand"),
        library_call("lid", look=look),
        library_call("controls"),
        library_call("pots"),
    )
    return fitted(whole, width, height, depth)
