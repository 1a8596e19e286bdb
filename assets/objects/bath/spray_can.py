# /// asset
# word = "spray can"
# synonyms = [
#     "aerosol can", "spray paint", "spray paint can", "can of spray paint", "hairspray", "deodorant spray",
#     "air freshener", "bug spray", "can of hairspray", "aerosol", "can of air freshener",
# ]
# stands_for = ["shaving cream", "shaving foam", "deodorant", "whipped cream can", "pepper spray"]
# phrase = "a spray can with a nozzle, its cap beside it"
# category = "bath"
# support = "surface"
# [colors]
# paint = [0.2, 0.5, 0.75]
# ///
import math

import numpy as np

from scene.language import *


def rod(start, end, radius, color, material=None):
    return primitive_call("cylinder", {"radius": radius, "p0": start, "p1": end}, color=color, material=material)


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


def moved(shape, at, turn=0.0, axis=(0, 1, 0)):
    """The shape turned about the origin, in radians, and then moved to `at`."""
    return transform_shape(shape, translation_matrix(at) @ rotation_matrix(turn, axis, (0, 0, 0)))


def darker(color, by=0.7):
    return tuple(by * c for c in color)


def fitted(shape, width, height, depth):
    """The shape stretched to exactly its stated size, its base centred on the origin."""
    low, size = compute_shape_min(shape), compute_shape_sizes(shape)
    middle = translation_matrix((-low[0] - size[0] / 2, -low[1], -low[2] - size[2] / 2))
    return transform_shape(
        shape, scale_matrix((width / size[0], height / size[1], depth / size[2]), (0, 0, 0)) @ middle
    )


@register("the can with its label and nozzle")
def aerosol_body(*, paint):
    steel = surface("steel")
    gloss = {"roughness": 0.25}
    return concat_shapes(
        rod((0, 0, 0), (0, 0.006, 0), 0.0335, *steel),
        rod((0, 0.005, 0), (0, 0.142, 0), 0.0325, paint, gloss),
        rod((0, 0.03, 0), (0, 0.075, 0), 0.033, (0.95, 0.95, 0.93), gloss),
        rod((0, 0.05, 0), (0, 0.055, 0), 0.0333, paint, gloss),
        rod((0, 0.102, 0.02), (0, 0.102, 0.0335), 0.013, (0.97, 0.85, 0.3), gloss),
        rod((0, 0.14, 0), (0, 0.146, 0), 0.0335, *steel),
        lathe([(0.0325, 0.145), (0.03, 0.149), (0.026, 0.154), (0.02, 0.159), (0.013, 0.163)], *steel, slices=36),
        rod((0, 0.16, 0), (0, 0.169, 0), 0.011, *steel),
        rod((0, 0.168, 0), (0, 0.184, 0), 0.0065, (0.97, 0.97, 0.97)),
        rod((0, 0.178, 0.003), (0, 0.178, 0.0075), 0.0022, (0.1, 0.1, 0.1)),
    )


@register("the cap")
def aerosol_cap(*, paint):
    return concat_shapes(
        round_wall((0.03, 0.0), (0.03, 0.034), 0.0015, paint, {"roughness": 0.3}, panels=40),
        rod((0, 0.033, 0), (0, 0.036, 0), 0.0303, paint, {"roughness": 0.3}),
        rod((0, 0.036, 0), (0, 0.0375, 0), 0.024, darker(paint, 0.85), {"roughness": 0.3}),
    )


@register("a spray can with a nozzle, its cap beside it")
def spray_can(*, width=0.14, height=0.185, depth=0.085, paint=(0.2, 0.5, 0.75)):
    whole = concat_shapes(
        library_call("aerosol_body", paint=paint), moved(library_call("aerosol_cap", paint=paint), (0.075, 0, 0.02))
    )
    return fitted(whole, width, height, depth)
