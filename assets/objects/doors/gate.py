# /// asset
# word = "gate"
# synonyms = ["iron gate", "garden gate", "cemetery gate", "wrought iron gate", "entrance gate", "metal gate", "park gate"]
# category = "doors"
# support = "floor"
# clearance = {front = 0.8}
# colors = ["paint"]
# materials = ["metal", "stone"]
# ///
import math

from scene.language import *
from scene.language.modelling import arc, ball, block, cone, darker, finish, fitted, hoop, pipe, rod


@register("a stone pillar with a ball on top")
def pillar(*, x, look):
    return concat_shapes(
        block((x, 0, 0), (0.52, 0.14, 0.52), darker(look[0], 0.85), look[1]),
        block((x, 0.14, 0), (0.42, 1.9, 0.42), *look),
        *[block((x, 0.3 + 0.3 * i, 0), (0.426, 0.016, 0.426), darker(look[0], 0.7), look[1]) for i in range(6)],
        block((x, 2.04, 0), (0.54, 0.1, 0.54), darker(look[0], 0.9), look[1]),
        block((x, 2.14, 0), (0.3, 0.06, 0.3), *look),
        ball((x, 2.34, 0), 0.16, *look),
    )


@register("an arched leaf of iron bars")
def leaf(*, side, wide, look):
    parts = []
    n = 8

    def top(x):
        return 1.75 + 0.32 * math.sqrt(max(0.0, 1 - (abs(x) / wide) ** 2))

    for i in range(n + 1):
        x = side * (0.015 + (wide - 0.04) * i / n)
        high = top(x)
        parts.append(rod((x, 0.08, 0), (x, high, 0), 0.022 if i in (0, n) else 0.012, *look))
        parts.append(cone((x, high, 0), (x, high + 0.13, 0), 0.024, *look))
        if i < n:
            mid = x + side * (wide - 0.04) / n / 2
            parts.append(rod((mid, 0.08, 0), (mid, 0.75, 0), 0.008, *look))
            parts.append(cone((mid, 0.75, 0), (mid, 0.83, 0), 0.016, *look))
            parts.append(hoop(0.05, 0.008, *look, center=(mid, 1.55, 0), axis=(0, 0, 1), parts=14))
    xs = (side * 0.015, side * (wide - 0.025))
    parts += [rod((xs[0], y, 0), (xs[1], y, 0), 0.016, *look) for y in (0.12, 0.62, 1.48, 1.62)]
    curve = [(side * wide * k / 10, top(wide * k / 10) - 0.04, 0) for k in range(10)]
    parts.append(pipe(curve, 0.016, *look))
    middle = side * wide / 2
    scroll = [(middle + 0.09 * x, 1.05 + 0.14 * y, 0) for x, y in arc(1.0, -math.pi / 2, math.pi, 14)]
    parts.append(pipe(scroll, 0.012, *look))
    scroll2 = [(middle - 0.09 * x, 1.05 - 0.14 * y, 0) for x, y in arc(1.0, -math.pi / 2, math.pi, 14)]
    parts.append(pipe(scroll2, 0.012, *look))
    return concat_shapes(*parts)


@register("a wrought iron gate with two leaves between stone pillars")
def gate(*, width=2.9, height=2.5, depth=0.54, metal="wrought iron", paint=None, stone="limestone"):
    look = finish(metal, paint)
    reach = width / 2 - 0.27
    whole = concat_shapes(
        *[library_call("pillar", x=s * reach, look=surface(stone)) for s in (-1, 1)],
        *[library_call("leaf", side=s, wide=reach - 0.21, look=look) for s in (-1, 1)],
        block((0, 0.98, 0.0), (0.1, 0.16, 0.06), *look),
    )
    return fitted(whole, width, height, depth)
