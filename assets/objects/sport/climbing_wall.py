# /// asset
# word = "climbing wall"
# synonyms = ["rock climbing wall", "bouldering wall", "boulder wall", "indoor climbing wall", "climbing holds"]
# category = "sport"
# support = "floor"
# clearance = {front = 1.2}
# colors = ["panel"]
# ///
import math

from scene.language import *
from scene.language.modelling import beam, block, box, ellipsoid, fitted, moved, pad, rod, rotated

TONES = (
    (0.9, 0.2, 0.15),
    (0.15, 0.45, 0.85),
    (0.98, 0.8, 0.1),
    (0.2, 0.65, 0.3),
    (0.6, 0.25, 0.7),
    (0.98, 0.5, 0.1),
    (0.1, 0.7, 0.7),
)


@register("the holds, each of another shape and colour")
def holds():
    parts = []
    for i in range(52):
        x = -1.35 + 0.55 * (i % 6) + 0.2 * math.sin(2.3 * i)
        y = 0.4 + 0.31 * (i // 6) + 0.1 * math.cos(3.1 * i)
        size = 0.06 + 0.035 * ((i * 5) % 3)
        shape = ellipsoid((0, 0, 0), (size, size * 0.62, 0.06), TONES[i * 3 % 7], {"roughness": 0.8})
        parts.append(moved(rotated(shape, 0.9 * i, (0, 0, 1)), (x, y, 0.02)))
    for x, y, turn in ((-0.8, 2.1, 0.2), (0.9, 1.3, 0.6)):
        parts.append(
            moved(
                rotated(box((0, 0, 0), (0.5, 0.34, 0.2), (0.3, 0.32, 0.36), {"roughness": 0.8}), turn, (0, 0, 1)),
                (x, y, 0.04),
            )
        )
    return concat_shapes(*parts)


@register("a climbing wall with coloured holds, and a mat before it")
def climbing_wall(*, width=3.4, height=3.2, depth=1.5, panel=(0.82, 0.72, 0.56)):
    boards = [
        box(
            (-1.1 + 1.1 * (k % 3), 0.55 + 1.02 * (k // 3), 0),
            (1.09, 1.01, 0.04),
            panel if k % 2 else tuple(0.94 * c for c in panel),
        )
        for k in range(9)
    ]
    leaning = moved(rotated(concat_shapes(*boards, library_call("holds")), 0.08, (1, 0, 0)), (0, 0.05, -0.3))
    struts = [beam((s * 1.5, 0, -0.75), (s * 1.5, 2.9, -0.12), (0.08, 0.08), (0.45, 0.33, 0.2)) for s in (-1, 0, 1)]
    mat = pad((0, 0, 0.3), (3.3, 0.22, 1.0), (0.12, 0.25, 0.55), {"roughness": 0.7}, edge=0.04)
    rope = rod((0.3, 3.1, -0.1), (0.32, 0.22, 0.12), 0.012, (0.9, 0.3, 0.2))
    return fitted(
        concat_shapes(leaning, *struts, mat, rope, block((0, 0, -0.75), (3.2, 0.08, 0.1), (0.45, 0.33, 0.2))),
        width,
        height,
        depth,
    )
