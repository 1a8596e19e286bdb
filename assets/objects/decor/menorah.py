# /// asset
# word = "menorah"
# synonyms = ["hanukkiah", "hanukkah menorah", "hanukkah candelabrum", "nine-branched candelabrum"]
# category = "decor"
# support = "surface"
# colors = ["metal_color", "wax"]
# materials = ["metal"]
# ///
import math

from scene.language import *
from scene.language.modelling import ball, ellipsoid, finish, fitted, lathe, rod, tube


@register("a lit candle in its cup")
def candle(*, x, y, wax, look):
    return concat_shapes(
        rod((x, y, 0), (x, y + 0.014, 0), 0.0105, *look),
        rod((x, y + 0.012, 0), (x, y + 0.085, 0), 0.0055, wax, {"roughness": 0.6}),
        rod((x, y + 0.085, 0), (x, y + 0.092, 0), 0.001, (0.1, 0.1, 0.1)),
        ellipsoid((x, y + 0.103, 0), (0.0048, 0.012, 0.0048), (1.0, 0.72, 0.25), {"emission": 2.0}),
    )


@register("a menorah with nine lit candles")
def menorah(*, width=0.34, height=0.36, depth=0.12, metal="brass", metal_color=None, wax=(0.93, 0.92, 0.88)):
    look = finish(metal, metal_color)
    parts = [lathe([(0.06, 0), (0.055, 0.012), (0.02, 0.03), (0.011, 0.05), (0.011, 0.235)], *look, slices=50)]
    parts += [ball((0, y, 0), 0.016, *look) for y in (0.06, 0.1, 0.14, 0.18)]
    for k in range(4):
        r = 0.16 - 0.037 * k
        points = [(-r * math.cos(a), 0.222 - r * math.sin(a), 0) for a in [math.pi * i / 20 for i in range(21)]]
        parts.append(tube(points, 0.0065, *look))
        parts += [candle(x=s * r, y=0.222, wax=wax, look=look) for s in (-1, 1)]
    parts.append(candle(x=0.0, y=0.232, wax=wax, look=look))
    return fitted(concat_shapes(*parts), width, height, depth)
