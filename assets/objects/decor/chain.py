# /// asset
# word = "chain"
# synonyms = ["chains", "iron chain", "shackles", "wall shackles", "manacles", "iron shackles", "metal chain"]
# category = "decor"
# support = "wall"
# colors = ["paint"]
# materials = ["metal"]
# ///
import math

from scene.language import *
from scene.language.modelling import box, finish, fitted, hoop, moved, rotated, stretched


@register("a link")
def link(*, look):
    return stretched(hoop(0.026, 0.0085, *look, axis=(0, 0, 1), parts=14), (0.72, 1.25, 1))


@register("a hanging row of links")
def links(*, x, top, count, look):
    parts = []
    for i in range(count):
        one = library_call("link", look=look)
        parts.append(moved(rotated(one, math.pi / 2) if i % 2 else one, (x, top - 0.047 * i, 0.0)))
    return concat_shapes(*parts)


@register("the plate and ring at the wall")
def anchor(*, x, y, look):
    return concat_shapes(
        box((x, y, -0.045), (0.11, 0.11, 0.014), *look),
        *[
            box((x + s * 0.038, y + t * 0.038, -0.036), (0.014, 0.014, 0.01), *finish("gunmetal"))
            for s in (-1, 1)
            for t in (-1, 1)
        ],
        hoop(0.032, 0.009, *look, center=(x, y - 0.02, -0.015), axis=(1, 0, 0), parts=16),
    )


@register("a cuff")
def cuff(*, x, y, look):
    return concat_shapes(
        *[hoop(0.052, 0.012, *look, center=(x, y, z), parts=22) for z in (0.0,)],
        hoop(0.052, 0.012, *look, center=(x, y - 0.022, 0.0), parts=22),
        box((x + 0.058, y - 0.011, 0.0), (0.03, 0.05, 0.03), *look),
    )


@register("iron chains with shackles on a wall")
def chain(*, width=0.62, height=0.85, depth=0.14, metal="wrought iron", paint=None):
    look = finish(metal, paint)
    parts = []
    for s, count in ((-1, 13), (1, 14)):
        x = s * 0.24
        parts.append(library_call("anchor", x=x, y=0.84, look=look))
        parts.append(library_call("links", x=x, top=0.78, count=count, look=look))
        parts.append(library_call("cuff", x=x, y=0.78 - 0.047 * count + 0.004, look=look))
    return fitted(concat_shapes(*parts), width, height, depth)
