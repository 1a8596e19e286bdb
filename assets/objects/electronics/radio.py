# /// asset
# word = "radio"
# synonyms = ["vintage radio", "portable radio", "retro radio"]
# stands_for = ["transistor radio"]
# category = "electronics"
# support = "surface"
# colors = ["paint", "cloth"]
# materials = ["wood", "metal"]
# ///
import math

from scene.language import *
from scene.language.modelling import box, finish, fitted, moved, pipe, rod, rotated


@register("the wooden case with rounded shoulders")
def radio_case(*, width, height, depth, look):
    r = height * 0.22
    return concat_shapes(
        box((0, (height - r) / 2, 0), (width, height - r, depth), *look),
        box((0, height / 2, 0), (width - 2 * r, height, depth), *look),
        *[
            rod(
                (side * (width / 2 - r), height - r, -depth / 2),
                (side * (width / 2 - r), height - r, depth / 2),
                r,
                *look,
            )
            for side in (-1, 1)
        ],
    )


@register("the cloth grille with slats")
def grille(*, width, height, cloth, look):
    slats = [
        box((0, height * (y - 0.5), 0.004), (width * 0.996, height * 0.05, 0.006), *look) for y in (0.2, 0.4, 0.6, 0.8)
    ]
    return concat_shapes(box((0, 0, 0), (width, height, 0.006), cloth, {"roughness": 0.95}), *slats)


@register("the tuning dial with its needle")
def tuning_dial(*, radius, metal):
    ticks = loop(
        11,
        lambda i: rotated(
            box((0, radius * 0.74, 0.006), (radius * 0.04, radius * 0.16, 0.002), (0.2, 0.15, 0.1)),
            math.radians(-110 + 22 * i),
            (0, 0, 1),
        ),
    )
    needle = rotated(
        box((0, radius * 0.4, 0.008), (radius * 0.04, radius * 0.8, 0.002), (0.8, 0.15, 0.1)), 0.5, (0, 0, 1)
    )
    return concat_shapes(
        rod((0, 0, 0), (0, 0, 0.004), radius * 1.1, *surface(metal)),
        rod((0, 0, 0), (0, 0, 0.006), radius, *surface("lampshade")),
        ticks,
        needle,
        rod((0, 0, 0), (0, 0, 0.016), radius * 0.16, *surface(metal)),
    )


@register("a vintage wooden radio with a cloth grille, a dial and knobs")
def radio(*, width=0.36, height=0.25, depth=0.17, paint=None, cloth=(0.85, 0.75, 0.55), wood="walnut", metal="brass"):
    look, body, deep = finish(wood, paint), height * 0.84, depth * 0.86
    feet = [box((x * width * 0.38, 0.006, 0), (0.04, 0.012, deep * 0.9), (0.12, 0.1, 0.09)) for x in (-1, 1)]
    knobs = [
        rod(
            (x * width, height * 0.13, deep / 2),
            (x * width, height * 0.13, deep / 2 + 0.022),
            width * 0.045,
            *surface(metal),
        )
        for x in (0.1, 0.24, 0.38)
    ]
    handle = pipe(
        [
            (-width * 0.32, body, 0),
            (-width * 0.3, height * 0.965, 0),
            (width * 0.3, height * 0.965, 0),
            (width * 0.32, body, 0),
        ],
        height * 0.03,
        *surface("brown leather"),
    )
    whole = concat_shapes(
        moved(library_call("radio_case", width=width, height=body - 0.01, depth=deep, look=look), (0, 0.01, 0)),
        *feet,
        *knobs,
        handle,
        moved(
            library_call("grille", width=width * 0.44, height=body * 0.72, cloth=cloth, look=look),
            (-width * 0.23, body * 0.5, deep / 2),
        ),
        moved(library_call("tuning_dial", radius=width * 0.155, metal=metal), (width * 0.24, body * 0.62, deep / 2)),
    )
    return fitted(whole, None, height, depth)
