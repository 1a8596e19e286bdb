# /// asset
# word = "rice cooker"
# synonyms = ["multicooker"]
# stands_for = ["slow cooker", "pressure cooker", "crock pot", "instant pot"]
# category = "tableware"
# support = "surface"
# colors = ["shell", "trim"]
# ///
import math

import numpy as np

from scene.language import *
from scene.language.modelling import box, ellipsoid, fitted, moved, rod


@register("the rounded body with its control panel")
def body(*, radius, height, shell, trim):
    look = (shell, {"roughness": 0.3})
    return concat_shapes(
        rod((0, 0, 0), (0, height * 0.06, 0), radius * 0.85, trim),
        rod((0, height * 0.05, 0), (0, height * 0.95, 0), radius * 0.97, *look),
        ellipsoid((0, height * 0.25, 0), (radius, height * 0.22, radius), *look),
        rod((0, height * 0.93, 0), (0, height, 0), radius, trim),
        box((0, height * 0.42, radius * 0.95), (radius * 0.9, height * 0.5, radius * 0.16), trim),
        box(
            (0, height * 0.54, radius * 1.03),
            (radius * 0.6, height * 0.16, 0.004),
            (0.5, 0.85, 0.75),
            {"emission": 0.8},
        ),
        *[
            rod(
                (radius * x, height * 0.32, radius * 1.0),
                (radius * x, height * 0.32, radius * 1.05),
                radius * 0.1,
                tone,
            )
            for x, tone in ((-0.22, (0.9, 0.4, 0.25)), (0.22, (0.85, 0.86, 0.88)))
        ],
    )


@register("the rice in the inner pot")
def rice(*, radius, y):
    rng = np.random.default_rng(3)
    grains = [
        ellipsoid(
            (radius * 0.75 * r * math.cos(a), y + 0.004 * rng.uniform(0, 1), radius * 0.75 * r * math.sin(a)),
            (radius * 0.07, radius * 0.03, radius * 0.04),
            (0.99, 0.98, 0.94),
        )
        for r, a in zip(np.sqrt(rng.uniform(0, 1, 40)), rng.uniform(0, 6.28, 40), strict=True)
    ]
    return concat_shapes(
        rod((0, y - 0.02, 0), (0, y - 0.002, 0), radius * 0.9, (0.5, 0.51, 0.53), {"metallic": 0.8, "roughness": 0.3}),
        ellipsoid((0, y - 0.004, 0), (radius * 0.82, 0.012, radius * 0.82), (0.98, 0.97, 0.93)),
        *grains,
    )


@register("the hinged lid")
def lid(*, radius, thick, shell, trim):
    return concat_shapes(
        ellipsoid((0, thick * 0.4, radius), (radius, thick, radius), shell, {"roughness": 0.3}),
        rod((0, -thick * 0.1, radius), (0, thick * 0.4, radius), radius * 1.0, trim),
        rod(
            (0, -thick * 0.14, radius),
            (0, 0, radius),
            radius * 0.86,
            (0.75, 0.76, 0.78),
            {"metallic": 1.0, "roughness": 0.25},
        ),
        rod((0, thick * 1.2, radius), (0, thick * 1.5, radius), radius * 0.14, trim),
    )


@register("a rice cooker with its lid open on a bowlful of rice")
def rice_cooker(*, width=0.28, height=0.36, depth=0.34, shell=(0.93, 0.93, 0.92), trim=(0.2, 0.21, 0.23)):
    r, tall = 0.135, 0.19
    whole = concat_shapes(
        library_call("body", radius=r, height=tall, shell=shell, trim=trim),
        library_call("rice", radius=r, y=tall + 0.008),
        moved(
            library_call("lid", radius=r * 0.97, thick=0.035, shell=shell, trim=trim),
            (0, tall + 0.01, -r),
            math.radians(-68),
            (1, 0, 0),
        ),
    )
    return fitted(whole, width, height, depth)
