# /// asset
# word = "bankers lamp"
# synonyms = ["banker's lamp", "library lamp"]
# category = "lighting"
# support = "surface"
# colors = ["shade_color"]
# materials = ["shade", "stem"]
# ///
import math

from scene.language import *
from scene.language.modelling import ball, block, disc, ellipsoid, finish, fitted, moved, pipe, rod


@register("the half-round glass shade")
def shade(look):
    n = 9
    panels = []
    for i in range(n):
        a = math.pi * (i + 0.5) / n
        panel = block((0, -0.002, 0), (0.3, 0.004, 0.034), *look)
        panels.append(moved(panel, (0, 0.08 * math.sin(a), 0.095 * math.cos(a)), math.pi / 2 - a, (1, 0, 0)))
    return concat_shapes(*panels, *[ellipsoid((s * 0.15, 0, 0), (0.006, 0.08, 0.095), *look) for s in (-1, 1)])


@register("the pull chain")
def chain(look):
    return concat_shapes(
        rod((0, -0.12, 0), (0, 0, 0), 0.002, *look), ellipsoid((0, -0.125, 0), (0.008, 0.01, 0.008), *look)
    )


@register("a banker's lamp with a green glass shade and a pull chain")
def bankers_lamp(*, width=0.32, depth=0.22, height=0.38, shade="green glass", shade_color=None, stem="brass") -> Shape:
    glass, brass = finish(shade, shade_color), finish(stem)
    lit = glass[0], {**glass[1], "opacity": 0.95, "emission": 0.25}
    parts = [
        disc((0, 0, 0), (0.11, 0.085), 0.022, *brass),
        disc((0, 0.02, 0), (0.06, 0.05), 0.015, *brass),
        rod((0, 0.03, 0), (0, 0.3, 0), 0.009, *brass),
        ellipsoid((0, 0.09, 0), (0.018, 0.02, 0.018), *brass),
        pipe([(0, 0.3, 0), (0, 0.345, 0)], 0.011, *brass),
        ball((0, 0.375, 0), 0.014, *brass),
        moved(library_call("shade", look=lit), (0, 0.285, 0.02)),
        rod((-0.1, 0.3, 0.02), (0.1, 0.3, 0.02), 0.018, *finish("lamp glow")),
        moved(library_call("chain", look=brass), (0.06, 0.28, 0.06)),
    ]
    return fitted(concat_shapes(*parts), width, height, depth)
