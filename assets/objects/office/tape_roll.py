# /// asset
# word = "roll of tape"
# synonyms = [
#     "tape", "tape roll", "duct tape", "masking tape", "adhesive tape", "packing tape", "sticky tape", "washi tape",
#     "painter tape", "electrical tape",
# ]
# phrase = "a roll of tape"
# category = "office"
# support = "surface"
# [colors]
# tape = [0.78, 0.66, 0.42]
# ///
import math

from scene.language import *


def box(center, size, color, material=None):
    return transform_shape(
        primitive_call("cube", {"scale": size}, color=color, material=material), translation_matrix(center)
    )


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


@register("the roll on its core")
def roll_part(*, tape):
    return concat_shapes(
        round_wall((0.055, 0), (0.055, 0.05), 0.016, tape, {"roughness": 0.4}, panels=48),
        round_wall((0.04, 0.0005), (0.04, 0.0495), 0.004, (0.72, 0.58, 0.4), panels=40),
        box((0.055, 0.025, 0.014), (0.002, 0.05, 0.03), darker(tape, 0.9)),
    )


@register("a roll of tape")
def tape_roll(*, width=0.11, height=0.05, depth=0.11, tape=(0.78, 0.66, 0.42)):
    whole = library_call("roll_part", tape=tape)
    return fitted(whole, width, height, depth)
