# /// asset
# word = "whisk"
# synonyms = ["egg beater", "balloon whisk", "wire whisk"]
# phrase = "a balloon whisk of steel wires with a handle"
# category = "tableware"
# support = "surface"
# [colors]
# grip = [0.75, 0.2, 0.18]
# [materials]
# metal = "steel"
# ///
import math

import numpy as np

from scene.language import *
from scene.language.modelling import ellipsoid, pipe, rod


@register("the balloon of wires")
def wires(*, length, radius, metal):
    def wire(i):
        bulge = [(math.sin(math.pi * t**0.75) * radius, length * t, 0) for t in np.linspace(0, 1, 8)]
        bulge[-1] = (0, length * 0.985, 0)
        return transform_shape(
            pipe(bulge, radius * 0.045, *surface(metal)), rotation_matrix(math.pi * i / 4, (0, 1, 0), (0, 0, 0))
        )

    return loop(8, wire)


@register("the handle")
def handle(*, length, radius, grip, metal):
    return concat_shapes(
        rod((0, 0, 0), (0, length * 0.14, 0), radius * 0.36, *surface(metal)),
        rod((0, length * 0.12, 0), (0, length * 0.92, 0), radius * 0.42, grip, {"roughness": 0.5}),
        ellipsoid((0, length * 0.92, 0), (radius * 0.42, length * 0.08, radius * 0.42), grip, {"roughness": 0.5}),
    )


@register("a balloon whisk of steel wires with a handle")
def whisk(*, width=0.3, depth=0.075, height=0.075, grip=(0.75, 0.2, 0.18), metal="steel"):
    radius, balloon = depth / 2 / 1.045, width * 0.55
    wire_shape = transform_shape(
        library_call("wires", length=balloon, radius=radius, metal=metal),
        rotation_matrix(math.pi / 8, (0, 1, 0), (0, 0, 0)),
    )
    upright = concat_shapes(
        transform_shape(wire_shape, reflection_matrix((0, balloon / 2, 0), (0, 1, 0))),
        transform_shape(
            library_call("handle", length=width - balloon + 0.008, radius=radius, grip=grip, metal=metal),
            translation_matrix((0, balloon - 0.004, 0)),
        ),
    )
    lying = transform_shape(upright, rotation_matrix(-math.pi / 2 - 0.11, (0, 0, 1), (0, 0, 0)))  # on its handle's end
    low, high = compute_shape_min(lying), compute_shape_max(lying)
    fit = scale_matrix((1, height / (high[1] - low[1]), depth / (high[2] - low[2])), (0, 0, 0))
    return transform_shape(lying, fit @ translation_matrix((-(low[0] + high[0]) / 2, -low[1], 0)))
