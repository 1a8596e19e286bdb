# /// asset
# word = "wedding cake"
# synonyms = ["tiered cake", "three-tier cake", "multi-tier cake", "three tiered cake", "tall cake"]
# category = "food"
# support = "surface"
# colors = ["icing", "roses"]
# ///
import math

from scene.language import *
from scene.language.modelling import ball, ellipsoid, fitted, lathe, moved, ring, rod


@register("a tiered wedding cake with roses and a bride and groom")
def wedding_cake(*, width=0.46, height=0.68, depth=0.46, icing=(0.98, 0.97, 0.94), roses=(0.94, 0.6, 0.65)):
    parts = [rod((0, 0, 0), (0, 0.012, 0), 0.23, (0.85, 0.86, 0.88), {"metallic": 0.7, "roughness": 0.3})]
    y = 0.012
    for k, (r, h) in enumerate(((0.19, 0.15), (0.14, 0.14), (0.092, 0.13), (0.05, 0.1))):
        parts.append(rod((0, y, 0), (0, y + h, 0), r, icing, {"roughness": 0.5}))
        parts.append(ring((0, y + h - 0.004, 0), r - 0.004, 0.006, icing, {"roughness": 0.5}, parts=32))
        count = round(r * 150)
        parts += [
            ball((r * math.cos(a), y + 0.008, r * math.sin(a)), 0.011, icing)
            for a in [2 * math.pi * i / count for i in range(count)]
        ]
        for i in range(5):
            a = 0.9 * k + 0.24 * i
            parts.append(
                ball(
                    (r * 0.98 * math.cos(a), y + h * (0.95 - 0.16 * i), r * 0.98 * math.sin(a)),
                    0.021 - 0.001 * k,
                    roses,
                )
            )
            parts.append(
                ellipsoid(
                    (r * math.cos(a + 0.12), y + h * (0.9 - 0.16 * i), r * math.sin(a + 0.12)),
                    (0.014, 0.008, 0.014),
                    (0.35, 0.55, 0.3),
                )
            )
        y += h
    for x, tone in ((-0.016, (0.1, 0.1, 0.12)), (0.016, (0.98, 0.98, 0.97))):
        body = lathe([(0.016 if x > 0 else 0.01, 0), (0.008, 0.045), (0.011, 0.06)], tone, slices=12)
        parts.append(
            moved(
                concat_shapes(
                    body,
                    ball((0, 0.074, 0), 0.011, (0.92, 0.75, 0.62)),
                    ball((0, 0.079, -0.003), 0.0105, (0.3, 0.2, 0.12)),
                ),
                (x, y, 0),
            )
        )
    return fitted(concat_shapes(*parts), width, height, depth)
