# /// asset
# word = "silo"
# synonyms = ["grain silo", "farm silo", "grain bin", "silos"]
# category = "outdoor"
# support = "floor"
# colors = ["paint", "dome"]
# ///
import math

from scene.language import *
from scene.language.modelling import box, fitted, lathe, moved, rod


@register("a grain silo with a domed roof and a ladder")
def silo(*, width=3.2, height=8.5, depth=3.4, paint=(0.72, 0.74, 0.76), dome=(0.55, 0.58, 0.62)):
    metal = {"metallic": 0.5, "roughness": 0.45}
    ribs = [rod((0, 0.3 + 0.55 * i, 0), (0, 0.36 + 0.55 * i, 0), 1.56, dome, metal) for i in range(13)]
    roof = [(1.62 * math.cos(a), 7.1 + 1.25 * math.sin(a)) for a in [0.5 * math.pi * k / 12 for k in range(13)]]
    rungs = [rod((-0.2, 0.3 + 0.3 * i, 1.68), (0.2, 0.3 + 0.3 * i, 1.68), 0.018, (0.3, 0.3, 0.31)) for i in range(23)]
    whole = concat_shapes(
        rod((0, 0, 0), (0, 7.1, 0), 1.5, paint, metal),
        *ribs,
        lathe(roof, dome, metal, slices=16),
        rod((0, 8.3, 0), (0, 8.5, 0), 0.2, dome, metal),
        *[rod((s * 0.2, 0, 1.68), (s * 0.2, 7.2, 1.68), 0.022, (0.3, 0.3, 0.31)) for s in (-1, 1)],
        *rungs,
        moved(box((0, 0, 0), (0.8, 1.2, 0.14), (0.35, 0.36, 0.38)), (-0.9, 0.6, 1.25), -0.62),
    )
    return fitted(whole, width, height, depth)
