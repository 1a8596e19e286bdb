# /// asset
# word = "marble run"
# synonyms = ["marble track", "ball run", "marble maze", "marble course"]
# category = "toys"
# support = "surface"
# colors = ["first", "second", "third"]
# materials = ["wood"]
# ///
import math

from scene.language import *
from scene.language.modelling import ball, block, box, fitted, moved, rotated


@register("a sloping channel with a rim on both sides")
def channel(*, long, tone):
    look = (tone, {"roughness": 0.4})
    return concat_shapes(
        box((0, 0, 0), (long, 0.008, 0.045), *look),
        *[box((0, 0.012, s * 0.022), (long, 0.024, 0.006), *look) for s in (-1, 1)],
    )


@register("a marble run of zigzag channels between two posts")
def marble_run(
    *,
    width=0.5,
    height=0.55,
    depth=0.22,
    first=(0.85, 0.2, 0.16),
    second=(0.2, 0.5, 0.82),
    third=(0.96, 0.76, 0.16),
    wood="beech",
):
    look, tones = surface(wood), (first, second, third, (0.3, 0.66, 0.36))
    parts = [
        block((0, 0, 0), (0.5, 0.02, 0.2), *look),
        *[block((s * 0.22, 0.02, z), (0.03, 0.52, 0.03), *look) for s in (-1, 1) for z in (-0.05, 0.05)],
        *[box((s * 0.22, 0.53, 0), (0.03, 0.02, 0.13), *look) for s in (-1, 1)],
    ]
    for i in range(5):
        s = 1 if i % 2 else -1
        y = 0.47 - 0.09 * i
        parts.append(
            moved(rotated(library_call("channel", long=0.4, tone=tones[i % 4]), s * 0.13, (0, 0, 1)), (s * 0.02, y, 0))
        )
        x = -0.1 + 0.06 * i
        parts.append(
            ball(
                (x, y + 0.018 + s * 0.13 * (x - s * 0.02), 0),
                0.0125,
                ((0.2, 0.7, 0.8), (0.95, 0.9, 0.3), (0.8, 0.25, 0.5))[i % 3],
                {"roughness": 0.05},
            )
        )
    cup = [
        box((math.cos(a) * 0.05 + 0.12, 0.04, math.sin(a) * 0.05), (0.02, 0.04, 0.02), third)
        for a in [0.4 * i for i in range(16)]
    ]
    marbles = [
        ball((0.12 + 0.025 * math.cos(a), 0.034, 0.025 * math.sin(a)), 0.0125, c, {"roughness": 0.05})
        for a, c in ((0, first), (2, second), (4, (0.95, 0.95, 0.95)))
    ]
    return fitted(concat_shapes(*parts, *cup, *marbles), width, height, depth)
