# /// asset
# word = "lantern"
# synonyms = ["candle lantern", "hurricane lantern", "camping lantern"]
# category = "lighting"
# support = "surface"
# colors = ["paint"]
# materials = ["frame"]
# ///
import math

from scene.language import *
from scene.language.modelling import block, ellipsoid, finish, fitted, moved, pipe, rod


@register("a corner post")
def post(height, look):
    return block((0, 0, 0), (0.014, height, 0.014), *look)


@register("a burning candle")
def candle(look):
    return concat_shapes(
        rod((0, 0, 0), (0, 0.1, 0), 0.034, *look),
        rod((0, 0.1, 0), (0, 0.112, 0), 0.002, *finish("black metal")),
        ellipsoid((0, 0.128, 0), (0.009, 0.02, 0.009), *finish("flame")),
    )


@register("the roof with its ring")
def roof(look):
    n = 7
    steps = [block((0, 0.012 * i, 0), (0.2 - 0.022 * i, 0.013, 0.2 - 0.022 * i), *look) for i in range(n)]
    loop_points = [
        (0.035 * math.sin(2 * math.pi * i / 10), 0.135 + 0.035 * math.cos(2 * math.pi * i / 10), 0) for i in range(11)
    ]
    return concat_shapes(*steps, pipe(loop_points, 0.004, *look), rod((0, 0.08, 0), (0, 0.105, 0), 0.016, *look))


@register("a lantern with glass sides and a candle inside")
def lantern(*, width=0.2, depth=0.2, height=0.42, frame="black metal", paint=None) -> Shape:
    look, pane = finish(frame, paint), finish("glass")
    parts = [block((0, 0.012, 0), (0.19, 0.02, 0.19), *look)] + [
        ellipsoid((s * 0.08, 0.01, t * 0.08), (0.014, 0.01, 0.014), *look) for s in (-1, 1) for t in (-1, 1)
    ]
    parts += [place("post", at=(s * 0.08, 0.03, t * 0.08), height=0.22, look=look) for s in (-1, 1) for t in (-1, 1)]
    parts += [block((0, 0.03, t * 0.08), (0.146, 0.22, 0.003), *pane) for t in (-1, 1)] + [
        block((s * 0.08, 0.03, 0), (0.003, 0.22, 0.146), *pane) for s in (-1, 1)
    ]
    parts += [block((0, 0.03, t * 0.08), (0.008, 0.22, 0.008), *look) for t in (-1, 1)] + [
        block((s * 0.08, 0.03, 0), (0.008, 0.22, 0.008), *look) for s in (-1, 1)
    ]
    parts += [
        place("candle", at=(0, 0.032, 0), look=finish("cream wax")),
        moved(library_call("roof", look=look), (0, 0.25, 0)),
    ]
    return fitted(concat_shapes(*parts), width, height, depth)
