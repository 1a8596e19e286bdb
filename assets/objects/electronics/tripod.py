# /// asset
# word = "tripod"
# synonyms = ["camera tripod", "camera on tripod", "camera stand", "film camera on a tripod"]
# category = "electronics"
# support = "floor"
# colors = ["legs", "accents"]
# ///
import math

import numpy as np

from scene.language import *
from scene.language.modelling import box, ellipsoid, fitted, moved, rod


@register("a leg in three sections")
def leg(*, top, foot, thick, legs, accents):
    top, foot = np.array(top), np.array(foot)
    parts = []
    for i, (a, b) in enumerate(((0.0, 0.42), (0.4, 0.74), (0.72, 0.985))):
        parts.append(
            rod(
                top + (foot - top) * a,
                top + (foot - top) * b,
                thick * (1 - 0.22 * i),
                legs,
                {"roughness": 0.4, "metallic": 0.3},
            )
        )
    clips = [rod(top + (foot - top) * t, top + (foot - top) * (t + 0.03), thick * 1.25, accents) for t in (0.4, 0.72)]
    return concat_shapes(*parts, *clips, ellipsoid((foot[0], thick, foot[2]), (thick,) * 3, (0.05, 0.05, 0.05)))


@register("the column, the head and the pan handle")
def head(*, base, top, thick, legs, accents):
    return concat_shapes(
        rod((0, base - 0.28, 0), (0, top, 0), thick, legs),
        rod((0, base - 0.03, 0), (0, base + 0.03, 0), thick * 2.6, legs),
        rod((0, top - 0.06, 0), (0, top - 0.02, 0), thick * 2.0, accents),
        box((0, top, 0), (0.07, 0.02, 0.07), legs),
        rod((0.02, top - 0.03, -0.02), (0.1, top - 0.12, -0.22), thick * 0.6, legs),
        rod((0.075, top - 0.09, -0.16), (0.105, top - 0.125, -0.235), thick * 0.95, accents),
    )


@register("a small camera")
def mounted_camera(*, size):
    dark = (0.1, 0.1, 0.11)
    return concat_shapes(
        box((0, size * 0.3, 0), (size, size * 0.6, size * 0.45), dark),
        box((0, size * 0.68, 0), (size * 0.34, size * 0.2, size * 0.34), dark),
        rod((0, size * 0.3, size * 0.2), (0, size * 0.3, size * 0.75), size * 0.26, (0.17, 0.17, 0.18)),
        rod((0, size * 0.3, size * 0.7), (0, size * 0.3, size * 0.78), size * 0.28, (0.75, 0.2, 0.15)),
        ellipsoid(
            (0, size * 0.3, size * 0.76), (size * 0.2, size * 0.2, size * 0.06), (0.2, 0.25, 0.45), {"roughness": 0.03}
        ),
        rod((-size * 0.36, size * 0.6, 0), (-size * 0.36, size * 0.67, 0), size * 0.07, (0.7, 0.7, 0.72)),
    )


@register("a tripod with a camera on top")
def tripod(*, width=0.8, height=1.5, depth=0.72, legs=(0.15, 0.15, 0.16), accents=(0.85, 0.3, 0.2)):
    top, hub, reach = height * 0.9, height * 0.78, 0.44
    turns = [math.radians(110 + 120 * i) for i in range(3)]
    whole = concat_shapes(
        *[
            rod(
                (0, hub - 0.27, 0),
                (
                    (0.03 + (reach - 0.03) * 0.38) * math.cos(a),
                    hub * 0.62,
                    (0.03 + (reach - 0.03) * 0.38) * math.sin(a),
                ),
                0.007,
                accents,
            )
            for a in turns
        ],
        *[
            library_call(
                "leg",
                top=(0.03 * math.cos(a), hub, 0.03 * math.sin(a)),
                foot=(reach * math.cos(a), 0, reach * math.sin(a)),
                thick=0.021,
                legs=legs,
                accents=accents,
            )
            for a in turns
        ],
        library_call("head", base=hub, top=top, thick=0.016, legs=legs, accents=accents),
        moved(library_call("mounted_camera", size=0.15), (0, top + 0.01, 0)),
    )
    return fitted(whole, width, height, depth)
