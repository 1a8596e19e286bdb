# /// asset
# word = "neon sign"
# synonyms = ["neon light", "neon wall sign", "glowing sign", "led sign"]
# stands_for = ["bitcoin sign"]
# category = "lighting"
# support = "wall"
# colors = ["glow", "second_glow"]
# ///
import math

from scene.language import *
from scene.language.modelling import block, finish, fitted, moved, pipe, rod


@register("a glowing heart")
def heart(look):
    points = []
    for i in range(25):
        t = 2 * math.pi * i / 24
        points.append(
            (
                0.0155 * 16 * math.sin(t) ** 3,
                0.0155 * (13 * math.cos(t) - 5 * math.cos(2 * t) - 2 * math.cos(3 * t) - math.cos(4 * t)),
                0,
            )
        )
    return pipe(points, 0.011, *look)


@register("a glowing lightning bolt")
def bolt(look):
    return pipe(
        [
            (0.03, 0.16, 0),
            (-0.06, 0.0, 0),
            (0.01, 0.0, 0),
            (-0.04, -0.15, 0),
            (0.07, 0.04, 0),
            (0.0, 0.04, 0),
            (0.03, 0.16, 0),
        ],
        0.01,
        *look,
    )


@register("a stand-off clip")
def clip(look):
    return rod((0, 0, -0.03), (0, 0, 0), 0.008, *look)


@register("a neon sign in the shape of a heart and lightning bolt")
def neon_sign(*, width=0.62, depth=0.07, height=0.54, glow=(1.0, 0.31, 0.63), second_glow=(0.35, 0.85, 1.0)) -> Shape:
    pink, blue = (glow, {"roughness": 0.4, "emission": 2.2}), (second_glow, {"roughness": 0.4, "emission": 2.2})
    parts = [
        block((0, -0.27, -0.045), (0.62, 0.54, 0.014), *finish("black acrylic")),
        moved(library_call("heart", look=pink), (0, 0.02, 0)),
    ]
    parts.append(moved(library_call("bolt", look=blue), (0, 0.01, 0.004)))
    parts += [
        moved(library_call("clip", look=finish("chrome")), (x, y, -0.005))
        for x, y in ((-0.2, 0.12), (0.2, 0.12), (0, -0.22), (-0.07, 0.0))
    ]
    return fitted(concat_shapes(*parts), width, height, depth)
