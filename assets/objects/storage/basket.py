# /// asset
# word = "basket"
# synonyms = [
#     "storage basket", "blanket basket", "seagrass basket", "log basket", "gift basket",
#     "hamper basket", "baguette basket",
# ]
# stands_for = ["picnic basket"]
# category = "storage"
# support = "floor"
# colors = ["paint"]
# materials = ["weave"]
# ///
import math

from scene.language import *
from scene.language.modelling import darker, finish, fitted, mirrored, moved, pipe, ring, rod


@register("one woven coil")
def coil(radius, y, look):
    return ring((0, y, 0), radius, 0.0245, *look, parts=18)


@register("a loop handle")
def handle(look):
    points = [(0, 0, -0.06), (0.01, 0.06, -0.045), (0.01, 0.075, 0), (0.01, 0.06, 0.045), (0, 0, 0.06)]
    return pipe(points, 0.012, *look)


@register("a round woven basket with two handles")
def basket(*, width=0.4, depth=0.36, height=0.36, weave="wicker", paint=None) -> Shape:
    cane = finish(weave, paint)
    pale = tuple(0.8 * c + 0.14 for c in cane[0]), cane[1]
    dark = darker(cane[0], 0.55), cane[1]
    parts = [rod((0, 0, 0), (0, 0.02, 0), 0.14, *cane)]
    n = 7
    for i in range(n):
        f = i / (n - 1)
        radius = 0.135 + 0.028 * math.sin(math.pi * (0.15 + 0.7 * f))
        parts.append(library_call("coil", radius=radius, y=0.024 + 0.042 * i, look=pale if i in (2, 4) else cane))
    parts.append(rod((0, 0.02, 0), (0, 0.24, 0), 0.135, *dark))
    right = moved(library_call("handle", look=cane), (0.155, 0.265, 0))
    parts += [right, mirrored(right)]
    return fitted(concat_shapes(*parts), width, height, depth)
