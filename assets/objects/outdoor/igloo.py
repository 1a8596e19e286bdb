# /// asset
# word = "igloo"
# synonyms = ["snow house", "snow hut", "ice house", "iglu"]
# category = "outdoor"
# support = "floor"
# clearance = {front = 0.7}
# colors = ["paint"]
# ///
import math

from scene.language import *
from scene.language.modelling import box, darker, ellipsoid, fitted, lathe, moved, rod


@register("the snow behind the blocks")
def core(*, paint):
    profile = [(1.19 * math.cos(a), 1.19 * math.sin(a)) for a in [math.pi / 2 * i / 12 for i in range(13)]]
    return lathe(profile, darker(paint, 0.85), {"roughness": 0.9}, slices=40)


@register("the dome of snow blocks")
def dome(*, paint):
    r, parts = 1.25, [library_call("core", paint=paint)]
    rows = 8
    for k in range(rows):
        up = (k + 0.5) / rows * (math.pi / 2) * 0.97
        tall = r * math.pi / 2 / rows
        here = r * math.cos(up)
        n = max(3, round(2 * math.pi * here / 0.48))
        for i in range(n):
            a = 2 * math.pi * (i + 0.5 * (k % 2)) / n
            z = here * math.sin(a)
            if z > 0.8 and k < 4 and abs(here * math.cos(a)) < 0.4:
                continue
            wide = 2 * math.pi * here / n
            tone = darker(paint, 0.94 + 0.02 * ((i * 3 + k) % 4))
            piece = box((0, 0, 0), (0.16, tall * 0.94, wide * 0.93), tone, {"roughness": 0.9})
            piece = moved(piece, (0, 0, 0), up, (0, 0, 1))
            piece = moved(piece, (here - 0.04 * math.cos(up), r * math.sin(up) - 0.04 * math.sin(up), 0))
            parts.append(moved(piece, (0, 0, 0), -a))
    return concat_shapes(*parts)


@register("the arched entrance")
def entrance(*, paint):
    parts = []
    for j in range(3):
        z = 1.08 + 0.24 * j
        for i in range(9):
            a = math.pi * (i + 0.5) / 9
            x, y = 0.52 * math.cos(a), 0.66 * math.sin(a) + 0.02
            turn = math.atan2(0.66 * math.cos(a), -0.52 * math.sin(a))
            piece = box((0, 0, 0), (0.22, 0.16, 0.225), darker(paint, 0.93 + 0.025 * ((i + j) % 3)), {"roughness": 0.9})
            parts.append(moved(piece, (x, y, z), turn, (0, 0, 1)))
    hole = [
        rod((0, 0.2, 1.05), (0, 0.2, 1.1), 0.42, (0.05, 0.07, 0.1)),
        box((0, 0.1, 1.08), (0.84, 0.2, 0.05), (0.05, 0.07, 0.1)),
    ]
    return concat_shapes(*parts, *hole)


@register("drifts of snow around it")
def drifts(*, paint):
    return concat_shapes(
        *[
            ellipsoid((1.28 * math.cos(a), 0.08, 1.28 * math.sin(a)), (0.32, 0.08, 0.22), paint, {"roughness": 0.95})
            for a in [2 * math.pi * i / 15 + 0.2 for i in range(15)]
            if math.sin(a) < 0.75
        ]
    )


@register("an igloo of snow blocks with an arched entrance")
def igloo(*, width=2.9, height=1.26, depth=3.2, paint=(0.95, 0.97, 0.99)):
    whole = concat_shapes(
        library_call("dome", paint=paint), library_call("entrance", paint=paint), library_call("drifts", paint=paint)
    )
    return fitted(whole, width, height, depth)
