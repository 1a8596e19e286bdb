# /// asset
# word = "apple tree"
# synonyms = [
#     "fruit tree", "pear tree", "peach tree", "cherry tree", "apple trees", "blossom tree", "plum tree",
#     "fruit trees", "cherry blossom tree",
# ]
# category = "outdoor"
# support = "floor"
# colors = ["leaves", "fruit"]
# [variants.kind]
# "pear" = "pear"
# "peach" = "peach"
# "cherry" = "cherry"
# "blossom" = "blossom"
# "plum" = "plum"
# ///
import math

from scene.language import *
from scene.language.modelling import ball, darker, ellipsoid, fitted, rod, taper

FRUIT = {
    "apple": (0.85, 0.14, 0.1),
    "pear": (0.8, 0.78, 0.25),
    "peach": (0.98, 0.6, 0.35),
    "cherry": (0.7, 0.05, 0.12),
    "plum": (0.4, 0.15, 0.4),
    "blossom": (0.98, 0.78, 0.85),
}


@register("a round-headed fruit tree with ripe fruit")
def fruit_tree(*, width=2.8, height=3.4, depth=2.8, leaves=(0.28, 0.52, 0.2), fruit=None, kind="apple"):
    bark = ((0.36, 0.26, 0.18), {"roughness": 0.95})
    tone = FRUIT[kind] if fruit is None else fruit
    crown = (0.95, 0.72, 0.8) if kind == "blossom" else leaves
    parts = [taper((0, 0, 0), (0.04, 1.25, 0), 0.15, 0.1, *bark)]
    for k in range(6):
        a = 1.05 * k
        parts.append(
            taper((0.03, 1.15, 0), (0.75 * math.cos(a), 1.85 + 0.15 * (k % 3), 0.75 * math.sin(a)), 0.07, 0.035, *bark)
        )
    clumps = [
        (0.0, 2.3, 0.0, 0.95),
        *[(0.75 * math.cos(1.05 * k), 2.05 + 0.28 * (k % 2), 0.75 * math.sin(1.05 * k), 0.62) for k in range(6)],
        (0.15, 2.85, 0.1, 0.6),
    ]
    for j, (x, y, z, r) in enumerate(clumps):
        parts.append(ball((x, y, z), r * 0.9, darker(crown, 0.62), {"roughness": 1.0}))
        count = round(90 * r)
        for i in range(count):
            v = 1 - 2 * (i + 0.5) / count
            ring_r, a = math.sqrt(1 - v * v), 2.39996 * i + j
            at = (x + r * ring_r * math.cos(a), y + r * v, z + r * ring_r * math.sin(a))
            if any(math.dist(at, other[:3]) < other[3] * 0.88 for other in clumps):
                continue
            parts.append(ellipsoid(at, (0.13, 0.1, 0.13), darker(crown, 0.8 + 0.1 * (i * 3 % 4)), {"roughness": 0.9}))
            if i % 4 == 1 and kind != "blossom":
                size = 0.04 if kind == "cherry" else 0.065
                parts.append(
                    ball(
                        (
                            x + (r + 0.08) * ring_r * math.cos(a),
                            y + (r + 0.08) * v,
                            z + (r + 0.08) * ring_r * math.sin(a),
                        ),
                        size,
                        tone,
                        {"roughness": 0.3},
                    )
                )
    return fitted(concat_shapes(*parts, rod((0, 0, 0), (0, 0.02, 0), 0.3, (0.3, 0.22, 0.14))), width, height, depth)
