# /// asset
# word = "swimming pool"
# synonyms = [
#     "pool", "paddling pool", "kiddie pool", "plunge pool", "wading pool", "splash pool", "above ground pool",
# ]
# stands_for = ["pond", "garden pond", "koi pond", "inflatable pool", "hot tub", "spa", "whirlpool"]
# phrase = "a round pool of water"
# category = "outdoor"
# support = "floor"
# clearance = {front = 0.6}
# [colors]
# paint = [0.25, 0.5, 0.75]
# ///
import math

from scene.language import *


def box(center, size, color, material=None):
    return transform_shape(
        primitive_call("cube", {"scale": size}, color=color, material=material), translation_matrix(center)
    )


def rod(start, end, radius, color, material=None):
    return primitive_call("cylinder", {"radius": radius, "p0": start, "p1": end}, color=color, material=material)


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


@register("the wall with its rim")
def wall_part(*, paint):
    gloss = {"roughness": 0.3}
    ribs = loop(
        24,
        lambda i: moved(
            box((1.44, 0.28, 0), (0.05, 0.56, 0.05), darker(paint, 0.85), gloss), (0, 0, 0), i * math.pi / 12
        ),
    )
    return concat_shapes(
        round_wall((1.43, 0), (1.43, 0.56), 0.05, paint, gloss, panels=48),
        round_wall((1.5, 0.54), (1.5, 0.6), 0.16, (0.95, 0.95, 0.94), gloss, panels=48),
        ribs,
        rod((0, 0, 0), (0, 0.03, 0), 1.4, (0.45, 0.75, 0.85)),
    )


@register("the water")
def water():
    return concat_shapes(rod((0, 0.03, 0), (0, 0.47, 0), 1.38, (0.25, 0.65, 0.8), {"roughness": 0.03, "opacity": 0.75}))


@register("a round pool of water")
def swimming_pool(*, width=3.0, height=0.6, depth=3.0, paint=(0.25, 0.5, 0.75)):
    round_part = concat_shapes(library_call("wall_part", paint=paint), library_call("water"))
    whole = round_part
    return fitted(whole, width, height, depth)
