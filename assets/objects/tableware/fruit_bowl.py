# /// asset
# word = "fruit bowl"
# synonyms = ["bowl of fruit", "fruit basket", "bowl with fruit", "fruit"]
# category = "tableware"
# support = "surface"
# colors = ["glaze"]
# materials = ["ware"]
# ///
import math

import numpy as np

from scene.language import *
from scene.language.modelling import ellipsoid, finish, moved, pipe, rod, round_wall, stretched


@register("the wide footed bowl")
def footed_bowl(*, radius, height, look):
    return concat_shapes(
        rod((0, 0, 0), (0, height * 0.18, 0), radius * 0.42, *look),
        round_wall((radius * 0.4, height * 0.12), (radius * 0.8, height * 0.5), radius * 0.06, *look, panels=30),
        round_wall((radius * 0.8, height * 0.5), (radius, height), radius * 0.05, *look, panels=30),
        rod((0, height * 0.4, 0), (0, height * 0.5, 0), radius * 0.76, *look),
    )


@register("a round fruit with its stalk")
def round_fruit(*, radius, skin):
    return concat_shapes(
        ellipsoid((0, 0, 0), (radius, radius * 0.92, radius), skin, {"roughness": 0.35}),
        rod((0, radius * 0.8, 0), (radius * 0.1, radius * 1.15, 0), radius * 0.06, (0.35, 0.22, 0.1)),
    )


@register("a banana")
def banana(*, length, thick):
    arc = [(length * 0.5 * math.cos(a), length * 0.35 * math.sin(a), 0) for a in np.linspace(0.35, 2.6, 7)]
    return concat_shapes(
        pipe(arc, thick, (0.96, 0.82, 0.2), {"roughness": 0.5}),
        ellipsoid(arc[0], (thick * 0.9,) * 3, (0.4, 0.3, 0.1)),
        ellipsoid(arc[-1], (thick * 0.8,) * 3, (0.5, 0.42, 0.15)),
    )


@register("a bunch of grapes")
def grapes(*, radius):
    rng = np.random.default_rng(1)
    spots = [rng.normal(size=3) * (1.4, 0.7, 1.1) * radius for _ in range(14)]
    return concat_shapes(*[ellipsoid(p, (radius,) * 3, (0.36, 0.12, 0.34), {"roughness": 0.3}) for p in spots])


@register("a bowl heaped with apples, oranges, a banana and grapes")
def fruit_bowl(*, width=0.3, height=0.19, glaze=None, ware="ceramic"):
    radius, rim, look = width / 2, height * 0.48, finish(ware, glaze)
    size = width * 0.13
    heap = [
        ((-0.5, 0.95, 0.2), (0.8, 0.12, 0.1)),
        ((0.05, 1.0, 0.52), (0.95, 0.52, 0.08)),
        ((0.52, 0.95, 0.15), (0.55, 0.72, 0.2)),
        ((-0.3, 0.95, -0.45), (0.95, 0.52, 0.08)),
        ((0.32, 0.95, -0.45), (0.8, 0.12, 0.1)),
        ((-0.02, 1.42, 0.02), (0.85, 0.2, 0.12)),
    ]
    fruit = [
        place("round_fruit", at=(x * radius, y * rim - size * 0.65, z * radius), radius=size, skin=skin)
        for (x, y, z), skin in heap
    ]
    whole = concat_shapes(
        library_call("footed_bowl", radius=radius * 0.99, height=rim, look=look),
        *fruit,
        moved(
            library_call("banana", length=width * 0.62, thick=width * 0.055),
            (radius * 0.28, rim * 1.25, radius * 0.1),
            0.9,
        ),
        moved(library_call("grapes", radius=width * 0.042), (-radius * 0.42, rim * 1.38, radius * 0.42)),
    )
    return stretched(whole, (1, height / compute_shape_max(whole)[1], 1))
