# /// asset
# word = "yo-yo"
# synonyms = ["yoyo"]
# category = "toys"
# support = "surface"
# colors = ["paint", "cord"]
# ///
import math

from scene.language import *
from scene.language.modelling import fitted, hoop, lathe, moved, rod, rotated, tube


@register("a yo-yo with its string and finger loop")
def yo_yo(*, width=0.16, height=0.058, depth=0.08, paint=(0.85, 0.14, 0.12), cord=(0.95, 0.93, 0.88)):
    half = lathe([(0.022, 0), (0.029, 0.006), (0.029, 0.012), (0.022, 0.017)], paint, {"roughness": 0.2}, slices=12)
    halves = [moved(rotated(half, s * math.pi / 2, (1, 0, 0)), (0, 0.029, s * 0.002)) for s in (-1, 1)]
    badge = [rod((0, 0.029, s * 0.017), (0, 0.029, s * 0.0205), 0.014, (0.97, 0.8, 0.2)) for s in (-1, 1)]
    line = [(-0.02 - 0.008 * i, max(0.0025, 0.03 - 0.01 * i), 0.018 * math.sin(0.7 * i)) for i in range(12)]
    whole = concat_shapes(
        *halves,
        *badge,
        rod((0, 0.029, -0.003), (0, 0.029, 0.003), 0.02, cord),
        tube(line, 0.0014, cord),
        hoop(0.011, 0.0014, cord, center=(-0.12, 0.0025, 0.018), parts=14),
    )
    return fitted(whole, width, height, depth)
