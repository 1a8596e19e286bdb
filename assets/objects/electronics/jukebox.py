# /// asset
# word = "jukebox"
# synonyms = ["juke box", "juke-box"]
# category = "electronics"
# support = "floor"
# clearance = {front = 0.6}
# colors = ["glow"]
# materials = ["wood"]
# ///
import math

from scene.language import *
from scene.language.modelling import arc, box, fitted, rod, tube


@register("the cabinet with its arch")
def cabinet_part(*, wood):
    look = surface(wood)
    arch = rod((0, 1.1, -0.25), (0, 1.1, 0.18), 0.39, *look)
    return concat_shapes(
        box((0, 0.55, -0.035), (0.78, 1.1, 0.43), *look),
        arch,
        box((0, 0.06, 0.02), (0.8, 0.12, 0.5), (0.15, 0.1, 0.08)),
    )


@register("the glowing tubes")
def lights(*, glow):
    rings = []
    for r, tone in ((0.36, glow), (0.31, (0.98, 0.8, 0.3)), (0.26, glow)):
        points = [(-r, 0.2, 0.2), *[(x, y, 0.2) for x, y in arc(r, math.pi, 0, 26, (0, 1.1))], (r, 0.2, 0.2)]
        rings.append(tube(points, 0.021, tone, {"emission": 1.4}))
    return concat_shapes(*rings)


@register("the window, the buttons and the grille")
def front():
    chrome = surface("chrome")
    slots = [
        box((x, 0.9 + 0.032 * i, 0.195), (0.2, 0.018, 0.006), (0.97, 0.96, 0.9))
        for x in (-0.11, 0.11)
        for i in range(9)
    ]
    buttons = [
        box(
            (-0.21 + 0.042 * i, 0.77, 0.225),
            (0.032, 0.022, 0.02),
            (0.95, 0.2, 0.2) if i % 3 == 0 else (0.96, 0.95, 0.9),
            {"emission": 0.4},
        )
        for i in range(11)
    ]
    bars = [rod((-0.2 + 0.05 * i, 0.18, 0.2), (-0.2 + 0.05 * i, 0.66, 0.2), 0.008, *chrome) for i in range(9)]
    return concat_shapes(
        box((0, 1.02, 0.185), (0.46, 0.34, 0.012), (0.2, 0.16, 0.2)),
        *slots,
        box((0, 0.77, 0.205), (0.5, 0.07, 0.04), *chrome),
        *buttons,
        box((0, 0.42, 0.185), (0.46, 0.5, 0.012), (0.6, 0.12, 0.12)),
        *bars,
    )


@register("a jukebox with an arched glowing front")
def jukebox(*, width=0.8, height=1.5, depth=0.55, glow=(0.98, 0.35, 0.2), wood="walnut"):
    whole = concat_shapes(
        library_call("cabinet_part", wood=wood), library_call("lights", glow=glow), library_call("front")
    )
    return fitted(whole, width, height, depth)
