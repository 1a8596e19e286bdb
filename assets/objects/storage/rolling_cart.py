# /// asset
# word = "rolling cart"
# synonyms = [
#     "cart", "utility cart", "storage cart", "trolley", "craft cart", "kitchen cart", "prep cart",
#     "three-tier cart", "supply cart", "raskog cart", "utility trolley",
# ]
# stands_for = [
#     "laundry cart", "book cart", "library cart", "medical cart", "cleaning cart", "room service cart",
#     "housekeeping cart", "crash cart",
# ]
# category = "storage"
# support = "floor"
# colors = ["paint"]
# materials = ["frame"]
# ///
from scene.language import *
from scene.language.modelling import block, darker, finish, fitted, pipe, rod


@register("a basket tier")
def tier(width, depth, look):
    dark = darker(look[0], 0.75), look[1]
    parts = [block((0, 0.002, 0), (width - 0.01, 0.008, depth - 0.01), *dark)]
    parts += [block((0, 0, t * (depth / 2 - 0.004)), (width, 0.09, 0.008), *look) for t in (-1, 1)]
    parts += [block((s * (width / 2 - 0.004), 0, 0), (0.008, 0.09, depth - 0.016), *look) for s in (-1, 1)]
    return concat_shapes(*parts)


@register("a caster")
def caster(look):
    return rod((-0.014, 0.04, 0), (0.014, 0.04, 0), 0.04, *look)


@register("a three-tier rolling utility cart")
def rolling_cart(*, width=0.46, depth=0.38, height=0.85, frame="teal paint", paint=None) -> Shape:
    metal = finish(frame, paint)
    x, z = 0.2, 0.17
    parts = [
        pipe([(s * x, 0.07, -z), (s * x, 0.82, -z), (s * x, 0.82, z), (s * x, 0.07, z)], 0.013, *metal) for s in (-1, 1)
    ]
    parts += [place("tier", at=(0, y, 0), width=0.42, depth=0.36, look=metal) for y in (0.12, 0.39, 0.66)]
    parts += [place("caster", at=(s * x, 0, t * z), look=finish("rubber")) for s in (-1, 1) for t in (-1, 1)]
    jars = [
        (-0.1, 0.66, 0.05, "white plastic", 0.14),
        (0.02, 0.66, -0.04, "mustard plastic", 0.12),
        (0.11, 0.66, 0.06, "coral plastic", 0.16),
    ]
    parts += [rod((jx, y, jz), (jx, y + tall, jz), 0.045, *finish(word)) for jx, y, jz, word, tall in jars]
    parts += [
        block((-0.13 + 0.065 * i, 0.4, 0), (0.06, 0.2, 0.22), *finish(c + " paper"))
        for i, c in enumerate(("red", "navy blue", "cream", "green"))
    ]
    parts.append(block((0, 0.13, 0), (0.3, 0.12, 0.24), *finish("cardboard")))
    return fitted(concat_shapes(*parts), width, height, depth)
