# /// asset
# word = "screwdriver"
# synonyms = ["phillips screwdriver"]
# stands_for = ["sculpting tool", "awl"]
# category = "tools"
# support = "surface"
# colors = ["grip"]
# materials = ["metal"]
# ///
import math

from scene.language import *
from scene.language.modelling import box, ellipsoid, fitted, rod


@register("the ribbed handle")
def ribbed_handle(*, length, radius, grip):
    ribs = loop(
        8,
        lambda i: rod(
            (-length, radius + radius * 0.82 * math.sin(i * 0.785), radius * 0.82 * math.cos(i * 0.785)),
            (-length * 0.12, radius + radius * 0.82 * math.sin(i * 0.785), radius * 0.82 * math.cos(i * 0.785)),
            radius * 0.18,
            (0.12, 0.12, 0.13),
        ),
    )
    return concat_shapes(
        rod((-length, radius, 0), (-length * 0.1, radius, 0), radius * 0.88, grip, {"roughness": 0.3}),
        ellipsoid((-length, radius, 0), (radius * 0.7, radius * 0.95, radius * 0.95), grip, {"roughness": 0.3}),
        ribs,
        rod((-length * 0.14, radius, 0), (0, radius, 0), radius * 0.6, grip, {"roughness": 0.3}),
    )


@register("the shaft with its flat tip")
def shaft(*, length, radius, centre, metal):
    look = surface(metal)
    tip = [
        box(
            (length * (0.88 + 0.02 * i), centre, 0),
            (length * 0.021, radius * (2.0 - 0.3 * i), radius * (2.0 + 0.28 * i)),
            *look,
        )
        for i in range(6)
    ]
    return concat_shapes(rod((0, centre, 0), (length * 0.88, centre, 0), radius, *look), *tip)


@register("a screwdriver with a ribbed handle")
def screwdriver(*, width=0.24, depth=0.032, height=0.032, grip=(0.85, 0.2, 0.15), metal="steel"):
    r = height / 2
    whole = concat_shapes(
        library_call("ribbed_handle", length=width * 0.4, radius=r, grip=grip),
        library_call("shaft", length=width * 0.56, radius=r * 0.2, centre=r, metal=metal),
    )
    return fitted(whole, width, height, depth)
