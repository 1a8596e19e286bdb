# /// asset
# word = "seashell"
# synonyms = ["shell", "conch", "potted shell", "conch shell", "starfish", "nautilus"]
# phrase = "a scallop seashell and a starfish on sand in a dish"
# category = "decor"
# support = "surface"
# [colors]
# shell_color = [0.96, 0.78, 0.7]
# star_color = [0.93, 0.52, 0.3]
# ///
import math

import numpy as np

from scene.language import *


def rod(start, end, radius, color, material=None):
    return primitive_call("cylinder", {"radius": radius, "p0": start, "p1": end}, color=color, material=material)


def ellipsoid(center, radii, color, material=None):
    unit = primitive_call("sphere", {"radius": 1.0}, color=color, material=material)
    return transform_shape(unit, translation_matrix(center) @ scale_matrix(radii, (0, 0, 0)))


def box(center, size, color, material=None):
    return transform_shape(
        primitive_call("cube", {"scale": size}, color=color, material=material), translation_matrix(center)
    )


@register("the dish of sand")
def sand_dish(*, width, depth, height):
    unit = primitive_call(
        "cylinder",
        {"radius": 1.0, "p0": (0, 0, 0), "p1": (0, 1, 0)},
        color=(0.45, 0.62, 0.66),
        material={"roughness": 0.25},
    )
    sand = primitive_call(
        "cylinder",
        {"radius": 1.0, "p0": (0, 0, 0), "p1": (0, 1, 0)},
        color=surface("sand")[0],
        material=surface("sand")[1],
    )
    return concat_shapes(
        transform_shape(unit, scale_matrix((width * 0.44, height * 0.4, depth * 0.44), (0, 0, 0))),
        transform_shape(
            unit,
            translation_matrix((0, height * 0.3, 0)) @ scale_matrix((width / 2, height * 0.6, depth / 2), (0, 0, 0)),
        ),
        transform_shape(
            sand,
            translation_matrix((0, height * 0.86, 0))
            @ scale_matrix((width * 0.46, height * 0.14, depth * 0.46), (0, 0, 0)),
        ),
    )


@register("the fan-shaped shell with its ribs")
def scallop(*, size, shell_color):
    def rib(i):
        a = math.radians(-62 + 124 * i / 10)
        tone = shell_color if i % 2 else tuple(0.84 * c for c in shell_color)
        reach = size * (0.5 + 0.06 * math.cos(2 * a))
        return transform_shape(
            ellipsoid((0, reach, size * 0.1), (size * 0.1, reach, size * 0.1), tone, {"roughness": 0.35}),
            rotation_matrix(-a, (0, 0, 1), (0, 0, 0)),
        )

    ears = [
        box(
            (x * size * 0.15, size * 0.06, size * 0.06),
            (size * 0.22, size * 0.13, size * 0.06),
            tuple(0.9 * c for c in shell_color),
        )
        for x in (-1, 1)
    ]
    bands = [
        ellipsoid(
            (size * r * math.sin(a), size * r * math.cos(a), size * 0.165),
            (size * 0.05, size * 0.012, size * 0.04),
            (0.85, 0.5, 0.45),
        )
        for r in (0.5, 0.75)
        for a in np.linspace(-0.95, 0.95, 9)
    ]
    return concat_shapes(loop(11, rib), *ears, *bands)


@register("the starfish")
def starfish(*, size, star_color):
    def arm(i):
        beads = [
            ellipsoid(
                (size * (0.12 + 0.11 * k), size * (0.1 - 0.014 * k), 0),
                (size * 0.09, size * (0.085 - 0.012 * k), size * (0.12 - 0.018 * k)),
                star_color,
                {"roughness": 0.8},
            )
            for k in range(5)
        ]
        dots = [
            ellipsoid((size * (0.14 + 0.11 * k), size * (0.19 - 0.026 * k), 0), (size * 0.018,) * 3, (0.98, 0.86, 0.7))
            for k in range(4)
        ]
        return transform_shape(concat_shapes(*beads, *dots), rotation_matrix(i * 1.2566, (0, 1, 0), (0, 0, 0)))

    return concat_shapes(
        loop(5, arm),
        ellipsoid((0, size * 0.1, 0), (size * 0.16, size * 0.1, size * 0.16), star_color, {"roughness": 0.8}),
    )


@register("a scallop seashell and a starfish on sand in a dish")
def seashell(*, width=0.22, height=0.13, depth=0.15, shell_color=(0.96, 0.78, 0.7), star_color=(0.93, 0.52, 0.3)):
    shell = transform_shape(
        library_call("scallop", size=0.095, shell_color=shell_color),
        translation_matrix((-0.03, 0.026, -0.02))
        @ rotation_matrix(-0.35, (1, 0, 0), (0, 0, 0))
        @ rotation_matrix(0.12, (0, 0, 1), (0, 0, 0)),
    )
    whole = concat_shapes(
        library_call("sand_dish", width=0.21, depth=0.14, height=0.03),
        shell,
        transform_shape(
            library_call("starfish", size=0.07, star_color=star_color),
            translation_matrix((0.045, 0.028, 0.022)) @ rotation_matrix(0.4, (0, 1, 0), (0, 0, 0)),
        ),
        *[
            ellipsoid((x, 0.032, z), (0.007, 0.005, 0.006), tone)
            for x, z, tone in (
                (-0.06, 0.045, (0.95, 0.93, 0.9)),
                (-0.02, 0.05, (0.6, 0.58, 0.56)),
                (0.02, -0.04, (0.95, 0.93, 0.9)),
            )
        ],
    )
    low, high = compute_shape_min(whole), compute_shape_max(whole)
    fit = scale_matrix((width / (high[0] - low[0]), height / (high[1] - low[1]), depth / (high[2] - low[2])), (0, 0, 0))
    return transform_shape(whole, fit @ translation_matrix((-(low[0] + high[0]) / 2, -low[1], -(low[2] + high[2]) / 2)))
