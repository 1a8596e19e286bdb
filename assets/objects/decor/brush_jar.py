# /// asset
# word = "jar of brushes"
# synonyms = [
#     "jar of paintbrushes", "cup of brushes", "pot of brushes", "brush jar", "pot of paintbrushes", "cup of paintbrushes",
#     "jar of paint brushes", "glass of brushes", "can of brushes", "brush holder", "tin of brushes",
# ]
# category = "decor"
# support = "surface"
# colors = ["paint"]
# materials = ["ware"]
# ///
import math

from scene.language import *
from scene.language.modelling import cone, darker, ellipsoid, finish, fitted, rod, round_wall


@register("a paintbrush that stands on its handle: bristles, ferrule, handle")
def upright_brush(*, foot, tip, handle, paint):
    def along(t):
        return tuple(a + (b - a) * t for a, b in zip(foot, tip, strict=True))

    return concat_shapes(
        rod(along(0), along(0.72), 0.005, handle, {"roughness": 0.3}),
        rod(along(0.7), along(0.86), 0.008, *surface("chrome")),
        ellipsoid(along(0.9), (0.011, 0.022, 0.011), (0.45, 0.3, 0.18)),
        cone(along(0.92), along(1.03), 0.011, paint),
    )


@register("a pot of paintbrushes")
def brush_jar(*, width=0.17, height=0.3, depth=0.17, paint=None, ware="ceramic"):
    look = finish(ware, paint)
    handles = ((0.75, 0.2, 0.15), (0.9, 0.7, 0.3), (0.2, 0.35, 0.55), (0.15, 0.15, 0.16), (0.6, 0.4, 0.22))
    tips = ((0.85, 0.2, 0.2), (0.2, 0.4, 0.8), (0.95, 0.8, 0.2), (0.3, 0.6, 0.35), (0.95, 0.95, 0.93))
    brushes = []
    for i in range(10):
        a = 2 * math.pi * i / 10 + 0.3
        reach = 0.3 + 0.7 * (i % 3) / 2
        foot = (-0.03 * math.cos(a) * reach, 0.01, -0.03 * math.sin(a) * reach)
        top = (0.07 * math.cos(a) * reach, 0.25 + 0.02 * (i % 4), 0.07 * math.sin(a) * reach)
        brushes.append(
            library_call("upright_brush", foot=foot, tip=top, handle=handles[i % 5], paint=tips[(i * 3) % 5])
        )
    whole = concat_shapes(
        rod((0, 0, 0), (0, 0.008, 0), 0.05, *look),
        round_wall((0.05, 0), (0.055, 0.13), 0.006, *look, panels=30),
        round_wall((0.0555, 0.085), (0.0565, 0.1), 0.004, darker(look[0], 0.5), look[1], panels=30),
        *brushes,
    )
    return fitted(whole, width, height, depth)
