# /// asset
# word = "piggy bank"
# synonyms = ["pig statue", "pig figurine", "money box", "coin bank", "savings pig"]
# category = "decor"
# support = "surface"
# colors = ["skin"]
# materials = ["ware"]
# ///
import math

from scene.language import *
from scene.language.modelling import cone, darker, ellipsoid, finish, fitted, moved, rod, stretched


@register("the round body with legs, tail and coin slot")
def pig_body(*, length, height, look):
    legs = [
        rod(
            (x * length * 0.24, 0, z * length * 0.17),
            (x * length * 0.24, height * 0.35, z * length * 0.17),
            length * 0.075,
            *look,
        )
        for x in (-1, 1)
        for z in (-1, 1)
    ]
    tail = [
        ellipsoid(
            (
                -length * (0.44 + 0.015 * i),
                height * (0.55 + 0.025 * math.sin(i * 1.4)),
                length * 0.025 * math.cos(i * 1.4),
            ),
            (length * 0.016,) * 3,
            *look,
        )
        for i in range(6)
    ]
    slot = ellipsoid((0, height * 0.975, 0), (length * 0.09, height * 0.02, length * 0.015), (0.1, 0.06, 0.06))
    return concat_shapes(
        ellipsoid((0, height * 0.56, 0), (length * 0.42, height * 0.43, length * 0.33), *look), *legs, *tail, slot
    )


@register("the head with snout, ears and eyes")
def pig_head(*, size, look):
    dark = (0.12, 0.08, 0.08)
    shade = (darker(look[0], 0.82), look[1])
    ears = [
        moved(
            stretched(cone((0, 0, 0), (0, size * 0.5, 0), size * 0.2, *look), (0.5, 1, 1)),
            (-size * 0.1, size * 0.35, side * size * 0.36),
            -side * -0.5,
            (1, 0, 0),
        )
        for side in (-1, 1)
    ]
    eyes = [
        ellipsoid((size * 0.4, size * 0.18, side * size * 0.26), (size * 0.07,) * 3, dark, {"roughness": 0.1})
        for side in (-1, 1)
    ]
    holes = [
        ellipsoid((size * 0.72, -size * 0.06, side * size * 0.09), (size * 0.02, size * 0.07, size * 0.045), dark)
        for side in (-1, 1)
    ]
    return concat_shapes(
        ellipsoid((0, 0, 0), (size * 0.52,) * 3, *look),
        rod((size * 0.35, -size * 0.06, 0), (size * 0.71, -size * 0.06, 0), size * 0.23, *shade),
        *ears,
        *eyes,
        *holes,
    )


@register("a round piggy bank with a coin slot and a coin")
def piggy_bank(*, width=0.19, height=0.14, depth=0.13, skin=None, ware="pink ceramic"):
    look = finish(ware, skin)
    coin = rod((0, height * 1.02, -0.0015), (0, height * 1.02, 0.0015), height * 0.12, *surface("gold"))
    whole = concat_shapes(
        library_call("pig_body", length=width, height=height * 0.92, look=look),
        moved(library_call("pig_head", size=height * 0.5, look=look), (width * 0.34, height * 0.6, 0)),
        coin,
    )
    return fitted(whole, width, height, depth)
