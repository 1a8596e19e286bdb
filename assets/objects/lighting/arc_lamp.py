# /// asset
# word = "arc lamp"
# synonyms = [
#     "arc floor lamp", "arched floor lamp", "arch floor lamp", "arch lamp", "curved floor lamp", "arching lamp",
#     "overhanging lamp",
# ]
# category = "lighting"
# support = "floor"
# colors = ["paint"]
# materials = ["stem", "foot"]
# ///
import math

from scene.language import *
from scene.language.modelling import ellipsoid, finish, fitted, moved, pipe, rod


@register("the bow")
def bow(look):
    turns = [math.pi * (0.02 + 0.8 * i / 40) for i in range(41)]
    points = [(-0.55, 0.1, 0), (-0.55, 0.9, 0)]
    points += [(0.05 - 0.6 * math.cos(a), 0.9 + 0.98 * math.sin(a), 0) for a in turns]
    return pipe(points, 0.014, *look)


@register("the dome shade with its bulb")
def dome(look):
    return concat_shapes(
        ellipsoid((0, 0.03, 0), (0.19, 0.13, 0.19), *look),
        ellipsoid((0, -0.06, 0), (0.09, 0.06, 0.09), *finish("lamp glow")),
        rod((0, 0.14, 0), (0, 0.2, 0), 0.025, *look),
    )


@register("an arc lamp: a long bow with a dome shade, on a marble foot")
def arc_lamp(*, width=1.25, depth=0.38, height=1.9, stem="brass", paint=None, foot="marble") -> Shape:
    metal, stone = finish(stem, paint), finish(foot)
    parts = [
        # slabs that outweigh the shade
        *[rod((-0.55, 0.03 * k, 0), (-0.55, 0.03 * k + 0.028, 0), 0.27 - 0.012 * k, *stone) for k in range(4)],
        rod((-0.55, 0.11, 0), (-0.55, 0.15, 0), 0.03, *metal),
        library_call("bow", look=metal),
    ]
    end = 0.05 - 0.6 * math.cos(math.pi * 0.82), 0.9 + 0.98 * math.sin(math.pi * 0.82)
    parts.append(moved(library_call("dome", look=metal), (end[0], end[1] - 0.19, 0)))
    return fitted(concat_shapes(*parts), width, height, depth)
