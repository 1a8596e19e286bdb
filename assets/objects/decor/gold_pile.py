# /// asset
# word = "gold pile"
# synonyms = ["pile of gold", "gold coins", "treasure pile", "pile of gold coins", "heap of gold", "treasure", "gold bars"]
# category = "decor"
# support = "floor"
# colors = ["gem"]
# materials = ["metal"]
# ///
import math

from scene.language import *
from scene.language.modelling import block, cone, darker, disc, ellipsoid, finish, fitted, lathe, moved, rod, rotated


@register("the heap of coins")
def coins(*, look):
    parts = [lathe([(0.5, 0), (0.4, 0.06), (0.25, 0.18), (0.08, 0.27)], darker(look[0], 0.8), look[1], slices=24)]
    for i in range(150):
        a, t = 2.4 * i, math.sqrt((i + 0.5) / 150)
        r = 0.53 * t
        y = 0.27 * (1 - t) ** 0.9 + 0.012
        coin = disc((0, 0, 0), (0.034, 0.034), 0.008, darker(look[0], 0.85 + 0.05 * (i % 4)), look[1])
        coin = rotated(coin, 0.35 + 0.5 * math.sin(3 * i), (1, 0, 0))
        parts.append(moved(coin, (r * math.cos(a), y, r * math.sin(a)), 1.7 * i))
    return concat_shapes(*parts)


@register("bars, gems and a goblet")
def riches(*, look, gem):
    tones = (gem, (0.1, 0.5, 0.75), (0.1, 0.6, 0.3), gem)
    gems = []
    for i, (x, y, z) in enumerate(
        ((0.2, 0.2, 0.22), (-0.28, 0.14, 0.26), (0.05, 0.3, 0.02), (0.36, 0.1, 0.05), (-0.08, 0.22, 0.3))
    ):
        tone = tones[i % 4]
        gems.append(
            moved(
                concat_shapes(
                    cone((0, 0, 0), (0, -0.04, 0), 0.028, tone, {"roughness": 0.03}),
                    cone((0, 0, 0), (0, 0.018, 0), 0.028, tone, {"roughness": 0.03}),
                ),
                (x, y, z),
            )
        )
    bars = [
        moved(block((0, 0, 0), (0.16, 0.045, 0.065), *look), (0.42 - 0.03 * k, 0.0 + 0.046 * k, 0.34), 0.5 + 0.3 * k)
        for k in range(2)
    ]
    goblet = lathe(
        [(0.045, 0), (0.04, 0.008), (0.01, 0.02), (0.01, 0.07), (0.04, 0.09), (0.05, 0.13), (0.046, 0.16)],
        *look,
        slices=34,
    )
    return concat_shapes(
        *gems,
        *bars,
        moved(rotated(goblet, 0.5, (0, 0, 1)), (-0.18, 0.18, 0.1)),
        ellipsoid((-0.4, 0.05, 0.3), (0.03, 0.03, 0.03), (0.95, 0.93, 0.9)),
        rod((-0.45, 0.02, 0.25), (-0.3, 0.06, 0.35), 0.008, *look),
    )


@register("a pile of gold coins with gems and a goblet")
def gold_pile(*, width=1.15, height=0.36, depth=1.1, metal="gold", gem=(0.8, 0.06, 0.15)):
    look = finish(metal)
    return fitted(
        concat_shapes(library_call("coins", look=look), library_call("riches", look=look, gem=gem)),
        width,
        height,
        depth,
    )
