# /// asset
# word = "spiral staircase"
# synonyms = ["spiral stairs", "winding staircase", "winding stairs", "helical staircase", "spiral stair"]
# category = "outdoor"
# support = "floor"
# colors = ["paint"]
# materials = ["steps", "metal"]
# ///
import math

from scene.language import *
from scene.language.modelling import ball, box, finish, fitted, moved, rod, rotated, tube

COUNT, RADIUS, RISE, TURN = 14, 0.8, 0.19, math.radians(27)


@register("a wedge of a step")
def step(*, look):
    slices = 14
    half = TURN * 0.52
    return concat_shapes(
        *[
            box((r, -0.02, 0), (RADIUS / slices * 1.02, 0.04, 2 * r * math.tan(half)), *look)
            for r in [RADIUS * (k + 0.5) / slices for k in range(slices)]
        ]
    )


@register("a spiral staircase around a post, with a handrail")
def spiral_staircase(*, width=1.75, height=3.5, depth=1.75, paint=None, steps="oak", metal="black metal"):
    wood, iron = finish(steps, paint), surface(metal)
    tread = library_call("step", look=wood)
    treads, posts, rail = [], [], []
    for i in range(COUNT):
        angle, y = TURN * i, RISE * (i + 1)
        x, z = RADIUS * 0.97 * math.cos(angle), -RADIUS * 0.97 * math.sin(angle)
        treads.append(moved(rotated(tread, angle), (0, y, 0)))
        posts.append(rod((x, y - 0.02, z), (x, y + 0.88, z), 0.012, *iron))
        rail.append((x, y + 0.88, z))
    landing = moved(
        rotated(box((RADIUS * 0.5, -0.02, 0), (RADIUS, 0.04, 0.9), *wood), TURN * COUNT), (0, RISE * COUNT, 0)
    )
    whole = concat_shapes(
        rod((0, 0, 0), (0, RISE * COUNT + 0.9, 0), 0.05, *iron),
        rod((0, 0, 0), (0, 0.02, 0), 0.16, *iron),
        ball((0, RISE * COUNT + 0.93, 0), 0.07, *iron),
        *treads,
        landing,
        *posts,
        tube(rail, 0.022, *iron),
    )
    return fitted(rotated(whole, -math.pi / 2), width, height, depth)
