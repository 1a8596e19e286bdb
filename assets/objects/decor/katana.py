# /// asset
# word = "katana"
# synonyms = ["samurai sword", "japanese sword", "katana on a stand", "katana rack", "samurai swords", "wakizashi"]
# category = "decor"
# support = "surface"
# colors = ["scabbard"]
# ///
import math

import numpy as np

from scene.language import *
from scene.language.modelling import box, ellipsoid, fitted, moved, rod, tube


@register("a curved sword in its scabbard")
def curved_sword(*, length, scabbard):
    grip = length * 0.27
    gold = surface("gold")

    def lift(x):
        return 0.055 * length * (x / length) ** 2 * 4

    sheath = [(x, lift(x), 0) for x in np.linspace(-length * 0.5 + grip, length * 0.5, 15)]
    handle = [(x, lift(x), 0) for x in np.linspace(-length * 0.5, -length * 0.5 + grip - 0.01, 6)]
    diamonds = [
        moved(
            box((0, 0, s * 0.0125), (0.012, 0.012, 0.004), (0.95, 0.92, 0.84)), (x, lift(x), 0), math.pi / 4, (0, 0, 1)
        )
        for x in np.linspace(-length * 0.47, -length * 0.5 + grip - 0.035, max(4, int(grip / 0.027)))
        for s in (-1, 1)
    ]
    guard_x = -length * 0.5 + grip - 0.004
    return concat_shapes(
        tube(sheath, 0.0145, scabbard, {"roughness": 0.12}),
        tube(handle, 0.0135, (0.08, 0.08, 0.09), {"roughness": 0.8}),
        *diamonds,
        rod((guard_x - 0.003, lift(guard_x), 0), (guard_x + 0.003, lift(guard_x), 0), 0.036, *gold),
        ellipsoid((-length * 0.5, lift(length * 0.5), 0), (0.012, 0.016, 0.016), *gold),
        ellipsoid((length * 0.5, lift(length * 0.5), 0), (0.012, 0.016, 0.016), *gold),
        tube(
            [
                (guard_x + 0.1, lift(guard_x + 0.1) - 0.005, 0.015),
                (guard_x + 0.115, -0.055, 0.018),
                (guard_x + 0.135, -0.07, 0.018),
            ],
            0.0035,
            (0.85, 0.68, 0.3),
        ),
        rod(
            (guard_x + 0.075, lift(guard_x + 0.075), 0),
            (guard_x + 0.125, lift(guard_x + 0.125), 0),
            0.0165,
            (0.85, 0.68, 0.3),
        ),
    )


@register("the rack of lacquered wood")
def sword_rack():
    black = ((0.06, 0.05, 0.05), {"roughness": 0.2})
    posts = []
    for s in (-1, 1):
        posts.append(box((s * 0.21, 0.16, -0.02), (0.035, 0.3, 0.03), *black))
        for y in (0.14, 0.27):
            posts.append(box((s * 0.21, y, 0.012), (0.03, 0.03, 0.08), *black))
            posts.append(box((s * 0.21, y + 0.025, 0.044), (0.03, 0.035, 0.016), *black))
    return concat_shapes(
        box((0, 0.0125, 0), (0.62, 0.025, 0.15), *black),
        box((0, 0.03, 0), (0.56, 0.012, 0.11), *black),
        box((0, 0.09, -0.02), (0.4, 0.03, 0.02), *black),
        *posts,
        rod((0, 0.09, -0.012), (0, 0.09, -0.0065), 0.022, *surface("gold")),
    )


@register("a katana and its short companion in their scabbards on a lacquered rack")
def katana(*, width=1.0, height=0.36, depth=0.15, scabbard=(0.5, 0.06, 0.08)):
    whole = concat_shapes(
        library_call("sword_rack"),
        moved(library_call("curved_sword", length=1.0, scabbard=scabbard), (0, 0.29, 0.018)),
        moved(library_call("curved_sword", length=0.7, scabbard=scabbard), (0, 0.16, 0.018)),
    )
    return fitted(whole, width, height, depth)
