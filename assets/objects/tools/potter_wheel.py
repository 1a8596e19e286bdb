# /// asset
# word = "potter wheel"
# synonyms = ["potter's wheel", "pottery wheel", "throwing wheel", "sculpting wheel"]
# phrase = "a potter's wheel with a clay pot on it"
# category = "tools"
# support = "floor"
# [colors]
# paint = [0.725, 0.553, 0.345]
# clay_color = [0.69, 0.478, 0.345]
# [materials]
# wood = "oak"
# ///
import math

import numpy as np

from scene.language import *


def rod(start, end, radius, color, material=None):
    return primitive_call("cylinder", {"radius": radius, "p0": start, "p1": end}, color=color, material=material)


def box(center, size, color, material=None):
    return transform_shape(
        primitive_call("cube", {"scale": size}, color=color, material=material), translation_matrix(center)
    )


def ellipsoid(center, radii, color, material=None):
    unit = primitive_call("sphere", {"radius": 1.0}, color=color, material=material)
    return transform_shape(unit, translation_matrix(center) @ scale_matrix(radii, (0, 0, 0)))


def turned(profile, color, material=None, slices=24):
    """A body of revolution; `profile` lists (radius, y) from the bottom up."""
    ys = np.linspace(profile[0][1], profile[-1][1], slices + 1)
    radii = np.interp((ys[1:] + ys[:-1]) / 2, [y for _, y in profile], [r for r, _ in profile])
    return loop(
        slices,
        lambda i: primitive_call(
            "cylinder",
            {"radius": radii[i], "p0": (0, ys[i], 0), "p1": (0, ys[i + 1], 0)},
            color=color,
            material=material,
        ),
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


def finish(word, paint=None):
    """The look of a surface: its own colour, or `paint` where one is given."""
    color, material = surface(word)
    return (color if paint is None else paint), material


@register("the wooden frame with a seat board")
def frame(*, width, height, depth, look):
    legs = [
        box((x * width * 0.46, height / 2, z * depth * 0.45), (0.06, height, 0.06), *look)
        for x in (-1, 1)
        for z in (-1, 1)
    ]
    return concat_shapes(
        *legs,
        *[
            box((0, y, z * depth * 0.45), (width * 0.96, 0.06, 0.04), *look)
            for y in (0.12, height - 0.04)
            for z in (-1, 1)
        ],
        *[box((x * width * 0.46, height - 0.04, 0), (0.04, 0.06, depth * 0.9), *look) for x in (-1, 1)],
        box((-width * 0.36, height + 0.012, 0), (width * 0.26, 0.025, depth * 0.9), *look),
    )


@register("the splash pan, wheel head and heavy flywheel")
def wheel_part(*, radius, height, look):
    steel = ((0.6, 0.61, 0.63), {"metallic": 0.9, "roughness": 0.35})
    return concat_shapes(
        rod((0, 0.1, 0), (0, height, 0), 0.022, *steel),
        rod((0, 0.14, 0), (0, 0.21, 0), radius * 1.15, *surface("stone")),
        rod((0, height - 0.06, 0), (0, height - 0.04, 0), radius * 1.1, *look),
        round_wall((radius * 1.1, height - 0.06), (radius * 1.1, height + 0.03), 0.018, *look, panels=26),
        rod((0, height - 0.02, 0), (0, height + 0.015, 0), radius * 0.7, *steel),
    )


@register("the clay pot being thrown")
def clay_pot(*, radius, height, clay_color):
    wet = (clay_color, {"roughness": 0.35})
    return concat_shapes(
        turned(
            [
                (radius * 0.75, 0),
                (radius * 0.9, height * 0.12),
                (radius, height * 0.42),
                (radius * 0.86, height * 0.66),
                (radius * 0.62, height * 0.82),
                (radius * 0.72, height * 0.98),
            ],
            *wet,
            slices=34,
        ),
        rod((0, height * 0.97, 0), (0, height * 0.99, 0), radius * 0.58, (0.25, 0.16, 0.11)),
    )


@register("a lump of clay and a tool")
def lump(*, size, clay_color):
    return concat_shapes(
        ellipsoid((0, size * 0.4, 0), (size * 0.6, size * 0.42, size * 0.5), clay_color, {"roughness": 0.6}),
        ellipsoid(
            (size * 0.3, size * 0.3, size * 0.2), (size * 0.4, size * 0.3, size * 0.34), clay_color, {"roughness": 0.6}
        ),
        rod(
            (-size * 0.2, size * 0.06, size * 0.8),
            (size * 1.0, size * 0.06, size * 0.95),
            size * 0.06,
            (0.85, 0.65, 0.4),
        ),
    )


@register("a potter's wheel with a clay pot on it")
def potter_wheel(*, width=1.05, height=0.92, depth=0.72, paint=None, clay_color=(0.69, 0.478, 0.345), wood="oak"):
    look, top = finish(wood, paint), 0.62
    whole = concat_shapes(
        library_call("frame", width=1.0, height=top, depth=0.7, look=look),
        transform_shape(
            library_call("wheel_part", radius=0.2, height=top + 0.02, look=look), translation_matrix((0.14, 0, 0))
        ),
        transform_shape(
            library_call("clay_pot", radius=0.12, height=0.25, clay_color=clay_color),
            translation_matrix((0.14, top + 0.035, 0)),
        ),
        transform_shape(
            library_call("lump", size=0.12, clay_color=clay_color), translation_matrix((-0.36, top + 0.025, -0.06))
        ),
    )
    low, high = compute_shape_min(whole), compute_shape_max(whole)
    fit = scale_matrix((width / (high[0] - low[0]), height / (high[1] - low[1]), depth / (high[2] - low[2])), (0, 0, 0))
    return transform_shape(whole, fit @ translation_matrix((-(low[0] + high[0]) / 2, -low[1], -(low[2] + high[2]) / 2)))
