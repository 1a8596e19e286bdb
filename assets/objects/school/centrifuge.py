# /// asset
# word = "centrifuge machine"
# synonyms = ["centrifuge", "lab centrifuge", "laboratory centrifuge", "blood centrifuge"]
# phrase = "a laboratory centrifuge with its lid open on a rotor of tubes"
# category = "school"
# support = "floor"
# clearance = {front = 0.6}
# [colors]
# shell = [0.92, 0.93, 0.94]
# accent = [0.2, 0.5, 0.75]
# ///
import math

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


@register("the cabinet on castors with its panel")
def cabinet(*, width, height, depth, shell, accent):
    look = (shell, {"roughness": 0.35})
    buttons = [
        rod(
            (width * (-0.3 + 0.12 * i), height * 0.82, depth / 2),
            (width * (-0.3 + 0.12 * i), height * 0.82, depth / 2 + 0.018),
            0.018,
            tone,
        )
        for i, tone in enumerate(((0.3, 0.75, 0.4), (0.9, 0.75, 0.2), (0.9, 0.3, 0.25)))
    ]
    wheels = [
        rod(
            (x * width * 0.38 - 0.02, 0.04, z * depth * 0.38),
            (x * width * 0.38 + 0.02, 0.04, z * depth * 0.38),
            0.04,
            (0.15, 0.15, 0.16),
        )
        for x in (-1, 1)
        for z in (-1, 1)
    ]
    vents = [
        box((0, height * (0.2 + 0.035 * i), depth / 2 + 0.002), (width * 0.6, height * 0.014, 0.006), (0.3, 0.31, 0.33))
        for i in range(6)
    ]
    return concat_shapes(
        box((0, height * 0.53, 0), (width, height * 0.9, depth), *look),
        box((0, height * 0.82, depth / 2 + 0.004), (width * 0.86, height * 0.18, 0.012), accent),
        box((width * 0.22, height * 0.82, depth / 2 + 0.012), (width * 0.3, height * 0.1, 0.006), (0.1, 0.14, 0.16)),
        *[
            box(
                (width * (0.15 + 0.06 * i), height * 0.82, depth / 2 + 0.016),
                (width * 0.035, height * 0.05, 0.003),
                (0.3, 0.95, 0.7),
                {"emission": 1.5},
            )
            for i in range(4)
        ],
        *buttons,
        *wheels,
        *vents,
    )


@register("the chamber with its rotor of tubes")
def rotor(*, radius):
    steel = ((0.6, 0.61, 0.63), {"metallic": 1.0, "roughness": 0.3})
    tints = ((0.75, 0.15, 0.17), (0.95, 0.75, 0.2), (0.25, 0.5, 0.85), (0.35, 0.7, 0.4))
    tubes = [
        concat_shapes(
            transform_shape(
                concat_shapes(
                    rod((0, 0, 0), (0, radius * 0.34, 0), radius * 0.1, (0.92, 0.95, 0.97)),
                    rod((0, radius * 0.3, 0), (0, radius * 0.42, 0), radius * 0.12, tints[i % 4]),
                ),
                translation_matrix((radius * 0.6 * math.cos(i * 0.785), 0.02, radius * 0.6 * math.sin(i * 0.785)))
                @ rotation_matrix(0.5, (math.sin(i * 0.785) * -1, 0, math.cos(i * 0.785)), (0, 0, 0)),
            )
        )
        for i in range(8)
    ]
    return concat_shapes(
        rod((0, -0.01, 0), (0, 0.004, 0), radius * 1.2, (0.2, 0.21, 0.23)),
        rod((0, 0, 0), (0, radius * 0.22, 0), radius * 0.85, *steel),
        rod((0, 0, 0), (0, radius * 0.4, 0), radius * 0.2, *steel),
        ellipsoid((0, radius * 0.4, 0), (radius * 0.2, radius * 0.1, radius * 0.2), *steel),
        *tubes,
    )


@register("the hinged lid")
def lid(*, width, depth, thick, shell):
    return concat_shapes(
        box((0, thick / 2, depth / 2), (width, thick, depth), shell, {"roughness": 0.35}),
        rod((0, -0.004, depth / 2), (0, 0.0, depth / 2), width * 0.34, (0.3, 0.31, 0.33)),
        rod((0, -0.006, depth / 2), (0, -0.002, depth / 2), width * 0.14, (0.75, 0.88, 0.92)),
        box((0, thick / 2, depth + 0.012), (width * 0.3, thick * 0.6, 0.03), (0.3, 0.31, 0.33)),
    )


@register("a laboratory centrifuge with its lid open on a rotor of tubes")
def centrifuge(*, width=0.62, height=1.25, depth=0.72, shell=(0.92, 0.93, 0.94), accent=(0.2, 0.5, 0.75)):
    w, tall, deep = 0.6, 0.85, 0.62
    whole = concat_shapes(
        library_call("cabinet", width=w, height=tall, depth=deep, shell=shell, accent=accent),
        transform_shape(library_call("rotor", radius=0.2), translation_matrix((0, tall * 0.98, 0.0))),
        transform_shape(
            library_call("lid", width=w, depth=deep * 0.9, thick=0.06, shell=shell),
            translation_matrix((0, tall * 0.99, -deep * 0.47))
            @ rotation_matrix(math.radians(-72), (1, 0, 0), (0, 0, 0)),
        ),
    )
    low, high = compute_shape_min(whole), compute_shape_max(whole)
    fit = scale_matrix((width / (high[0] - low[0]), height / (high[1] - low[1]), depth / (high[2] - low[2])), (0, 0, 0))
    return transform_shape(whole, fit @ translation_matrix((0, -low[1], -(low[2] + high[2]) / 2)))
