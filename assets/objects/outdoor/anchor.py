# /// asset
# word = "anchor"
# synonyms = ["ship anchor", "boat anchor"]
# category = "outdoor"
# support = "floor"
# colors = ["paint"]
# materials = ["metal"]
# ///
import math

from scene.language import *
from scene.language.modelling import arc, ball, beam, cone, finish, fitted, hoop, moved, rod, rotated, tube


@register("a ship's anchor that leans on its stock")
def anchor(*, width=0.9, height=1.25, depth=0.62, paint=None, metal="cast iron"):
    look = finish(metal, paint)
    bow = [(x, y, 0) for x, y in arc(0.52, math.radians(205), math.radians(335), 13, (0, 0.62))]
    flukes = []
    for s in (-1, 1):
        tip = (s * 0.5, 0.38, 0)
        blade = concat_shapes(cone((0, -0.1, 0), (0, 0.24, 0), 0.13, *look))
        flukes.append(moved(rotated(blade, -s * 0.55, (0, 0, 1)), (tip[0] * 0.97, tip[1], 0)))
    standing = concat_shapes(
        beam((0, 0.1, 0), (0, 1.25, 0), (0.075, 0.06), *look),
        tube(bow, 0.05, *look),
        *flukes,
        rod((0, 1.12, -0.38), (0, 1.12, 0.38), 0.03, *look),
        *[ball((0, 1.12, s * 0.38), 0.05, *look) for s in (-1, 1)],
        hoop(0.1, 0.02, *look, center=(0, 1.36, 0), axis=(0, 0, 1), parts=20),
    )
    return fitted(rotated(standing, -0.3, (1, 0, 0)), width, height, depth)
