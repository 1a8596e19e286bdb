# /// asset
# word = "pergola"
# synonyms = ["garden pergola", "wooden pergola", "arbour", "patio cover"]
# category = "outdoor"
# support = "floor"
# colors = ["paint", "leaves"]
# materials = ["wood"]
# ///
import math

from scene.language import *
from scene.language.modelling import beam, block, darker, ellipsoid, finish, fitted, tube


@register("a post with its braces")
def post(*, x, z, height, look):
    i, k = (-1 if x > 0 else 1), (-1 if z > 0 else 1)
    return concat_shapes(
        block((x, 0, z), (0.14, height, 0.14), *look),
        block((x, 0, z), (0.2, 0.12, 0.2), darker(look[0], 0.8), look[1]),
        beam((x, height - 0.55, z), (x + i * 0.5, height - 0.02, z), (0.07, 0.08), *look),
        beam((x, height - 0.55, z), (x, height - 0.02, z + k * 0.5), (0.07, 0.08), *look),
    )


@register("the beams and the rafters")
def roof(*, width, depth, height, look):
    n = max(4, round(width / 0.35))
    parts = [block((0, height, s * (depth / 2 - 0.4)), (width, 0.16, 0.08), *look) for s in (-1, 1)]
    parts += [
        block(
            ((i / (n - 1) - 0.5) * (width - 0.3), height + 0.1, 0), (0.06, 0.14, depth), darker(look[0], 0.92), look[1]
        )
        for i in range(n)
    ]
    parts += [block((0, height + 0.24, (i - 2.5) * depth * 0.16), (width - 0.1, 0.03, 0.05), *look) for i in range(6)]
    return concat_shapes(*parts)


@register("a climbing plant")
def climber(*, x, z, height, leaves):
    stem = [(x + 0.09 * math.cos(2.2 * k), height * k / 7, z + 0.09 * math.sin(2.2 * k)) for k in range(8)]
    along = -1 if x > 0 else 1
    stem += [(x + along * 0.3 * k, height + 0.26, z + 0.06 * math.sin(k)) for k in (1, 2, 3, 4)]
    parts = [tube(stem, 0.018, (0.36, 0.26, 0.16))]
    for k, (px, py, pz) in enumerate(stem[1:]):
        for j in range(5):
            a = 2.4 * (5 * k + j)
            r = 0.1 + 0.03 * (j % 3)
            parts.append(
                ellipsoid(
                    (px + r * math.cos(a), py + 0.06 * math.sin(3 * a), pz + r * math.sin(a)),
                    (0.085, 0.05, 0.085),
                    darker(leaves, 0.75 + 0.09 * (j % 4)),
                )
            )
    return concat_shapes(*parts)


@register("a wooden pergola with a climbing plant")
def pergola(*, width=3.4, height=2.57, depth=3.0, wood="cedar", paint=None, leaves=(0.3, 0.52, 0.2)):
    look = finish(wood, paint)
    tall = 2.3
    posts = [
        library_call("post", x=s * (width / 2 - 0.4), z=t * (depth / 2 - 0.4), height=tall, look=look)
        for s in (-1, 1)
        for t in (-1, 1)
    ]
    whole = concat_shapes(
        *posts,
        library_call("roof", width=width, depth=depth, height=tall, look=look),
        library_call("climber", x=-(width / 2 - 0.4), z=depth / 2 - 0.4, height=tall, leaves=leaves),
    )
    return fitted(whole, width, height, depth)
