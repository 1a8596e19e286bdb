# /// asset
# word = "keys"
# synonyms = ["key", "key ring", "keychain", "bunch of keys", "car keys", "set of keys", "car key", "house keys"]
# category = "decor"
# support = "surface"
# colors = ["metal"]
# ///
import math

from scene.language import *
from scene.language.modelling import arc, box, fitted, moved, tube


@register("one key")
def key_part(*, metal):
    bow = [(x, 0.004, y) for x, y in arc(0.01, 0, 2 * math.pi, 20, (0, 0.012))]
    teeth = [
        box(
            (0.004, 0.004, -0.02 - 0.006 * i),
            (0.006 - 0.001 * i, 0.003, 0.003),
            metal,
            {"metallic": 1.0, "roughness": 0.3},
        )
        for i in range(4)
    ]
    return concat_shapes(
        tube(bow, 0.0025, metal, {"metallic": 1.0, "roughness": 0.3}),
        box((0, 0.004, -0.02), (0.005, 0.003, 0.045), metal, {"metallic": 1.0, "roughness": 0.3}),
        *teeth,
    )


@register("three keys on a ring")
def keys(*, width=0.09, height=0.01, depth=0.1, metal=(0.85, 0.7, 0.35)):
    ring = [(x, 0.004, y) for x, y in arc(0.016, 0, 2 * math.pi, 28, (0, 0.03))]
    whole = concat_shapes(
        tube(ring, 0.0015, *surface("steel")),
        *[
            moved(library_call("key_part", metal=tone), (0.012 * t, 0, 0.008), -0.5 * t)
            for t, tone in ((-1, metal), (0, (0.75, 0.75, 0.77)), (1, metal))
        ],
    )
    return fitted(whole, width, height, depth)
