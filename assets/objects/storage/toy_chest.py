# /// asset
# word = "toy chest"
# synonyms = ["toy box", "box of toys", "chest of toys", "bin of toys", "toy bin", "toy storage", "toy trunk", "kids storage chest"]
# category = "storage"
# support = "floor"
# clearance = {front = 0.4}
# colors = ["paint"]
# materials = ["frame"]
# [variants]
# open = {"closed" = false}
# [joints.lid]
# hinge = "back"
# reach = 75
# ///
import math

from scene.language import *
from scene.language.modelling import ball, block, cone, darker, ellipsoid, finish, fitted, moved, stretched


@register("the lid")
def lid(width, depth, look):
    return block((0, 0, 0), (width, 0.025, depth), *look)


@register("a star on the front")
def star(look):
    spikes = [
        cone((0, 0, 0), (0.062 * math.sin(a), 0.062 * math.cos(a), 0), 0.025, *look)
        for a in [2 * math.pi * i / 5 for i in range(5)]
    ]
    return stretched(concat_shapes(*spikes), (1, 1, 0.2))


@register("a toy bear that looks out")
def bear(look):
    pale, black = ((0.9, 0.78, 0.6), look[1]), ((0.08, 0.07, 0.07), look[1])
    parts = [ellipsoid((0, 0.05, 0), (0.08, 0.09, 0.07), *look), ellipsoid((0, 0.17, 0), (0.075, 0.07, 0.07), *look)]
    parts += [ellipsoid((s * 0.055, 0.23, 0), (0.028, 0.028, 0.015), *look) for s in (-1, 1)]
    parts += [ball((s * 0.028, 0.185, 0.065), 0.009, *black) for s in (-1, 1)]
    parts += [
        ellipsoid((0, 0.155, 0.06), (0.03, 0.025, 0.025), *pale),
        ellipsoid((0, 0.165, 0.085), (0.011, 0.008, 0.008), *black),
    ]
    return concat_shapes(*parts)


@register("a toy chest with its lid open and toys inside")
def toy_chest(*, width=0.8, depth=0.45, height=0.75, open=True, frame="white wood", paint=None) -> Shape:
    wood = finish(frame, paint)
    dark = darker(wood[0], 0.7), wood[1]
    tall = 0.42 if open else height - 0.03
    parts = [block((0, 0.06, t * (depth / 2 - 0.03)), (width - 0.04, tall - 0.06, 0.022), *wood) for t in (-1, 1)]
    parts += [block((s * (width / 2 - 0.03), 0.06, 0), (0.022, tall - 0.06, depth - 0.06), *wood) for s in (-1, 1)]
    parts.append(block((0, 0.064, 0), (width - 0.06, 0.03, depth - 0.08), *dark))
    parts += [
        block((s * (width / 2 - 0.05), 0, t * (depth / 2 - 0.05)), (0.06, 0.07, 0.06), *wood)
        for s in (-1, 1)
        for t in (-1, 1)
    ]
    hues = ["red", "yellow", "sky blue"]
    parts += [
        moved(library_call("star", look=finish(c + " paint")), (0.2 * (i - 1), 0.25, depth / 2 - 0.018))
        for i, c in enumerate(hues)
    ]
    if not open:
        parts.append(place("lid", at=(0, tall, 0), width=width, depth=depth, look=wood))
        return fitted(concat_shapes(*parts), width, height, depth)
    # no part named lid: it cannot shut over the bear
    top = block((0, 0, depth / 2), (width, 0.025, depth), *wood)
    parts.append(moved(top, (0, tall, -depth / 2 + 0.05), -1.75, (1, 0, 0)))
    parts.append(block((0, 0.1, 0), (width - 0.07, 0.2, depth - 0.09), *finish("blue plastic")))
    parts.append(place("bear", at=(-0.18, tall - 0.13, 0.03), look=finish("brown plush")))
    toys = [
        (-0.31, 0.1, 0.05, "red"),
        (-0.3, -0.08, 0.06, "yellow"),
    ]
    parts += [ball((x, 0.3 + 0.6 * r, z), r, *finish("glossy " + c + " plastic")) for x, z, r, c in toys]
    return fitted(concat_shapes(*parts), width, height, depth)
