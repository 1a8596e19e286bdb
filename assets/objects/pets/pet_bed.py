# /// asset
# word = "pet bed"
# synonyms = ["dog bed", "cat bed", "dog cushion", "dog basket"]
# category = "pets"
# support = "floor"
# colors = ["rim_color", "cushion"]
# ///
import math

from scene.language import *
from scene.language.modelling import ellipsoid, fitted, moved, rod


@register("the stuffed rim, low in front")
def rim(*, width, depth, height, rim_color):
    n = 26

    def puff(i):
        a = 2 * math.pi * i / n
        tall = height * (0.5 - 0.2 * max(0.0, math.sin(a)) ** 3)
        return moved(
            ellipsoid((0, tall, 0), (width * 0.1, tall, width * 0.095), rim_color, {"roughness": 0.95}),
            (width * 0.4 * math.cos(a), 0, depth * 0.4 * math.sin(a)),
            -a,
        )

    return loop(n, puff)


@register("the inner cushion with a tuft")
def inner_cushion(*, width, depth, height, cushion):
    return concat_shapes(
        ellipsoid((0, height * 0.26, 0), (width * 0.38, height * 0.24, depth * 0.38), cushion, {"roughness": 0.98}),
        *[
            ellipsoid(
                (x * width * 0.18, height * 0.3, z * depth * 0.16),
                (width * 0.2, height * 0.22, depth * 0.2),
                cushion,
                {"roughness": 0.98},
            )
            for x in (-1, 1)
            for z in (-1, 1)
        ],
        ellipsoid((0, height * 0.5, 0), (width * 0.02, height * 0.03, width * 0.02), (0.75, 0.7, 0.62)),
    )


@register("a toy bone")
def bone(*, length):
    white = ((0.98, 0.97, 0.93), {"roughness": 0.5})
    return concat_shapes(
        rod((-length * 0.36, 0, 0), (length * 0.36, 0, 0), length * 0.1, *white),
        *[
            ellipsoid((x * length * 0.4, 0, z * length * 0.1), (length * 0.13,) * 3, *white)
            for x in (-1, 1)
            for z in (-1, 1)
        ],
    )


@register("a round pet bed with a bone-shaped toy")
def pet_bed(*, width=0.75, depth=0.65, height=0.22, rim_color=(0.45, 0.5, 0.55), cushion=(0.93, 0.89, 0.82)):
    whole = concat_shapes(
        library_call("rim", width=width, depth=depth, height=height, rim_color=rim_color),
        library_call("inner_cushion", width=width, depth=depth, height=height, cushion=cushion),
        moved(library_call("bone", length=width * 0.24), (width * 0.04, height * 0.6, depth * 0.08), 0.6),
    )
    return fitted(whole, width, height, depth)
