# /// asset
# word = "jewelry box"
# synonyms = ["jewellery box", "trinket box", "treasure box"]
# stands_for = ["music box", "watch box"]
# category = "decor"
# support = "surface"
# colors = ["velvet", "paint"]
# materials = ["wood"]
# ///
import math

from scene.language import *
from scene.language.modelling import box, darker, ellipsoid, finish, fitted, moved, rod


@register("the box with its drawer and velvet lining")
def coffer(*, width, depth, height, look, velvet):
    t = height * 0.1
    walls = [box((0, height / 2, side * (depth - t) / 2), (width, height, t), *look) for side in (-1, 1)] + [
        box((side * (width - t) / 2, height / 2, 0), (t, height, depth - 2 * t), *look) for side in (-1, 1)
    ]
    dark = (darker(look[0], 0.7), look[1])
    rolls = [
        rod(
            (-width * 0.42, height * 0.78, z * depth),
            (width * 0.05, height * 0.78, z * depth),
            depth * 0.07,
            velvet,
            {"roughness": 0.95},
        )
        for z in (-0.3, -0.15, 0.0, 0.15, 0.3)
    ]
    return concat_shapes(
        *walls,
        box((0, height * 0.4, 0), (width - t, height * 0.72, depth - t), velvet, {"roughness": 0.95}),
        *rolls,
        box((0, height * 0.25, depth * 0.5), (width * 0.86, height * 0.34, 0.004), *dark),
        ellipsoid((0, height * 0.25, depth * 0.5 + 0.006), (0.007, 0.007, 0.007), *surface("brass")),
        box((0, height * 0.03, 0), (width * 1.02, height * 0.06, depth * 1.02), *dark),
    )


@register("the lid with a mirror in it")
def mirror_lid(*, width, depth, thick, look):
    return concat_shapes(
        box((0, depth / 2, -thick / 2), (width, depth, thick), *look),
        box((0, depth / 2, 0.001), (width * 0.84, depth * 0.8, 0.004), *surface("mirror")),
    )


@register("a string of pearls and two rings")
def jewels(*, width, depth):
    pearls = loop(
        20,
        lambda i: ellipsoid(
            (width * 0.28 + width * 0.13 * math.cos(i * 0.33), 0.006, depth * 0.02 + depth * 0.3 * math.sin(i * 0.33)),
            (0.006,) * 3,
            (0.97, 0.95, 0.9),
            {"roughness": 0.15},
        ),
    )
    rings = []
    for x, stone in ((-0.28, (0.1, 0.55, 0.4)), (-0.1, (0.15, 0.3, 0.8))):
        rings += [
            rod(
                (x * width - 0.002, 0.01, -depth * 0.07),
                (x * width + 0.002, 0.01, -depth * 0.07),
                0.011,
                *surface("gold"),
            ),
            ellipsoid((x * width, 0.024, -depth * 0.07), (0.007, 0.006, 0.007), stone, {"roughness": 0.05}),
        ]
    return concat_shapes(pearls, *rings)


@register("an open jewelry box with a mirror, pearls and rings")
def jewelry_box(*, width=0.24, depth=0.2, height=0.24, velvet=(0.55, 0.12, 0.25), paint=None, wood="walnut"):
    look, case, deep = finish(wood, paint), height * 0.42, depth * 0.8
    lid = moved(
        library_call("mirror_lid", width=width, depth=deep, thick=0.014, look=look),
        (0, case, -deep / 2 + 0.004),
        -0.25,
        (1, 0, 0),
    )
    whole = concat_shapes(
        library_call("coffer", width=width, depth=deep, height=case, look=look, velvet=velvet),
        lid,
        moved(library_call("jewels", width=width, depth=deep), (0, case * 0.8, 0)),
    )
    return fitted(whole, width, height, depth)
