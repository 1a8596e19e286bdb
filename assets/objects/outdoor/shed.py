# /// asset
# word = "shed"
# synonyms = ["garden shed", "wooden shed", "tool shed", "cabin", "hut", "garden house", "garden cabin"]
# stands_for = [
#     "playhouse", "gazebo", "pavilion", "wooden playhouse", "lean-to",
# ]
# category = "outdoor"
# support = "floor"
# clearance = {front = 0.8}
# colors = ["paint", "roof"]
# materials = ["wood"]
# ///
import math

from scene.language import *
from scene.language.modelling import ball, box, darker, finish, fitted, moved


@register("the boarded walls")
def walls(*, look):
    parts = []
    for i in range(14):
        y, tone = 0.18 + 0.135 * i, darker(look[0], 0.92 + 0.08 * (i % 2))
        parts += [box((0, y, s * 0.9), (2.1, 0.13, 0.05), tone, look[1]) for s in (-1, 1)]
        parts += [box((s * 1.05, y, 0), (0.05, 0.13, 1.8), tone, look[1]) for s in (-1, 1)]
    gables = [
        box((0, 2.06 + 0.06 * i, s * 0.9), (2.1 * (1 - i / 9), 0.062, 0.05), look[0], look[1])
        for s in (-1, 1)
        for i in range(9)
    ]
    return concat_shapes(*parts, *gables, box((0, 0.06, 0), (2.2, 0.12, 1.9), (0.5, 0.48, 0.45)))


@register("the roof")
def roof_part(*, roof):
    slope = math.atan2(0.54, 1.05)
    return concat_shapes(
        *[
            moved(
                box((0, 0, 0), (1.36, 0.06, 2.0), roof, {"roughness": 0.9}), (s * 0.58, 2.31, 0), -s * slope, (0, 0, 1)
            )
            for s in (-1, 1)
        ],
        box((0, 2.585, 0), (0.16, 0.04, 2.0), darker(roof, 0.8)),
    )


@register("the door and the window")
def openings(*, look):
    return concat_shapes(
        box((-0.35, 1.05, 0.935), (0.8, 1.8, 0.03), darker(look[0], 0.75), look[1]),
        *[box((-0.35, y, 0.955), (0.8, 0.09, 0.02), darker(look[0], 0.6), look[1]) for y in (0.4, 1.65)],
        ball((-0.03, 1.05, 0.97), 0.03, *surface("brass")),
        box((0.62, 1.35, 0.935), (0.56, 0.56, 0.03), (0.97, 0.96, 0.93)),
        box((0.62, 1.35, 0.953), (0.48, 0.48, 0.01), (0.6, 0.75, 0.82), {"roughness": 0.05}),
        box((0.62, 1.35, 0.96), (0.03, 0.48, 0.012), (0.97, 0.96, 0.93)),
        box((0.62, 1.35, 0.96), (0.48, 0.03, 0.012), (0.97, 0.96, 0.93)),
    )


@register("a wooden shed with a pitched roof")
def shed(*, width=2.4, height=2.6, depth=2.0, paint=None, roof=(0.32, 0.3, 0.3), wood="cedar"):
    look = finish(wood, paint)
    whole = concat_shapes(
        library_call("walls", look=look), library_call("roof_part", roof=roof), library_call("openings", look=look)
    )
    return fitted(whole, width, height, depth)
