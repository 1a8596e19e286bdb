# /// asset
# word = "tire"
# synonyms = ["wheel", "spare tire", "car tire", "tyre", "tires", "car wheel", "tyres", "rubber tire"]
# stands_for = ["stack of tires", "bicycle wheel"]
# phrase = "a tire on its rim"
# category = "outdoor"
# support = "floor"
# [colors]
# rubber = [0.12, 0.12, 0.12]
# metal = [0.78, 0.79, 0.81]
# ///
import math

from scene.language import *


def box(center, size, color, material=None):
    return transform_shape(
        primitive_call("cube", {"scale": size}, color=color, material=material), translation_matrix(center)
    )


def rod(start, end, radius, color, material=None):
    return primitive_call("cylinder", {"radius": radius, "p0": start, "p1": end}, color=color, material=material)


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


def darker(color, by=0.7):
    return tuple(by * c for c in color)


def fitted(shape, width, height, depth):
    """The shape stretched to exactly its stated size, its base centred on the origin."""
    low, size = compute_shape_min(shape), compute_shape_sizes(shape)
    middle = translation_matrix((-low[0] - size[0] / 2, -low[1], -low[2] - size[2] / 2))
    return transform_shape(
        shape, scale_matrix((width / size[0], height / size[1], depth / size[2]), (0, 0, 0)) @ middle
    )


@register("the rubber tire")
def tyre(*, rubber):
    rough = {"roughness": 0.85}
    ring = loop(
        44,
        lambda i: ellipsoid(
            (0.235 * math.cos(i * math.pi / 22), 0.11, 0.235 * math.sin(i * math.pi / 22)),
            (0.075, 0.108, 0.075),
            rubber,
            rough,
        ),
    )
    tread = loop(
        44,
        lambda i: moved(
            box((0.306, 0.11, 0), (0.024, 0.17, 0.028), darker(rubber, 0.8), rough), (0, 0, 0), i * math.pi / 22 + 0.07
        ),
    )
    return concat_shapes(ring, tread)


@register("the rim with its spokes")
def rim_part(*, metal):
    look = {"metallic": 0.9, "roughness": 0.25}
    spokes = loop(
        5, lambda i: moved(box((0.085, 0.17, 0), (0.14, 0.03, 0.04), metal, look), (0, 0, 0), i * 2 * math.pi / 5)
    )
    return concat_shapes(
        round_wall((0.178, 0.03), (0.178, 0.19), 0.014, metal, look, panels=36),
        rod((0, 0.05, 0), (0, 0.19, 0), 0.04, metal, look),
        rod((0, 0.06, 0), (0, 0.07, 0), 0.17, darker(metal, 0.4)),
        spokes,
    )


@register("a tire on its rim")
def tire(*, width=0.64, height=0.22, depth=0.64, rubber=(0.12, 0.12, 0.12), metal=(0.78, 0.79, 0.81)):
    whole = concat_shapes(library_call("tyre", rubber=rubber), library_call("rim_part", metal=metal))
    return fitted(whole, width, height, depth)
