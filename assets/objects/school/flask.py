# /// asset
# word = "flask"
# synonyms = ["laboratory flask", "erlenmeyer flask", "conical flask", "chemistry flask", "lab glassware"]
# stands_for = ["beaker", "bottle of chemicals", "reagent bottle"]
# phrase = "a conical laboratory flask with bubbling liquid"
# category = "school"
# support = "surface"
# [colors]
# liquid = [0.3, 0.75, 0.5]
# [materials]
# vessel = "glass"
# ///
import math

import numpy as np

from scene.language import *


def rod(start, end, radius, color, material=None):
    return primitive_call("cylinder", {"radius": radius, "p0": start, "p1": end}, color=color, material=material)


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


@register("the liquid in the cone")
def liquid_part(*, radius, height, level, liquid):
    profile = [(radius * 0.94, 0.0), (radius, 0.03), (radius * 0.96, 0.08), (radius * (1 - 0.84 * level), level)]
    return turned([(r, y * height) for r, y in profile], liquid, {"roughness": 0.06}, slices=26)


@register("the clear cone, neck and lip")
def glass_part(*, radius, height, level, tint, clear):
    low, high = radius * (1 - 0.84 * level), radius * 0.3
    return concat_shapes(
        round_wall(
            (low, level * height), (high, height * 0.78), radius * 0.03, tint, clear | {"opacity": 0.35}, panels=28
        ),
        round_wall(
            (high, height * 0.77), (high, height * 0.97), radius * 0.04, tint, clear | {"opacity": 0.4}, panels=20
        ),
        round_wall(
            (high, height * 0.96), (high * 1.2, height), radius * 0.06, tint, clear | {"opacity": 0.6}, panels=20
        ),
    )


@register("bubbles and the printed scale")
def details(*, radius, height, level):
    marks = [
        transform_shape(
            primitive_call(
                "cube", {"scale": (radius * (0.3 if i % 2 else 0.45), height * 0.008, 0.002)}, color=(0.97, 0.97, 0.97)
            ),
            translation_matrix((0, height * (0.12 + 0.06 * i), radius * (0.995 - 0.84 * (0.12 + 0.06 * i)) + 0.002)),
        )
        for i in range(6)
    ]
    bubbles = [
        ellipsoid(
            (radius * x, height * (level + y), radius * z),
            (radius * r,) * 3,
            (0.8, 0.95, 0.88),
            {"opacity": 0.7, "roughness": 0.05},
        )
        for x, y, z, r in (
            (0.1, 0.02, 0.1, 0.09),
            (-0.14, 0.015, 0.05, 0.07),
            (0.0, 0.06, -0.1, 0.06),
            (0.05, 0.12, 0.02, 0.05),
            (-0.06, 0.2, 0.0, 0.04),
        )
    ]
    return concat_shapes(*marks, *bubbles)


@register("a conical laboratory flask with bubbling liquid")
def flask(*, width=0.11, height=0.19, liquid=(0.3, 0.75, 0.5), vessel="glass"):
    radius, level, (tint, clear) = width / 2, 0.45, surface(vessel)
    return concat_shapes(
        library_call("liquid_part", radius=radius, height=height, level=level, liquid=liquid),
        library_call("details", radius=radius, height=height, level=level),
        library_call("glass_part", radius=radius, height=height, level=level, tint=tint, clear=clear),
    )
