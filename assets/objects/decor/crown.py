# /// asset
# word = "crown"
# synonyms = ["tiara", "king crown", "golden crown", "princess crown", "diadem"]
# phrase = "a golden crown with jewels"
# category = "decor"
# support = "surface"
# [colors]
# metal = [0.93, 0.76, 0.3]
# ///
import math

from scene.language import *


def cone(start, end, radius, color, material=None):
    return primitive_call("cone", {"radius": radius, "p0": start, "p1": end}, color=color, material=material)


def ball(center, radius, color, material=None):
    one = primitive_call("sphere", {"radius": radius}, color=color, material=material)
    return transform_shape(one, translation_matrix(center))


def ellipsoid(center, radii, color, material=None):
    unit = primitive_call("sphere", {"radius": 1.0}, color=color, material=material)
    return transform_shape(unit, translation_matrix(center) @ scale_matrix(radii, (0, 0, 0)))


def moved(shape, at, turn=0.0, axis=(0, 1, 0)):
    """The shape turned about the origin, in radians, and then moved to `at`."""
    return transform_shape(shape, translation_matrix(at) @ rotation_matrix(turn, axis, (0, 0, 0)))


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


@register("the band with its points")
def band(*, metal):
    look = {"metallic": 1.0, "roughness": 0.2}
    spike = concat_shapes(
        transform_shape(
            cone((0.088, 0.035, 0), (0.088, 0.12, 0), 0.027, metal, look),
            translation_matrix((0.0528, 0, 0)) @ scale_matrix((0.4, 1, 1), (0, 0, 0)),
        ),
        ball((0.088, 0.122, 0), 0.009, (0.97, 0.95, 0.9), {"roughness": 0.1}),
    )
    points = loop(10, lambda i: moved(spike, (0, 0, 0), i * math.pi / 5))
    return concat_shapes(
        round_wall((0.092, 0), (0.092, 0.045), 0.006, metal, look, panels=44),
        *[round_wall((0.095, y), (0.095, y + 0.007), 0.007, metal, look, panels=44) for y in (0, 0.038)],
        points,
    )


@register("the jewels")
def jewels():
    tones = ((0.8, 0.05, 0.1), (0.1, 0.25, 0.8), (0.05, 0.55, 0.25))
    return concat_shapes(
        *[
            moved(
                ellipsoid((0.093, 0.022, 0), (0.005, 0.01, 0.008), tones[i % 3], {"roughness": 0.05}),
                (0, 0, 0),
                i * math.pi / 5 + 0.31,
            )
            for i in range(10)
        ]
    )


@register("a golden crown with jewels")
def crown(*, width=0.2, height=0.14, depth=0.2, metal=(0.93, 0.76, 0.3)):
    whole = concat_shapes(library_call("band", metal=metal), library_call("jewels"))
    return fitted(whole, width, height, depth)
