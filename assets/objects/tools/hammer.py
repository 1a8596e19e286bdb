# /// asset
# word = "hammer"
# synonyms = ["claw hammer"]
# stands_for = ["sledgehammer"]
# category = "tools"
# support = "surface"
# colors = ["grip"]
# materials = ["metal", "shaft"]
# ///
import math

from scene.language import *
from scene.language.modelling import box, darker, ellipsoid, fitted, moved, rod, rotated


@register("the steel head with face and claw")
def hammer_head(*, size, metal):
    look = surface(metal)
    claw = [
        rod(
            (-size * (0.12 + 0.13 * i), size * 0.04 * i * i * -0.35, z * size * 0.06 * (1 + 0.25 * i)),
            (-size * (0.25 + 0.13 * i), -size * 0.04 * (i + 1) ** 2 * 0.35, z * size * 0.06 * (1.25 + 0.25 * i)),
            size * (0.075 - 0.012 * i),
            *look,
        )
        for i in range(4)
        for z in (-1, 1)
    ]
    return concat_shapes(
        box((0, 0, 0), (size * 0.26, size * 0.24, size * 0.24), *look),
        rod((size * 0.1, 0, 0), (size * 0.4, 0, 0), size * 0.09, *look),
        rod((size * 0.38, 0, 0), (size * 0.55, 0, 0), size * 0.14, *look),
        *claw,
    )


@register("the wooden shaft with its grip")
def shaft_part(*, length, thick, shaft, grip):
    return concat_shapes(
        rod((0, 0, 0), (0, length, 0), thick, *surface(shaft)),
        rod((0, 0, 0), (0, length * 0.44, 0), thick * 1.35, grip, {"roughness": 0.85}),
        ellipsoid((0, 0.004, 0), (thick * 1.6, thick * 1.2, thick * 1.6), grip, {"roughness": 0.85}),
        *[
            rod(
                (0, length * (0.06 + 0.055 * i), 0),
                (0, length * (0.075 + 0.055 * i), 0),
                thick * 1.42,
                darker(grip, 0.6),
            )
            for i in range(6)
        ],
    )


@register("a claw hammer with a rubber grip")
def hammer(*, width=0.32, depth=0.13, height=0.035, grip=(0.95, 0.75, 0.1), metal="steel", shaft="ash"):
    upright = concat_shapes(
        library_call("shaft_part", length=0.3, thick=0.012, shaft=shaft, grip=grip),
        moved(library_call("hammer_head", size=0.13, metal=metal), (0, 0.3, 0)),
    )
    lying = rotated(rotated(upright, -math.pi / 2, (0, 0, 1)), math.pi / 2, (1, 0, 0))
    return fitted(lying, width, height, depth)
