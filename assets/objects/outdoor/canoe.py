# /// asset
# word = "canoe"
# synonyms = ["indian canoe", "canadian canoe", "wooden canoe", "dugout canoe"]
# category = "outdoor"
# support = "floor"
# colors = ["paint", "inside"]
# materials = ["wood"]
# ///
import math

from scene.language import *
from scene.language.modelling import block, darker, ellipsoid, finish, fitted, moved, rod, tube

HALF = 2.3


def outline(t):
    """Half width, keel height and gunwale height at `t` in [-1, 1] along the boat."""
    return 0.42 * (1 - abs(t) ** 2.4) ** 0.8 + 0.012, 0.02 + 0.1 * abs(t) ** 5, 0.36 + 0.2 * abs(t) ** 3.2


@register("the hull of overlapping planks")
def hull(*, paint, inside):
    parts, n, ribs = [], 46, 5
    for i in range(n):
        t0, t1 = (-1 + 2 * (i + j) / n for j in (0, 1))
        w0, k0, g0 = outline(t0)
        w1, k1, g1 = outline(t1)
        w, k, g = (w0 + w1) / 2, (k0 + k1) / 2, (g0 + g1) / 2
        length = 2 * HALF / n + 0.012
        yaw = math.atan2(w1 - w0, 2 * HALF / n)
        for s in (-1, 1):
            last = (0.0, k)
            for r in range(1, ribs + 1):
                a = math.pi / 2 * r / ribs
                now = (w * math.sin(a) ** 0.75, k + (g - k) * (1 - math.cos(a)))
                dx, dy = now[0] - last[0], now[1] - last[1]
                mid = ((now[0] + last[0]) / 2 * s, (now[1] + last[1]) / 2)
                wide = math.hypot(dx, dy) + 0.01
                for off, tone in (
                    (0.0, darker(paint, 0.94 + 0.06 * (r % 2))),
                    (0.012, darker(inside, 0.92 + 0.08 * (i % 2))),
                ):
                    nx, ny = -s * dy / wide * off, dx / wide * off
                    piece = block((0, -0.006, 0), (wide, 0.012, length), tone, {"roughness": 0.35})
                    piece = moved(
                        moved(piece, (0, 0, 0), s * math.atan2(dy, dx), (0, 0, 1)), (0, 0, 0), s * yaw * (r / ribs)
                    )
                    parts.append(moved(piece, (mid[0] + nx, mid[1] + ny, HALF * (t0 + t1) / 2)))
                last = now
    return concat_shapes(*parts)


@register("the gunwales, seats and thwart")
def fittings(*, look):
    parts = []
    for s in (-1, 1):
        points = [(s * outline(t)[0], outline(t)[2], HALF * t) for t in [-1 + 2 * i / 20 for i in range(21)]]
        parts.append(tube(points, 0.018, *look))
    for t in (-0.5, 0.5):
        w = outline(t)[0]
        parts.append(block((0, 0.27, HALF * t), (2 * w * 0.92, 0.025, 0.22), *look))
        parts += [
            rod((x, 0.295, HALF * t + 0.07 * k), (x + 0.0001, 0.296, HALF * t + 0.07 * k), 0.004, *look)
            for k in (-1, 1)
            for x in (-0.1, 0.1)
        ]
    parts.append(rod((-outline(0)[0], 0.36, 0), (outline(0)[0], 0.36, 0), 0.022, *look))
    return concat_shapes(*parts)


@register("the paddle that lies inside")
def paddle(*, look):
    return concat_shapes(
        rod((0.1, 0.34, -0.75), (0.12, 0.4, 0.55), 0.014, *look),
        moved(ellipsoid((0, 0, 0), (0.085, 0.01, 0.26), *look), (0.125, 0.41, 0.78), -0.05, (1, 0, 0)),
        rod((0.05, 0.34, -0.76), (0.15, 0.34, -0.76), 0.016, *look),
    )


@register("a canoe with seats and a paddle")
def canoe(*, width=0.9, height=0.57, depth=4.7, wood="cedar", paint=(0.62, 0.14, 0.12), inside=(0.72, 0.5, 0.3)):
    look = finish(wood)
    whole = concat_shapes(
        library_call("hull", paint=paint, inside=inside),
        library_call("fittings", look=look),
        library_call("paddle", look=look),
    )
    return fitted(whole, width, height, depth)
