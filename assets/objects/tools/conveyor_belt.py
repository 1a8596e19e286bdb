# /// asset
# word = "conveyor belt"
# synonyms = ["conveyor", "belt conveyor", "assembly line", "production line", "baggage conveyor", "roller conveyor"]
# category = "tools"
# support = "floor"
# clearance = {front = 0.6}
# colors = ["paint", "belt"]
# [variants]
# width = {"long" = 6.0, "short" = 2.0}
# ///
import math

from scene.language import *
from scene.language.modelling import beam, block, box, darker, finish, fitted, rod


@register("the belt over its end rollers")
def belt_part(*, half, belt):
    rough = {"roughness": 0.85}
    seams = [box((x * half / 4 + 0.1, 0.792, 0), (0.012, 0.004, 0.6), darker(belt, 0.6)) for x in range(-4, 4)]
    return concat_shapes(
        box((0, 0.71, 0), (2 * half, 0.16, 0.6), belt, rough),
        *[rod((s * half, 0.71, -0.3), (s * half, 0.71, 0.3), 0.08, belt, rough) for s in (-1, 1)],
        *[rod((s * half, 0.71, -0.34), (s * half, 0.71, 0.34), 0.03, *finish("steel")) for s in (-1, 1)],
        *seams,
    )


@register("the side rails")
def rails(*, half, paint):
    metal = {"metallic": 0.3, "roughness": 0.45}
    parts = [box((0, 0.71, s * 0.335), (2 * half + 0.06, 0.2, 0.05), paint, metal) for s in (-1, 1)]
    parts += [box((0, 0.86, s * 0.35), (2 * half, 0.03, 0.02), *finish("steel")) for s in (-1, 1)]
    n = max(2, round(half / 0.5))
    for s in (-1, 1):
        parts += [
            box(((i / n - 0.5) * 1.9 * half, 0.81, s * 0.35), (0.03, 0.1, 0.018), *finish("steel"))
            for i in range(n + 1)
        ]
    return concat_shapes(*parts)


@register("a pair of legs")
def legs(*, x, paint):
    return concat_shapes(
        *[block((x, 0, s * 0.3), (0.08, 0.64, 0.07), darker(paint, 0.6)) for s in (-1, 1)],
        *[block((x, 0, s * 0.3), (0.16, 0.015, 0.14), darker(paint, 0.5)) for s in (-1, 1)],
        beam((x, 0.25, -0.3), (x, 0.25, 0.3), (0.05, 0.05), darker(paint, 0.6)),
    )


@register("the motor and its switch box")
def drive(*, x, paint):
    return concat_shapes(
        rod((x - 0.16, 0.5, 0.2), (x + 0.14, 0.5, 0.2), 0.1, *finish("gunmetal")),
        *[
            rod((x - 0.13 + 0.05 * i, 0.5, 0.2), (x - 0.115 + 0.05 * i, 0.5, 0.2), 0.11, *finish("gunmetal"))
            for i in range(5)
        ],
        box((x + 0.5, 0.7, 0.39), (0.2, 0.16, 0.07), (0.85, 0.85, 0.83)),
        *[
            rod((x + 0.44 + 0.06 * i, 0.71, 0.42), (x + 0.44 + 0.06 * i, 0.71, 0.437), 0.019, tone)
            for i, tone in enumerate(((0.15, 0.6, 0.2), (0.95, 0.75, 0.1), (0.85, 0.1, 0.08)))
        ],
    )


@register("a belt conveyor with rails, legs and a motor")
def conveyor_belt(*, width=3.6, height=0.875, depth=0.78, paint=(0.95, 0.7, 0.1), belt=(0.13, 0.13, 0.14)):
    half = width / 2 - 0.08
    n = max(2, math.ceil(width / 1.5))
    whole = concat_shapes(
        library_call("belt_part", half=half, belt=belt),
        library_call("rails", half=half, paint=paint),
        *[library_call("legs", x=(i / (n - 1) - 0.5) * 1.75 * half, paint=paint) for i in range(n)],
        library_call("drive", x=-half * 0.55, paint=paint),
    )
    return fitted(whole, width, height, depth)
