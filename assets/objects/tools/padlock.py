# /// asset
# word = "padlock"
# synonyms = ["pad lock", "lock", "brass padlock", "combination lock"]
# category = "tools"
# support = "surface"
# colors = ["paint"]
# materials = ["metal"]
# ///
import math

from scene.language import *
from scene.language.modelling import arc, box, darker, finish, fitted, moved, pipe, plate, rod


@register("the body with its keyhole")
def body_part(*, look):
    dark = (darker(look[0], 0.75), look[1])
    front = moved(plate((0, -0.012, 0), (0.06, 0.024, 0.052), 0.01, *look), (0, 0.026, 0), math.pi / 2, (1, 0, 0))
    return concat_shapes(
        front,
        *[box((0, y, 0), (0.0605, 0.003, 0.0245), *dark) for y in (0.012, 0.04)],
        rod((0, 0.029, 0.011), (0, 0.029, 0.0128), 0.0105, *finish("steel")),
        rod((0, 0.031, 0.012), (0, 0.031, 0.0133), 0.0035, (0.03, 0.03, 0.03)),
        box((0, 0.026, 0.0127), (0.003, 0.009, 0.0012), (0.03, 0.03, 0.03)),
    )


@register("the steel shackle")
def shackle():
    bow = arc(0.0185, 0, math.pi, 17, (0, 0.072))
    path = [(0.0185, 0.045, 0), *[(x, y, 0) for x, y in bow], (-0.0185, 0.045, 0)]
    return pipe(path, 0.0052, *finish("chrome"))


@register("a brass padlock")
def padlock(*, width=0.06, height=0.096, depth=0.026, metal="brass", paint=None):
    return fitted(
        concat_shapes(library_call("body_part", look=finish(metal, paint)), library_call("shackle")),
        width,
        height,
        depth,
    )
