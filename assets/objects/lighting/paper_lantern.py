# /// asset
# word = "paper lantern"
# synonyms = ["rice paper lantern", "chinese lantern", "japanese lantern", "paper globe lamp", "paper pendant"]
# category = "lighting"
# support = "ceiling"
# colors = ["paint"]
# materials = ["paper"]
# ///
import math

from scene.language import *
from scene.language.modelling import darker, ellipsoid, finish, fitted, ring, rod


@register("a rib of the lantern")
def rib(radius, y, look):
    return ring((0, y, 0), radius, 0.0025, *look, parts=16)


@register("a round ribbed paper lantern hanging from the ceiling")
def paper_lantern(*, width=0.4, depth=0.4, height=0.75, paper="paper", paint=None) -> Shape:
    look = finish(paper, paint)
    lit = look[0], {**look[1], "emission": 0.45}
    dark = darker(look[0], 0.72), look[1]
    metal = finish("black metal")
    parts = [ellipsoid((0, 0.17, 0), (0.2, 0.17, 0.2), *lit)]
    for i in range(1, 8):
        y = 0.34 * i / 8
        parts.append(library_call("rib", radius=0.2 * math.sqrt(1 - ((y - 0.17) / 0.17) ** 2) + 0.001, y=y, look=dark))
    parts += [
        rod((0, 0.32, 0), (0, 0.345, 0), 0.055, *metal),
        rod((0, -0.004, 0), (0, 0.012, 0), 0.055, *metal),
        rod((0, 0.34, 0), (0, 0.74, 0), 0.004, *metal),
        rod((0, 0.72, 0), (0, 0.74, 0), 0.045, *metal),
    ]
    return fitted(concat_shapes(*parts), width, height, depth)
