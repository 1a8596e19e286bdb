# /// asset
# word = "kitchen scale"
# synonyms = ["scale", "food scale", "weighing scale", "scales", "weighing scales"]
# stands_for = ["digital scale", "postal scale"]
# phrase = "a kitchen scale with a dial and a pan"
# category = "kitchen"
# support = "surface"
# [colors]
# paint = [0.75, 0.2, 0.18]
# ///
import math

import numpy as np

from scene.language import *


def box(center, size, color, material=None):
    return transform_shape(
        primitive_call("cube", {"scale": size}, color=color, material=material), translation_matrix(center)
    )


def rod(start, end, radius, color, material=None):
    return primitive_call("cylinder", {"radius": radius, "p0": start, "p1": end}, color=color, material=material)


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


@register("the body with its dial")
def body_part(*, paint):
    marks = [
        box((0.05 * math.sin(a), 0.085 + 0.05 * math.cos(a), 0.0905), (0.003, 0.003, 0.002), (0.1, 0.1, 0.1))
        for a in np.linspace(0, 2 * math.pi, 21)[:-1]
    ]
    face = transform_shape(
        primitive_call("cylinder", {"radius": 0.062, "p0": (0, 0, 0.08), "p1": (0, 0, 0.09)}, color=(0.97, 0.96, 0.93)),
        translation_matrix((0, 0.085, 0)),
    )
    return concat_shapes(
        *[
            box(
                (0, 0.0875 + 0.0 * i, 0),
                (0.17 - 0.004 * i, 0.165 + 0.002 * i, 0.16 - 0.003 * i),
                paint,
                {"roughness": 0.35},
            )
            for i in range(3)
        ],
        face,
        *marks,
        box((0.008, 0.1, 0.091), (0.003, 0.045, 0.002), (0.8, 0.1, 0.1)),
        rod((0, 0.17, 0), (0, 0.205, 0), 0.022, darker(paint, 0.7)),
    )


@register("the pan")
def pan_part():
    steel = surface("steel")
    return concat_shapes(
        round_wall((0.085, 0.205), (0.11, 0.25), 0.004, *steel, panels=36),
        rod((0, 0.2, 0), (0, 0.212, 0), 0.086, *steel),
    )


@register("a kitchen scale with a dial and a pan")
def kitchen_scale(*, width=0.22, height=0.26, depth=0.22, paint=(0.75, 0.2, 0.18)):
    whole = concat_shapes(library_call("body_part", paint=paint), library_call("pan_part"))
    return fitted(whole, width, height, depth)
