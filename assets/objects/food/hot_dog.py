# /// asset
# word = "hot dog"
# synonyms = ["hotdog", "hot dogs", "hotdogs", "frankfurter in a bun"]
# stands_for = ["sub", "sub sandwich"]
# category = "food"
# support = "surface"
# colors = ["bun"]
# ///
import numpy as np

from scene.language import *
from scene.language.modelling import box, ellipsoid, fitted, tube


@register("the bun, split along its length")
def split_bun(*, bun):
    baked, crumb = {"roughness": 0.6}, (0.97, 0.9, 0.72)
    halves = []
    for s in (-1, 1):
        halves += [
            ellipsoid(
                (0.062 * t, 0.022 + 0.002 * abs(t), s * 0.0185), (0.02, 0.0225 - 0.003 * abs(t), 0.0175), bun, baked
            )
            for t in np.linspace(-1, 1, 15)
        ]
        halves.append(box((0, 0.026, s * 0.0075), (0.128, 0.026, 0.003), crumb))
    bottom = [ellipsoid((0.06 * t, 0.012, 0), (0.02, 0.012, 0.02), bun, baked) for t in np.linspace(-1, 1, 9)]
    return concat_shapes(*halves, *bottom)


@register("the sausage with a zigzag of mustard")
def frankfurter():
    skin, gloss = (0.66, 0.24, 0.14), {"roughness": 0.2}
    line = [(0.0105 * k - 0.063, 0.0505, 0.0065 * (1 if k % 2 else -1)) for k in range(13)]
    bend = [(0.086 * t, 0.035 + 0.006 * t * t, 0) for t in np.linspace(-1, 1, 9)]
    mustard = [(x, 0.0475 + 0.006 * (x / 0.086) ** 2, z) for x, _, z in line]
    return concat_shapes(tube(bend, 0.013, skin, gloss), tube(mustard, 0.0028, (0.95, 0.76, 0.12), {"roughness": 0.25}))


@register("a hot dog in a bun with a zigzag of mustard")
def hot_dog(*, width=0.19, height=0.055, depth=0.074, bun=(0.85, 0.6, 0.3)):
    whole = concat_shapes(library_call("split_bun", bun=bun), library_call("frankfurter"))
    return fitted(whole, width, height, depth)
