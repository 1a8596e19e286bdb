# /// asset
# word = "pool ladder"
# synonyms = ["swimming pool ladder", "pool steps", "pool handrail ladder"]
# category = "outdoor"
# support = "floor"
# colors = ["paint"]
# materials = ["metal"]
# ///
import math

from scene.language import *
from scene.language.modelling import arc, block, box, finish, fitted, pipe, rod


@register("a bent rail with its flanges")
def rail(*, x, look):
    bow = [(x, y, z) for z, y in arc(0.24, 0, math.pi, 15, (0.0, 1.2))]
    path = [(x, 0.0, 0.24), *bow, (x, 0.0, -0.24)]
    return concat_shapes(
        pipe(path, 0.021, *look),
        *[rod((x, 0.0, z), (x, 0.02, z), 0.05, *look) for z in (0.24, -0.24)],
    )


@register("a tread with ribs")
def tread(*, y, look):
    return concat_shapes(
        block((0, y, 0.2), (0.46, 0.03, 0.1), *look),
        *[box((0, y + 0.032, 0.17 + 0.03 * i), (0.42, 0.005, 0.014), *finish("black plastic")) for i in range(3)],
    )


@register("a chrome pool ladder with three treads")
def pool_ladder(*, width=0.56, height=1.46, depth=0.58, metal="chrome", paint=None):
    look = finish(metal, paint)
    whole = concat_shapes(
        *[library_call("rail", x=s * 0.25, look=look) for s in (-1, 1)],
        *[library_call("tread", y=0.16 + 0.27 * i, look=look) for i in range(4)],
    )
    return fitted(whole, width, height, depth)
