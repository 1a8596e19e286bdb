# /// asset
# word = "air purifier"
# synonyms = ["air cleaner", "ionizer"]
# stands_for = ["dehumidifier"]
# phrase = "a round air purifier"
# category = "appliances"
# support = "floor"
# [colors]
# paint = [0.93, 0.94, 0.94]
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


def moved(shape, at, turn=0.0, axis=(0, 1, 0)):
    """The shape turned about the origin, in radians, and then moved to `at`."""
    return transform_shape(shape, translation_matrix(at) @ rotation_matrix(turn, axis, (0, 0, 0)))


def lathe(profile, color, material=None, *, slices=48):
    """A solid of revolution about the y axis; `profile` holds (radius, y) from the bottom up."""
    radii, heights = np.array(profile, dtype=float).T
    step = (heights[-1] - heights[0]) / slices
    middles = heights[0] + step * (np.arange(slices) + 0.5)
    return concat_shapes(
        *[
            primitive_call(
                "cylinder",
                {"radius": float(r), "p0": (0, float(y - step / 2), 0), "p1": (0, float(y + step / 2), 0)},
                color=color,
                material=material,
            )
            for r, y in zip(np.interp(middles, heights, radii), middles, strict=True)
        ]
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


@register("the pierced body")
def body_part(*, paint):
    slots = loop(
        28,
        lambda i: moved(box((0.129, 0.17, 0), (0.003, 0.24, 0.008), darker(paint, 0.55)), (0, 0, 0), i * math.pi / 14),
    )
    return concat_shapes(
        lathe([(0.12, 0), (0.128, 0.02), (0.128, 0.45), (0.115, 0.49)], paint, {"roughness": 0.4}, slices=40), slots
    )


@register("the top with its grille and light")
def top_part(*, paint):
    rings = [round_wall((r, 0.488), (r, 0.5), 0.006, darker(paint, 0.6), panels=30) for r in (0.045, 0.07, 0.095)]
    return concat_shapes(
        rod((0, 0.48, 0), (0, 0.49, 0), 0.11, darker(paint, 0.4)),
        *rings,
        rod((0, 0.49, 0), (0, 0.498, 0), 0.025, (0.4, 0.8, 0.95), {"emission": 0.8}),
    )


@register("a round air purifier")
def air_purifier(*, width=0.26, height=0.5, depth=0.26, paint=(0.93, 0.94, 0.94)):
    whole = concat_shapes(library_call("body_part", paint=paint), library_call("top_part", paint=paint))
    return fitted(whole, width, height, depth)
