# /// asset
# word = "paint palette"
# synonyms = [
#     "paint set", "palette", "watercolor set", "watercolours", "art set", "painting set", "paints", "art supplies",
#     "watercolor", "watercolors", "paint",
# ]
# stands_for = ["paint tube"]
# category = "toys"
# support = "surface"
# colors = ["paint"]
# materials = ["wood"]
# ///
import math

import numpy as np

from scene.language import *
from scene.language.modelling import cone, disc, ellipsoid, finish, fitted, moved, rod, rotated


@register("the kidney-shaped board with its thumb hole")
def palette_board(*, width, depth, thick, look):
    def lobe(x, z, a, b):
        return disc((x * width, 0, z * depth), (a * width, b * depth), thick, *look)

    hole = rod(
        (width * 0.2, -0.0001, depth * 0.16),
        (width * 0.2, thick * 1.04, depth * 0.16),
        width * 0.045,
        (0.93, 0.93, 0.93),
    )
    return concat_shapes(lobe(0, -0.08, 0.5, 0.42), lobe(-0.2, 0.14, 0.3, 0.36), lobe(0.3, 0.02, 0.2, 0.3), hole)


@register("the dabs of paint")
def dabs(*, width, depth, top):
    tints = (
        (0.98, 0.97, 0.95),
        (0.95, 0.82, 0.15),
        (0.9, 0.45, 0.1),
        (0.8, 0.12, 0.12),
        (0.5, 0.2, 0.55),
        (0.12, 0.3, 0.7),
        (0.15, 0.5, 0.3),
        (0.35, 0.2, 0.12),
    )
    spots = [(0.4 * math.cos(a), -0.06 + 0.32 * math.sin(a)) for a in np.linspace(-0.3, -math.pi - 0.9, 8)]
    return concat_shapes(
        *[
            concat_shapes(
                ellipsoid((x * width, top, z * depth), (width * 0.055, 0.007, depth * 0.06), tone, {"roughness": 0.15}),
                ellipsoid(
                    (x * width + width * 0.02, top + 0.003, z * depth),
                    (width * 0.028, 0.007, depth * 0.03),
                    tone,
                    {"roughness": 0.15},
                ),
            )
            for (x, z), tone in zip(spots, tints, strict=True)
        ],
        ellipsoid((-width * 0.05, top, depth * 0.1), (width * 0.1, 0.003, depth * 0.07), (0.55, 0.4, 0.6)),
    )


@register("a brush with a loaded tip")
def paint_brush(*, length, radius, tone):
    return concat_shapes(
        rod((-length / 2, radius, 0), (length * 0.2, radius, 0), radius, (0.75, 0.2, 0.18)),
        ellipsoid((length * 0.08, radius, 0), (length * 0.14, radius * 1.25, radius * 1.25), (0.75, 0.2, 0.18)),
        rod(
            (length * 0.2, radius, 0),
            (length * 0.34, radius, 0),
            radius * 1.05,
            (0.8, 0.8, 0.82),
            {"metallic": 1.0, "roughness": 0.3},
        ),
        ellipsoid((length * 0.38, radius, 0), (length * 0.08, radius * 1.3, radius * 1.3), (0.55, 0.4, 0.25)),
        cone((length * 0.4, radius, 0), (length / 2, radius, 0), radius * 1.2, tone),
    )


@register("an artist's palette with dabs of paint and two brushes")
def paint_palette(*, width=0.34, depth=0.26, height=0.035, paint=None, wood="wood"):
    look, thick = finish(wood, paint), height * 0.26
    brushes = [
        moved(
            rotated(library_call("paint_brush", length=width * 0.72, radius=0.0045, tone=tone), 0.03, (0, 0, 1)),
            (width * x, thick + 0.002 + 0.006 * k, depth * z),
            turn,
        )
        for k, (x, z, turn, tone) in enumerate(
            ((0.1, 0.22, 0.35, (0.12, 0.3, 0.7)), (0.16, 0.12, 0.62, (0.8, 0.12, 0.12)))
        )
    ]
    whole = concat_shapes(
        library_call("palette_board", width=width, depth=depth, thick=thick, look=look),
        library_call("dabs", width=width, depth=depth, top=thick),
        *brushes,
    )
    return fitted(whole, width, height, depth)
