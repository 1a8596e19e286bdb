# /// asset
# word = "whisk"
# synonyms = ["egg beater", "balloon whisk", "wire whisk"]
# category = "tableware"
# support = "surface"
# colors = ["grip"]
# materials = ["metal"]
# ///
import math

import numpy as np

from scene.language import *
from scene.language.modelling import ellipsoid, fitted, moved, pipe, rod, rotated


@register("the balloon of wires")
def wires(*, length, radius, metal):
    def wire(i):
        bulge = [(math.sin(math.pi * t**0.75) * radius, length * t, 0) for t in np.linspace(0, 1, 8)]
        bulge[-1] = (0, length * 0.985, 0)
        return rotated(pipe(bulge, radius * 0.045, *surface(metal)), math.pi * i / 4)

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
    wire_shape = rotated(library_call("wires", length=balloon, radius=radius, metal=metal), math.pi / 8)
    upright = concat_shapes(
        transform_shape(wire_shape, reflection_matrix((0, balloon / 2, 0), (0, 1, 0))),
        moved(
            library_call("handle", length=width - balloon + 0.008, radius=radius, grip=grip, metal=metal),
            (0, balloon - 0.004, 0),
        ),
    )
    lying = rotated(upright, -math.pi / 2 - 0.11, (0, 0, 1))  # on its handle's end
    return fitted(lying, None, height, depth)
