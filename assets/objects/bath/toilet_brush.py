# /// asset
# word = "toilet brush"
# synonyms = ["toilet brush holder", "loo brush", "wc brush"]
# category = "bath"
# support = "floor"
# colors = ["paint"]
# materials = ["holder", "handle"]
# ///
import math

from scene.language import *
from scene.language.modelling import ellipsoid, finish, fitted, rod


@register("the holder")
def holder(look):
    return concat_shapes(
        rod((0, 0, 0), (0, 0.01, 0), 0.056, *look),
        rod((0, 0.005, 0), (0, 0.138, 0), 0.052, *look),
        rod((0, 0.13, 0), (0, 0.142, 0), 0.056, *look),
        rod((0, 0.13, 0), (0, 0.1435, 0), 0.048, (0.25, 0.26, 0.27), {"roughness": 0.8}),
    )


@register("the brush, lifted a little")
def brush(handle, bristles):
    spikes = [
        rod((0, y, 0), (0.036 * math.cos(a + y * 40), y - 0.008, 0.036 * math.sin(a + y * 40)), 0.003, *bristles)
        for y in (0.12, 0.145, 0.17, 0.195)
        for a in [math.pi / 6 * i for i in range(12)]
    ]
    return concat_shapes(
        rod((0, 0.05, 0), (0, 0.44, 0), 0.008, *handle),
        ellipsoid((0, 0.44, 0), (0.016, 0.03, 0.016), *handle),
        rod((0, 0.1, 0), (0, 0.2, 0), 0.022, *bristles),
        rod((0, 0.205, 0), (0, 0.215, 0), 0.044, *handle),
        *spikes,
    )


@register("a toilet brush in its holder")
def toilet_brush(
    *, width=0.125, depth=0.125, height=0.47, holder="white ceramic", paint=None, handle="chrome"
) -> Shape:
    look, metal = finish(holder, paint), finish(handle)
    return fitted(
        concat_shapes(
            library_call("holder", look=look), library_call("brush", handle=metal, bristles=finish("white plastic"))
        ),
        width,
        height,
        depth,
    )
