# /// asset
# word = "photo enlarger"
# synonyms = ["enlarger", "photographic enlarger", "darkroom enlarger"]
# phrase = "a photographic enlarger with a lamp head on a column over its baseboard"
# category = "office"
# support = "surface"
# [colors]
# head_color = [0.25, 0.27, 0.3]
# board_color = [0.82, 0.68, 0.48]
# [materials]
# column = "steel"
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


@register("the baseboard with an easel and a print on it")
def baseboard(*, width, depth, board_color):
    return concat_shapes(
        box((0, 0.015, 0), (width, 0.03, depth), board_color),
        box((0, 0.034, depth * 0.1), (width * 0.66, 0.008, depth * 0.5), (0.15, 0.15, 0.16)),
        box((0, 0.039, depth * 0.1), (width * 0.54, 0.003, depth * 0.4), (0.93, 0.92, 0.9)),
        ellipsoid((-width * 0.08, 0.0405, depth * 0.12), (width * 0.1, 0.0008, depth * 0.13), (0.4, 0.4, 0.42)),
        ellipsoid((width * 0.1, 0.0405, depth * 0.06), (width * 0.08, 0.0008, depth * 0.08), (0.62, 0.62, 0.64)),
    )


@register("the slanted column with its rack and crank")
def column_part(*, height, depth, column):
    look = surface(column)
    teeth = [
        box((0.022, height * (0.08 + 0.022 * i), 0), (0.008, height * 0.01, 0.016), (0.35, 0.36, 0.38))
        for i in range(40)
    ]
    return concat_shapes(
        box((0, height / 2, 0), (0.04, height, 0.04), *look),
        *teeth,
        box((0, 0.03, 0), (0.1, 0.06, 0.1), (0.2, 0.2, 0.22)),
    )


@register("the lamp head, negative carrier, bellows and lens")
def lamp_head(*, size, head_color):
    look, dark = (head_color, {"roughness": 0.4}), (0.1, 0.1, 0.11)
    dome = [
        rod(
            (0, size * 0.62 + size * 0.05 * i, 0),
            (0, size * 0.67 + size * 0.05 * i, 0),
            size * 0.42 * math.sqrt(1 - (i / 10) ** 2),
            *look,
        )
        for i in range(9)
    ]
    bellows = [
        box(
            (0, size * (0.08 + 0.06 * i), 0),
            (
                size * (0.42 if i % 2 else 0.34) * (0.75 + 0.06 * i),
                size * 0.062,
                size * (0.42 if i % 2 else 0.34) * (0.75 + 0.06 * i),
            ),
            dark,
        )
        for i in range(5)
    ]
    return concat_shapes(
        *dome,
        rod((0, size * 0.48, 0), (0, size * 0.64, 0), size * 0.42, *look),
        box((0, size * 0.43, size * 0.06), (size * 0.8, size * 0.1, size * 0.9), (0.5, 0.51, 0.53)),
        box((0, size * 0.43, size * 0.55), (size * 0.3, size * 0.05, size * 0.16), dark),
        *bellows,
        rod((0, -size * 0.1, 0), (0, size * 0.06, 0), size * 0.16, dark),
        rod((0, -size * 0.12, 0), (0, -size * 0.08, 0), size * 0.18, (0.75, 0.76, 0.78)),
        ellipsoid((0, -size * 0.12, 0), (size * 0.13, size * 0.03, size * 0.13), (0.95, 0.3, 0.2), {"emission": 1.0}),
        rod((0, size * 1.05, 0), (0, size * 1.12, 0), size * 0.1, dark),
    )


@register("the arm with its focusing knob")
def arm(*, length, column):
    return concat_shapes(
        box((0, 0, length / 2), (0.05, 0.06, length), *surface(column)),
        rod((-0.07, 0, length * 0.2), (0.07, 0, length * 0.2), 0.028, (0.12, 0.12, 0.13)),
    )


@register("a photographic enlarger with a lamp head on a column over its baseboard")
def photo_enlarger(
    *, width=0.45, height=0.95, depth=0.52, head_color=(0.25, 0.27, 0.3), board_color=(0.82, 0.68, 0.48), column="steel"
):
    tilt, tall = math.radians(12), 0.88
    post = transform_shape(
        library_call("column_part", height=tall, depth=0.5, column=column),
        translation_matrix((0, 0.03, -0.2)) @ rotation_matrix(tilt, (1, 0, 0), (0, 0, 0)),
    )
    whole = concat_shapes(
        library_call("baseboard", width=0.45, depth=0.52, board_color=board_color),
        post,
        transform_shape(library_call("arm", length=0.16, column=column), translation_matrix((0, 0.66, -0.08))),
        transform_shape(
            library_call("lamp_head", size=0.25, head_color=head_color), translation_matrix((0, 0.56, 0.1))
        ),
    )
    low, high = compute_shape_min(whole), compute_shape_max(whole)
    fit = scale_matrix((width / (high[0] - low[0]), height / (high[1] - low[1]), depth / (high[2] - low[2])), (0, 0, 0))
    return transform_shape(whole, fit @ translation_matrix((-(low[0] + high[0]) / 2, -low[1], -(low[2] + high[2]) / 2)))
