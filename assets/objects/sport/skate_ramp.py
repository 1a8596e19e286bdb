# /// asset
# word = "skate ramp"
# synonyms = ["skateboard ramp", "quarter pipe", "half pipe", "halfpipe", "quarterpipe", "mini ramp", "bmx ramp"]
# category = "sport"
# support = "floor"
# clearance = {front = 1.0}
# colors = ["paint", "side"]
# materials = ["wood"]
# ///
import math

from scene.language import *
from scene.language.modelling import block, box, darker, finish, fitted, mirrored, moved, rod

RADIUS, ANGLE = 2.0, 1.12


@register("one curved side with its platform")
def quarter(*, width, look, side):
    n, flat = 22, 0.9
    parts = []
    for i in range(n):
        a = ANGLE * (i + 0.5) / n
        x, y = flat + RADIUS * math.sin(a), RADIUS * (1 - math.cos(a))
        panel = box(
            (0, 0, 0), (RADIUS * ANGLE / n + 0.01, 0.03, width), darker(look[0], 1.0 if i % 4 else 0.9), look[1]
        )
        parts.append(moved(panel, (x, y + 0.04, 0), a, (0, 0, 1)))
        if y > 0.05:
            parts += [
                block((x, 0, s * (width / 2 - 0.02)), (RADIUS * math.cos(a) * ANGLE / n + 0.012, y + 0.03, 0.03), side)
                for s in (-1, 1)
            ]
    top_x, top_y = flat + RADIUS * math.sin(ANGLE), RADIUS * (1 - math.cos(ANGLE)) + 0.05
    parts.append(rod((top_x, top_y, -width / 2), (top_x, top_y, width / 2), 0.03, *finish("steel")))
    parts.append(block((top_x + 0.4, 0, 0), (0.8, top_y - 0.04, width), darker(side, 0.9)))
    parts.append(block((top_x + 0.4, top_y - 0.04, 0), (0.8, 0.04, width), *look))
    for z in (-width / 2 + 0.05, 0.0, width / 2 - 0.05):
        parts.append(block((top_x + 0.76, top_y, z), (0.05, 0.9, 0.05), *finish("steel")))
    parts += [box((top_x + 0.76, top_y + y, 0), (0.04, 0.05, width), *finish("steel")) for y in (0.45, 0.88)]
    return concat_shapes(*parts)


@register("a wooden half pipe for skateboards")
def skate_ramp(*, width=7.0, height=2.05, depth=2.6, wood="birch", paint=None, side=(0.25, 0.28, 0.32)):
    look = finish(wood, paint)
    half = library_call("quarter", width=2.6, look=look, side=side)
    whole = concat_shapes(half, mirrored(half), block((0, 0, 0), (1.9, 0.055, 2.6), *look))
    return fitted(whole, width, height, depth)
