# /// asset
# word = "humidifier"
# synonyms = [
#     "diffuser", "aroma diffuser", "essential oil diffuser", "oil diffuser", "vaporizer", "scent diffuser", "mist humidifier",
#     "ultrasonic humidifier",
# ]
# phrase = "a drop-shaped humidifier with a plume of mist"
# category = "appliances"
# support = "surface"
# [colors]
# paint = [0.95, 0.95, 0.94]
# base = [0.72, 0.55, 0.36]
# ///
import math

import numpy as np

from scene.language import *


def rod(start, end, radius, color, material=None):
    return primitive_call("cylinder", {"radius": radius, "p0": start, "p1": end}, color=color, material=material)


def ellipsoid(center, radii, color, material=None):
    unit = primitive_call("sphere", {"radius": 1.0}, color=color, material=material)
    return transform_shape(unit, translation_matrix(center) @ scale_matrix(radii, (0, 0, 0)))


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


def fitted(shape, width, height, depth):
    """The shape stretched to exactly its stated size, its base centred on the origin."""
    low, size = compute_shape_min(shape), compute_shape_sizes(shape)
    middle = translation_matrix((-low[0] - size[0] / 2, -low[1], -low[2] - size[2] / 2))
    return transform_shape(
        shape, scale_matrix((width / size[0], height / size[1], depth / size[2]), (0, 0, 0)) @ middle
    )


@register("the drop-shaped tank on its wooden base")
def mist_body(*, paint, base):
    return concat_shapes(
        lathe([(0.07, 0), (0.076, 0.006), (0.078, 0.05)], base, {"roughness": 0.5}, slices=20),
        rod((0, 0.05, 0), (0, 0.054, 0), 0.0765, (1.0, 0.85, 0.55), {"emission": 1.2}),
        lathe(
            [
                (0.078, 0.054),
                (0.079, 0.075),
                (0.074, 0.105),
                (0.062, 0.135),
                (0.043, 0.162),
                (0.025, 0.182),
                (0.017, 0.196),
            ],
            paint,
            {"roughness": 0.25},
            slices=70,
        ),
        round_wall((0.017, 0.194), (0.014, 0.207), 0.0035, paint, {"roughness": 0.25}, panels=24),
        rod((0, 0.19, 0), (0, 0.199, 0), 0.0125, (0.2, 0.2, 0.22)),
        *[ellipsoid((x, 0.027, 0.0765), (0.006, 0.006, 0.003), (0.97, 0.95, 0.9)) for x in (-0.014, 0.014)],
    )


@register("the plume of mist")
def plume():
    mist = ((0.94, 0.97, 1.0), {"opacity": 0.3, "roughness": 0.9})
    return concat_shapes(
        *[
            ellipsoid(
                (0.01 * math.sin(3.2 * t), 0.215 + 0.1 * t, 0.006 * math.cos(4 * t)),
                (0.009 + 0.018 * t, 0.017 + 0.006 * t, 0.009 + 0.018 * t),
                *mist,
            )
            for t in np.linspace(0, 1, 6)
        ]
    )


@register("a drop-shaped humidifier with a plume of mist")
def humidifier(*, width=0.158, height=0.34, depth=0.158, paint=(0.95, 0.95, 0.94), base=(0.72, 0.55, 0.36)):
    whole = concat_shapes(library_call("mist_body", paint=paint, base=base), library_call("plume"))
    return fitted(whole, width, height, depth)
