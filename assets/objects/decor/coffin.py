# /// asset
# word = "coffin"
# synonyms = ["casket", "wooden coffin", "vampire coffin"]
# category = "decor"
# support = "floor"
# clearance = {front = 0.5}
# colors = ["paint", "lining"]
# materials = ["wood", "metal"]
# ///
import math

from scene.language import *
from scene.language.modelling import beam, block, box, darker, finish, fitted, moved

OUTLINE = [(-1.0, 0.2), (-0.42, 0.34), (1.0, 0.19)]


def slab(base, thick, grow, look):
    """A flat six-sided board, its head at -x: thin strips side by side."""
    strips, n = [], 40
    for i in range(n):
        x = -1.0 + 2.0 * (i + 0.5) / n
        (x0, z0), (x1, z1) = (OUTLINE[0], OUTLINE[1]) if x < OUTLINE[1][0] else (OUTLINE[1], OUTLINE[2])
        half = (z0 + (z1 - z0) * (x - x0) / (x1 - x0)) * grow
        strips.append(block((x * grow, base, 0), (2.0 * grow / n + 0.001, thick, 2 * half), *look))
    return concat_shapes(*strips)


@register("the sides of the coffin")
def sides(*, height, look):
    parts = []
    for s in (-1, 1):
        for (x0, z0), (x1, z1) in ((OUTLINE[0], OUTLINE[1]), (OUTLINE[1], OUTLINE[2])):
            board = box((0, height / 2, 0), (math.hypot(x1 - x0, z1 - z0) + 0.015, height, 0.03), *look)
            parts.append(moved(board, ((x0 + x1) / 2, 0, s * (z0 + z1) / 2), -s * math.atan2(z1 - z0, x1 - x0)))
    for x, z in (OUTLINE[0], OUTLINE[2]):
        parts.append(box((x * 0.99, height / 2, 0), (0.03, height, 2 * z), *look))
    return concat_shapes(*parts)


@register("the lid with a cross")
def lid(*, look, metal):
    dark = (darker(look[0], 0.85), look[1])
    return concat_shapes(
        slab(0.0, 0.03, 1.02, dark),
        slab(0.03, 0.04, 0.93, look),
        box((-0.25, 0.075, 0), (0.7, 0.012, 0.05), *metal),
        box((-0.38, 0.0755, 0), (0.05, 0.013, 0.34), *metal),
    )


@register("a bar handle")
def handle(*, metal):
    return concat_shapes(
        beam((-0.09, 0, 0.04), (0.09, 0, 0.04), (0.02, 0.02), *metal),
        *[box((s * 0.07, 0, 0.02), (0.02, 0.05, 0.04), *metal) for s in (-1, 1)],
    )


@register("a six-sided wooden coffin with a cross on its lid")
def coffin(
    *, width=2.05, height=0.5, depth=0.72, wood="mahogany", paint=None, metal="antique brass", lining=(0.5, 0.08, 0.1)
):
    look, brass = finish(wood, paint), finish(metal)
    parts = [
        slab(0.0, 0.03, 1.01, (darker(look[0], 0.75), look[1])),
        library_call("sides", height=0.42, look=look),
        slab(0.36, 0.03, 0.96, (lining, {"roughness": 0.6})),
        moved(library_call("lid", look=look, metal=brass), (0, 0.42, 0)),
    ]
    for s in (-1, 1):
        for x in (-0.1, 0.55):
            (x0, z0), (x1, z1) = OUTLINE[1], OUTLINE[2]
            z = z0 + (z1 - z0) * (x - x0) / (x1 - x0) + 0.01
            turn = math.atan2(z0 - z1, x1 - x0) + (math.pi if s < 0 else 0)
            parts.append(moved(library_call("handle", metal=brass), (x, 0.24, s * z), turn if s > 0 else -turn))
    return fitted(concat_shapes(*parts), width, height, depth)
