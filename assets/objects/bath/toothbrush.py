# /// asset
# word = "toothbrush"
# synonyms = ["manual toothbrush", "dental brush"]
# category = "bath"
# support = "surface"
# colors = ["tone", "paste"]
# ///
import math

from scene.language import *
from scene.language.modelling import box, ellipsoid, fitted, rod


@register("the handle with its soft grip")
def grip_part(*, length, thick, tone):
    return concat_shapes(
        rod((-length / 2, thick, 0), (length * 0.1, thick, 0), thick * 0.85, (0.96, 0.96, 0.97), {"roughness": 0.3}),
        ellipsoid((-length / 2, thick, 0), (thick, thick * 0.85, thick * 0.85), (0.96, 0.96, 0.97)),
        ellipsoid((-length * 0.24, thick, 0), (length * 0.24, thick, thick * 1.3), tone, {"roughness": 0.6}),
        rod((length * 0.08, thick, 0), (length * 0.3, thick, 0), thick * 0.5, (0.96, 0.96, 0.97)),
    )


@register("the head with tufts of bristles and paste")
def brush_head(*, length, thick, rise, tone, paste):
    tufts = [
        rod(
            (length * (0.31 + 0.024 * i), thick, z * thick * 0.55),
            (length * (0.31 + 0.024 * i), rise * 0.86, z * thick * 0.55),
            thick * 0.36,
            tone if i in (0, 3, 6) else (0.97, 0.97, 0.98),
        )
        for i in range(7)
        for z in (-1, 1)
    ]
    blob = [
        ellipsoid(
            (length * (0.33 + 0.025 * i), rise * 0.9, thick * 0.25 * math.sin(i * 1.3)),
            (length * 0.03, rise * 0.1, thick * 0.7),
            paste if i % 2 else (0.97, 0.98, 0.98),
            {"roughness": 0.15},
        )
        for i in range(5)
    ]
    return concat_shapes(
        box(
            (length * 0.385, thick, 0),
            (length * 0.21, thick * 0.9, thick * 2.2),
            (0.96, 0.96, 0.97),
            {"roughness": 0.3},
        ),
        ellipsoid((length * 0.49, thick, 0), (length * 0.012, thick * 0.45, thick * 1.1), (0.96, 0.96, 0.97)),
        *tufts,
        *blob,
    )


@register("a toothbrush lying with a strip of paste on its bristles")
def toothbrush(*, width=0.19, depth=0.016, height=0.022, tone=(0.2, 0.55, 0.85), paste=(0.35, 0.75, 0.65)):
    thick = height * 0.26
    whole = concat_shapes(
        library_call("grip_part", length=width, thick=thick, tone=tone),
        library_call("brush_head", length=width, thick=thick, rise=height, tone=tone, paste=paste),
    )
    return fitted(whole, width, height, depth)
