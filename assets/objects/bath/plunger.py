# /// asset
# word = "plunger"
# synonyms = ["toilet plunger", "sink plunger"]
# phrase = "a rubber plunger"
# category = "bath"
# support = "floor"
# [colors]
# rubber = [0.6, 0.14, 0.1]
# [materials]
# wood = "beech"
# ///
import math

from scene.language import *


def rod(start, end, radius, color, material=None):
    return primitive_call("cylinder", {"radius": radius, "p0": start, "p1": end}, color=color, material=material)


def ball(center, radius, color, material=None):
    one = primitive_call("sphere", {"radius": radius}, color=color, material=material)
    return transform_shape(one, translation_matrix(center))


def round_wall(bottom, top, thickness, color, material=None, *, panels=32):
    """A hollow round wall of flat panels; `bottom` and `top` are (outer radius, y)."""
    (r0, y0), (r1, y1) = bottom, top
    size = (thickness, math.hypot(r1 - r0, y1 - y0), 2 * max(r0, r1) * math.tan(math.pi / panels))
    lean = rotation_matrix(-math.atan2(r1 - r0, y1 - y0), (0, 0, 1), (0, 0, 0))
    panel = transform_shape(
        primitive_call("cube", {"scale": size}, color=color, material=material),
        translation_matrix(((r0 + r1 - thickness) / 2, (y0 + y1) / 2, 0)) @ lean,
    )
    return loop(
        panels, lambda i: transform_shape(panel, rotation_matrix(2 * math.pi * i / panels, (0, 1, 0), (0, 0, 0)))
    )


def fitted(shape, width, height, depth):
    """The shape stretched to exactly its stated size, its base centred on the origin."""
    low, size = compute_shape_min(shape), compute_shape_sizes(shape)
    middle = translation_matrix((-low[0] - size[0] / 2, -low[1], -low[2] - size[2] / 2))
    return transform_shape(
        shape, scale_matrix((width / size[0], height / size[1], depth / size[2]), (0, 0, 0)) @ middle
    )


@register("the rubber cup")
def cup_part(*, rubber):
    return concat_shapes(
        round_wall((0.075, 0), (0.07, 0.035), 0.008, rubber, panels=34),
        *[
            rod(
                (0, 0.03 + 0.004 * i, 0),
                (0, 0.034 + 0.004 * i, 0),
                0.071 * math.sqrt(max(0.06, 1 - (i / 15) ** 2)),
                rubber,
            )
            for i in range(15)
        ],
    )


@register("the stick")
def stick_part(*, wood):
    return concat_shapes(
        rod((0, 0.07, 0), (0, 0.49, 0), 0.0115, *surface(wood)), ball((0, 0.488, 0), 0.0125, *surface(wood))
    )


@register("a rubber plunger")
def plunger(*, width=0.15, height=0.5, depth=0.15, rubber=(0.6, 0.14, 0.1), wood="beech"):
    whole = concat_shapes(library_call("cup_part", rubber=rubber), library_call("stick_part", wood=wood))
    return fitted(whole, width, height, depth)
