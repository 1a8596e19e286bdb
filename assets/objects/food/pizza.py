# /// asset
# word = "pizza"
# synonyms = ["pepperoni pizza"]
# stands_for = ["slice of pizza", "pizza slice", "flatbread"]
# category = "food"
# support = "surface"
# colors = ["crust"]
# ///
import math

from scene.language import *
from scene.language.modelling import ball, darker, ellipsoid, fitted, moved, rod


@register("the crust and the cheese")
def base_part(*, crust):
    rim = loop(
        44,
        lambda i: ball(
            (0.148 * math.cos(i * math.pi / 22), 0.013, 0.148 * math.sin(i * math.pi / 22)),
            0.013,
            darker(crust, 1.0 if i % 3 else 0.85),
            {"roughness": 0.8},
        ),
    )
    return concat_shapes(
        rod((0, 0, 0), (0, 0.012, 0), 0.15, crust),
        rim,
        rod((0, 0.01, 0), (0, 0.016, 0), 0.14, (0.8, 0.25, 0.1)),
        rod((0, 0.012, 0), (0, 0.018, 0), 0.132, (0.96, 0.84, 0.5), {"roughness": 0.4}),
    )


@register("what lies on it")
def topping():
    spots = [
        (0.1 * math.sqrt(i / 13) * math.cos(i * 2.4), 0.1 * math.sqrt(i / 13) * math.sin(i * 2.4)) for i in range(1, 14)
    ]
    slices = [rod((x, 0.016, z), (x, 0.0205, z), 0.019, (0.72, 0.16, 0.1), {"roughness": 0.4}) for x, z in spots]
    leaves = [
        moved(ellipsoid((0, 0, 0), (0.014, 0.002, 0.007), (0.2, 0.45, 0.15)), (z * 1.1 + 0.008, 0.022, x * 1.1), i)
        for i, (x, z) in enumerate(spots[::2])
    ]
    return concat_shapes(*slices, *leaves)


@register("a round pizza with tomatoes and basil")
def pizza(*, width=0.32, height=0.03, depth=0.32, crust=(0.83, 0.6, 0.32)):
    whole = concat_shapes(library_call("base_part", crust=crust), library_call("topping"))
    return fitted(whole, width, height, depth)
