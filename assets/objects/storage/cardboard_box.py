# /// asset
# word = "cardboard box"
# synonyms = ["box", "carton", "moving box", "shipping box", "packing box", "parcel"]
# category = "storage"
# support = "floor"
# colors = ["paint"]
# materials = ["card"]
# [variants]
# open = {"closed" = false, "sealed" = false}
# ///
import math

from scene.language import *
from scene.language.modelling import block, darker, finish, fitted, moved, rotated


@register("a flap that stands open")
def flap(length, reach, look):
    return block((0, 0, reach / 2), (length, 0.005, reach), *look)


@register("a cardboard box with tape and open flaps")
def cardboard_box(*, width=0.62, depth=0.52, height=0.4, open=True, card="cardboard", paint=None) -> Shape:
    look, tape = finish(card, paint), finish("beige plastic")
    dark = darker(look[0], 0.7), look[1]
    w, d, tall = 0.5, 0.4, 0.34
    parts = [block((0, 0, t * (d / 2)), (w, tall, 0.006), *look) for t in (-1, 1)] + [
        block((s * w / 2, 0, 0), (0.006, tall, d), *look) for s in (-1, 1)
    ]
    parts += [
        block((0, 0, 0), (w, 0.006, d), *dark),
        block((0, tall * 0.55, d / 2 + 0.004), (0.05, tall * 0.45, 0.002), *tape),
    ]
    parts += [block((-0.15 + 0.05 * i, 0.05, d / 2 + 0.0035), (0.025, 0.09, 0.001), *dark) for i in range(2)]
    if not open:
        parts += [
            block((0, tall, 0), (w + 0.006, 0.006, d + 0.006), *look),
            block((0, tall + 0.006, 0), (0.05, 0.002, d + 0.008), *tape),
        ]
        return fitted(concat_shapes(*parts), width, height, depth)
    for t in (-1, 1):
        leaf = rotated(library_call("flap", length=w, reach=d / 2 - 0.02, look=look), 0 if t > 0 else math.pi)
        parts.append(moved(leaf, (0, tall, t * d / 2), t * 0.75, (1, 0, 0)))
        side = rotated(library_call("flap", length=d, reach=d / 2 - 0.02, look=look), t * math.pi / 2)
        parts.append(moved(side, (t * w / 2, tall, 0), -t * -0.55, (0, 0, 1)))
    return fitted(concat_shapes(*parts), width, height, depth)
