# /// asset
# word = "photo enlarger"
# synonyms = ["enlarger", "photographic enlarger", "darkroom enlarger"]
# category = "office"
# support = "surface"
# colors = ["head_color", "board_color"]
# materials = ["column"]
# ///
import math

import numpy as np

from scene.language import *
from scene.language.modelling import box, cone, ellipsoid, fitted, moved, rod, stretched


@register("the photograph under the blades of the easel")
def easel(*, width, depth):
    """A sheet of hills, sun and a tree in shades of grey; stands on y = 0, read from the front."""
    blade, paper = (0.12, 0.12, 0.13), (0.93, 0.92, 0.9)
    w, d, y = width * 0.8, depth * 0.76, 0.0085
    ticks = [
        box((-w * 0.48 + w * 0.06 * i, 0.0125, -depth * 0.43), (0.0018, 0.001, depth * 0.05), paper) for i in range(17)
    ]
    hills = [
        moved(cone((0, 0, d * 0.16), (0, 0, -d * 0.3), w * 0.3, tone), (x, 0, z))
        for x, z, tone in ((-w * 0.18, 0.002, (0.35, 0.35, 0.36)), (w * 0.14, 0, (0.5, 0.5, 0.51)))
    ]
    return concat_shapes(
        box((0, 0.003, 0), (width, 0.006, depth), (0.2, 0.2, 0.21)),
        box((0, 0.006, 0), (w, 0.003, d), paper),
        box((0, 0.0066, -d * 0.09), (w * 0.92, 0.003, d * 0.74), (0.72, 0.72, 0.73)),
        rod((w * 0.3, 0.006, -d * 0.3), (w * 0.3, 0.0088, -d * 0.3), w * 0.075, (0.96, 0.96, 0.95)),
        *[moved(stretched(hill, (1, 0.0018 / (w * 0.3), 1)), (0, y, d * 0.02)) for hill in hills],
        box((0, 0.0074, d * 0.23), (w * 0.924, 0.004, d * 0.14), (0.22, 0.22, 0.23)),
        *[box((s * (width + w) / 4 * 0.97, 0.008, 0), (width * 0.1, 0.009, depth * 0.99), blade) for s in (-1, 1)],
        *[box((0, 0.008, s * (depth + d) / 4 * 0.97), (width * 0.84, 0.008, depth * 0.1), blade) for s in (-1, 1)],
        *ticks,
    )


@register("the slanted column with its rack and scale")
def column_part(*, height, column):
    look = surface(column)
    teeth = [
        box((0.024, height * (0.08 + 0.022 * i), 0), (0.008, height * 0.01, 0.016), (0.35, 0.36, 0.38))
        for i in range(40)
    ]
    return concat_shapes(
        box((0, height * 0.505, 0), (0.045, height * 0.99, 0.045), *look),
        *teeth,
        box((0, 0.03, 0), (0.11, 0.06, 0.11), (0.2, 0.2, 0.22)),
    )


@register("a strip of film with its frames and perforations")
def film_strip(*, length, width):
    frames = round(length / 0.04)
    step = length / frames
    at = [(i - (frames - 1) / 2) * step for i in range(frames)]
    parts = [box((0, 0, 0), (length, 0.0016, width), (0.32, 0.17, 0.1), {"roughness": 0.2})]
    parts += [box((x, 0.0006, 0), (step * 0.86, 0.002, width * 0.62), (0.75, 0.55, 0.4)) for x in at]
    holes = 4 * frames
    parts += [
        box(
            ((i - (holes - 1) / 2) * length / holes, 0.0006, s * width * 0.41),
            (step * 0.12, 0.002, width * 0.09),
            (0.95, 0.93, 0.9),
        )
        for i in range(holes)
        for s in (-1, 1)
    ]
    return concat_shapes(*parts)


@register("the lamp head with its lamp house, film, bellows and lens")
def lamp_head(*, size, head_color):
    look, dark = (head_color, {"roughness": 0.35}), (0.08, 0.08, 0.09)
    steel = ((0.72, 0.73, 0.75), {"metallic": 1.0, "roughness": 0.3})
    pleats = [
        rod(
            (0, size * y, 0), (0, size * (y + 0.035), 0), size * (r + (0.035 if i % 2 else 0)), dark, {"roughness": 0.8}
        )
        for i, (y, r) in enumerate(zip(np.linspace(0.02, 0.335, 10), np.linspace(0.16, 0.27, 10), strict=True))
    ]
    vents = [
        box((0, size * (0.78 + 0.035 * i), size * 0.4), (size * 0.3, size * 0.014, size * 0.05), dark) for i in range(4)
    ]
    return concat_shapes(
        rod((0, size * 0.55, 0), (0, size * 1.0, 0), size * 0.42, *look),
        ellipsoid((0, size * 1.0, 0), (size * 0.42, size * 0.26, size * 0.42), *look),
        rod((0, size * 1.2, 0), (0, size * 1.32, 0), size * 0.1, dark),
        rod((0, size * 0.54, 0), (0, size * 0.6, 0), size * 0.435, *steel),
        *vents,
        box((0, size * 0.5, 0), (size * 0.78, size * 0.08, size * 0.78), dark),
        box((0, size * 0.4, 0), (size * 0.78, size * 0.06, size * 0.78), dark),
        moved(library_call("film_strip", length=size * 1.5, width=size * 0.3), (0, size * 0.445, 0)),
        box((0, size * 0.445, 0), (size * 0.6, size * 0.05, size * 0.6), dark),
        *pleats,
        rod((0, -size * 0.02, 0), (0, size * 0.03, 0), size * 0.22, *steel),
        rod((0, -size * 0.14, 0), (0, size * 0.02, 0), size * 0.13, dark, {"roughness": 0.3}),
        rod((0, -size * 0.1, 0), (0, -size * 0.06, 0), size * 0.145, *steel),
        rod((0, -size * 0.15, 0), (0, -size * 0.135, 0), size * 0.1, (1.0, 0.95, 0.8), {"emission": 2.0}),
    )


@register("the arm with its knobs")
def arm(*, length, column):
    dark = (0.12, 0.12, 0.13)
    return concat_shapes(
        box((0, 0, length * 0.46), (0.06, 0.06, length), *surface(column)),
        box((0, 0, 0.0), (0.085, 0.11, 0.085), dark, {"roughness": 0.5}),
        rod((-0.075, 0, 0), (0.075, 0, 0), 0.03, dark),
    )


@register("the light that falls from the lens")
def beam(*, top, radius):
    return cone((0, 0, 0), (0, top, 0), radius, (1.0, 0.93, 0.7), {"opacity": 0.16, "emission": 0.5, "roughness": 1.0})


@register("a photographic enlarger whose lamp head throws a picture from a film strip onto its baseboard")
def photo_enlarger(
    *, width=0.45, height=0.95, depth=0.52, head_color=(0.25, 0.27, 0.3), board_color=(0.82, 0.68, 0.48), column="steel"
):
    tilt, tall, head = math.radians(9), 0.92, 0.27
    at = (0, 0.6, 0.06)
    post = moved(library_call("column_part", height=tall, column=column), (0, 0.03, -0.2), tilt, (1, 0, 0))
    whole = concat_shapes(
        box((0, 0.015, 0), (0.45, 0.03, 0.52), board_color),
        moved(library_call("easel", width=0.34, depth=0.28), (0, 0.03, at[2] + 0.03)),
        post,
        moved(library_call("arm", length=0.2, column=column), (0, 0.715, -0.2 + 0.685 * math.tan(tilt))),
        moved(library_call("lamp_head", size=head, head_color=head_color), at),
        moved(library_call("beam", top=at[1] - 0.15 * head, radius=0.13), (0, 0.043, at[2] + 0.01)),
    )
    return fitted(whole, width, height, depth)
