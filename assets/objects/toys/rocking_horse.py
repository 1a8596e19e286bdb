# /// asset
# word = "rocking horse"
# synonyms = ["wooden rocking horse", "rocker toy", "rocking toy"]
# stands_for = ["hobby horse", "foam rocker"]
# category = "toys"
# support = "floor"
# colors = ["paint", "saddle", "mane"]
# materials = ["wood"]
# ///
import math

import numpy as np

from scene.language import *
from scene.language.modelling import box, cone, ellipsoid, finish, fitted, moved, pipe, plate, rod


@register("the two curved runners with their slats")
def runners(*, length, depth, look):
    arc = [
        (length * 0.5 * math.sin(a) / math.sin(0.75), length * 0.66 * (1 - math.cos(a)) + 0.018, 0)
        for a in np.linspace(-0.75, 0.75, 11)
    ]
    rails = [moved(pipe(arc, 0.018, *look), (0, 0, z * depth * 0.44)) for z in (-1, 1)]
    slats = [box((x * length, 0.05 + 0.05 * abs(x) * 2, 0), (0.05, 0.016, depth * 0.9), *look) for x in (-0.24, 0.24)]
    return concat_shapes(*rails, *slats)


@register("the body with its legs")
def horse_body(*, length, height, depth, look):
    legs = [
        concat_shapes(
            rod(
                (x * length * 0.2, height * 0.5, z * depth * 0.2),
                (x * length * 0.27, height * 0.12, z * depth * 0.4),
                0.026,
                *look,
            ),
            rod(
                (x * length * 0.27, height * 0.12, z * depth * 0.4),
                (x * length * 0.275, height * 0.085, z * depth * 0.42),
                0.032,
                (0.2, 0.13, 0.09),
            ),
        )
        for x in (-1, 1)
        for z in (-1, 1)
    ]
    return concat_shapes(
        ellipsoid((0, height * 0.54, 0), (length * 0.28, height * 0.13, depth * 0.3), *look),
        ellipsoid((length * 0.17, height * 0.57, 0), (length * 0.13, height * 0.14, depth * 0.27), *look),
        ellipsoid((-length * 0.18, height * 0.56, 0), (length * 0.13, height * 0.13, depth * 0.28), *look),
        *legs,
    )


@register("the neck and head with ears, eyes and handles")
def horse_head(*, length, height, depth, look):
    dark = (0.08, 0.06, 0.05)
    ears = [
        cone((length * 0.325, height * 0.93, z * 0.035), (length * 0.315, height * 1.0, z * 0.045), 0.018, *look)
        for z in (-1, 1)
    ]
    eyes = [
        ellipsoid((length * 0.37, height * 0.88, z * 0.05), (0.012,) * 3, dark, {"roughness": 0.1}) for z in (-1, 1)
    ]
    return concat_shapes(
        rod((length * 0.2, height * 0.6, 0), (length * 0.33, height * 0.86, 0), 0.062, *look),
        ellipsoid((length * 0.34, height * 0.87, 0), (0.075, 0.068, 0.055), *look),
        ellipsoid((length * 0.42, height * 0.81, 0), (0.1, 0.05, 0.045), *look),
        ellipsoid((length * 0.48, height * 0.785, 0), (0.045, 0.042, 0.042), *look),
        *ears,
        *eyes,
        *[ellipsoid((length * 0.515, height * 0.79, z * 0.022), (0.008,) * 3, dark) for z in (-1, 1)],
        rod(
            (length * 0.3, height * 0.8, -depth * 0.42),
            (length * 0.3, height * 0.8, depth * 0.42),
            0.013,
            (0.75, 0.2, 0.2),
        ),
    )


@register("the mane and the tail of wool")
def hair(*, length, height, mane):
    crest = [
        ellipsoid(
            (length * (0.305 - 0.02 * i), height * (0.94 - 0.05 * i), 0),
            (0.036, 0.04, 0.032),
            mane,
            {"roughness": 0.98},
        )
        for i in range(7)
    ]
    tail = [
        ellipsoid(
            (-length * (0.31 + 0.022 * i), height * (0.6 - 0.045 * i), 0),
            (0.034, 0.042, 0.032),
            mane,
            {"roughness": 0.98},
        )
        for i in range(6)
    ]
    return concat_shapes(*crest, *tail, ellipsoid((length * 0.36, height * 0.945, 0), (0.04, 0.024, 0.026), mane))


@register("the saddle with stirrups")
def saddle_part(*, length, height, depth, saddle):
    return concat_shapes(
        ellipsoid(
            (-length * 0.01, height * 0.6, 0), (length * 0.14, height * 0.1, depth * 0.315), saddle, {"roughness": 0.5}
        ),
        plate((length * 0.01, height * 0.685, 0), (length * 0.24, height * 0.03, depth * 0.62), 0.05, saddle),
        ellipsoid((-length * 0.12, height * 0.68, 0), (0.03, 0.04, depth * 0.2), saddle),
        *[
            rod((0.01, height * 0.58, z * depth * 0.3), (0.01, height * 0.4, z * depth * 0.36), 0.007, (0.3, 0.2, 0.12))
            for z in (-1, 1)
        ],
        *[
            rod(
                (-0.03, height * 0.39, z * depth * 0.36),
                (0.05, height * 0.39, z * depth * 0.36),
                0.01,
                (0.85, 0.7, 0.3),
            )
            for z in (-1, 1)
        ],
    )


@register("a wooden rocking horse with a mane, a saddle and curved runners")
def rocking_horse(
    *, width=0.95, height=0.75, depth=0.34, paint=None, saddle=(0.75, 0.2, 0.2), mane=(0.35, 0.2, 0.12), wood="oak"
):
    look = finish(wood, paint)
    pieces = {"length": width, "height": height}
    whole = concat_shapes(
        library_call("runners", length=width, depth=depth, look=look),
        library_call("horse_body", depth=depth, look=look, **pieces),
        library_call("horse_head", depth=depth, look=look, **pieces),
        library_call("hair", mane=mane, **pieces),
        library_call("saddle_part", depth=depth, saddle=saddle, **pieces),
    )
    return fitted(whole, width, height, depth)
