# /// asset
# word = "fossil"
# synonyms = ["ammonite", "fossils", "ammonite fossil", "petrified shell", "fossil shell"]
# category = "school"
# support = "surface"
# colors = ["shell", "stone"]
# ///
import math

from scene.language import *
from scene.language.modelling import darker, ellipsoid, fitted, rod, rotated


@register("a spiral ammonite in a piece of rock")
def fossil(*, width=0.24, height=0.2, depth=0.1, shell=(0.72, 0.55, 0.36), stone=(0.45, 0.43, 0.4)):
    parts = [
        ellipsoid((0, 0.1, -0.025), (0.12, 0.1, 0.032), stone, {"roughness": 0.95}),
        ellipsoid((0.05, 0.07, -0.03), (0.085, 0.07, 0.035), darker(stone, 0.9), {"roughness": 0.95}),
        ellipsoid((-0.06, 0.12, -0.028), (0.07, 0.065, 0.03), darker(stone, 1.1), {"roughness": 0.95}),
    ]
    for i in range(60):
        a = 0.3 * i
        r, thick = 0.006 + 0.00105 * a * 3.6, 0.003 + 0.00075 * a
        x, y = r * math.cos(a), 0.1 + r * math.sin(a)
        parts.append(ellipsoid((x, y, 0.004), (thick, thick, thick * 0.9), shell, {"roughness": 0.5}))
        if i > 10 and i % 2:
            parts.append(
                rod(
                    (x - thick * math.cos(a), y - thick * math.sin(a), 0.004 + thick * 0.8),
                    (x + thick * 0.9 * math.cos(a), y + thick * 0.9 * math.sin(a), 0.004 + thick * 0.8),
                    0.0016,
                    darker(shell, 0.6),
                )
            )
    return fitted(rotated(concat_shapes(*parts), -0.2, (1, 0, 0)), width, height, depth)
