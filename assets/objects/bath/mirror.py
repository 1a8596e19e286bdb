# /// asset
# word = "mirror"
# synonyms = ["wall mirror", "bathroom mirror", "vanity mirror"]
# category = "bath"
# support = "wall"
# colors = ["paint"]
# materials = ["frame"]
# [variants]
# width = {"rectangular" = 0.6, "oval" = 0.6, "square" = 0.7}
# height = {"rectangular" = 0.85, "oval" = 0.85, "square" = 0.7}
# framed = {"frameless" = false}
# [variants.shape]
# "round" = "round"
# "circular" = "round"
# "oval" = "oval"
# "rectangular" = "rectangular"
# "square" = "rectangular"
# ///
import math

from scene.language import *
from scene.language.modelling import ball, block, finish, fitted, rod, stretched


@register("the mirror glass")
def glass(width, height, shape, look):
    if shape == "rectangular":
        return block((0, -height / 2, 0), (width, height, 0.008), *look)
    disc = rod((0, 0, -0.004), (0, 0, 0.004), 1.0, *look)
    return stretched(disc, (width / 2, height / 2, 1))


@register("the frame")
def frame(width, height, shape, look):
    bar = 0.03
    if shape == "rectangular":
        sides = [block((s * (width - bar) / 2, -height / 2, 0), (bar, height, 0.035), *look) for s in (-1, 1)]
        return concat_shapes(
            *sides, *[block((0, y, 0), (width - 2 * bar, bar, 0.035), *look) for y in (-height / 2, height / 2 - bar)]
        )
    n = 40
    a, b = width / 2 - 0.016, height / 2 - 0.016
    spots = [(a * math.cos(2 * math.pi * i / n), b * math.sin(2 * math.pi * i / n), 0) for i in range(n + 1)]
    knobs = [ball(spots[i], 0.016, *look) for i in range(n)]
    return concat_shapes(*knobs, *[rod(spots[i], spots[i + 1], 0.016, *look) for i in range(n)])


@register("a framed wall mirror")
def mirror(*, width=0.75, depth=0.04, height=0.75, shape="round", framed=True, frame="brass", paint=None) -> Shape:
    look, silver = finish(frame, paint), finish("mirror")
    parts = [library_call("glass", width=width - 0.01, height=height - 0.01, shape=shape, look=silver)]
    if framed:
        parts.append(library_call("frame", width=width, height=height, shape=shape, look=look))
    else:
        parts.append(
            block((0, -height / 4, -depth / 4), (width * 0.5, height * 0.5, depth / 2), *finish("black metal"))
        )
    return fitted(concat_shapes(*parts), width, height, depth)
