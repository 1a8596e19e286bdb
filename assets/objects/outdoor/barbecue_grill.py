# /// asset
# word = "barbecue grill"
# synonyms = ["barbecue", "grill", "bbq", "charcoal grill", "kettle grill", "bbq grill", "weber grill"]
# stands_for = ["gas grill", "smoker"]
# category = "outdoor"
# support = "floor"
# clearance = {front = 0.6}
# colors = ["shell"]
# materials = ["legs"]
# ///
import math

import numpy as np

from scene.language import *
from scene.language.modelling import ellipsoid, fitted, moved, pipe, rod


@register("the kettle bowl with coals and the cooking grid")
def kettle(*, radius, shell):
    gloss = {"roughness": 0.2}
    bowl = [
        rod(
            (0, -radius * 0.62 * (i + 1) / 12, 0),
            (0, -radius * 0.62 * i / 12, 0),
            radius * math.sqrt(1 - ((i + 0.5) / 12.6) ** 2),
            shell,
            gloss,
        )
        for i in range(12)
    ]
    coals = [
        ellipsoid(
            (
                radius * 0.7 * math.sqrt((i + 0.5) / 22) * math.cos(i * 2.4),
                -radius * 0.06,
                radius * 0.7 * math.sqrt((i + 0.5) / 22) * math.sin(i * 2.4),
            ),
            (radius * 0.12, radius * 0.07, radius * 0.11),
            (0.95, 0.35, 0.1) if i % 3 == 0 else (0.2, 0.18, 0.17),
            {"emission": 1.2 if i % 3 == 0 else 0.0},
        )
        for i in range(22)
    ]
    grid = [
        rod(
            (x * radius, radius * 0.03, -radius * math.sqrt(1 - x * x) * 0.97),
            (x * radius, radius * 0.03, radius * math.sqrt(1 - x * x) * 0.97),
            radius * 0.014,
            (0.7, 0.71, 0.73),
            {"metallic": 1.0, "roughness": 0.3},
        )
        for x in np.linspace(-0.9, 0.9, 13)
    ]
    return concat_shapes(*bowl, *coals, *grid)


@register("sausages and a steak")
def food(*, radius):
    sausages = [
        concat_shapes(
            rod((-radius * 0.2, 0, 0), (radius * 0.2, 0, 0), radius * 0.075, (0.62, 0.27, 0.14), {"roughness": 0.3}),
            *[ellipsoid((x * radius * 0.2, 0, 0), (radius * 0.075,) * 3, (0.62, 0.27, 0.14)) for x in (-1, 1)],
            *[
                rod(
                    (radius * t, radius * 0.05, -radius * 0.05),
                    (radius * t, radius * 0.05, radius * 0.05),
                    radius * 0.018,
                    (0.25, 0.1, 0.05),
                )
                for t in (-0.1, 0.02, 0.14)
            ],
        )
        for _ in range(3)
    ]
    placed = [
        moved(s, (radius * x, radius * 0.11, radius * z), a)
        for s, (x, z, a) in zip(sausages, ((0.25, 0.4, 0.3), (0.3, 0.15, 0.2), (0.25, -0.12, 0.4)), strict=True)
    ]
    return concat_shapes(
        *placed,
        ellipsoid(
            (-radius * 0.36, radius * 0.09, radius * 0.05),
            (radius * 0.26, radius * 0.06, radius * 0.3),
            (0.5, 0.2, 0.13),
            {"roughness": 0.4},
        ),
    )


@register("the lid hooked on the back, with its handle")
def lid(*, radius, shell):
    dome = [
        rod(
            (0, radius * 0.55 * i / 12, 0),
            (0, radius * 0.55 * (i + 1) / 12, 0),
            radius * 1.02 * math.sqrt(1 - ((i + 0.5) / 12.8) ** 2),
            shell,
            {"roughness": 0.2},
        )
        for i in range(12)
    ]
    grip = pipe(
        [
            (-radius * 0.2, radius * 0.52, 0),
            (-radius * 0.18, radius * 0.66, 0),
            (radius * 0.18, radius * 0.66, 0),
            (radius * 0.2, radius * 0.52, 0),
        ],
        radius * 0.035,
        (0.5, 0.33, 0.2),
    )
    return concat_shapes(
        *dome,
        grip,
        rod((radius * 0.45, radius * 0.42, 0), (radius * 0.48, radius * 0.5, 0), radius * 0.09, (0.75, 0.76, 0.78)),
    )


@register("three legs, two wheels and an ash tray")
def stand(*, radius, height, legs):
    look = surface(legs)
    feet = [
        rod(
            (radius * 0.5 * math.cos(a), height, radius * 0.5 * math.sin(a)),
            (radius * 0.92 * math.cos(a), 0.06 if k else 0.0, radius * 0.92 * math.sin(a)),
            0.013,
            *look,
        )
        for k, a in enumerate((math.pi / 2, math.pi * 7 / 6, math.pi * 11 / 6))
    ]
    wheels = [
        concat_shapes(
            rod(
                (x * radius * 0.86 - 0.015, 0.08, -radius * 0.62),
                (x * radius * 0.86 + 0.015, 0.08, -radius * 0.62),
                0.08,
                (0.12, 0.12, 0.13),
            ),
            rod(
                (x * radius * 0.86 - 0.018, 0.08, -radius * 0.62),
                (x * radius * 0.86 + 0.018, 0.08, -radius * 0.62),
                0.03,
                (0.75, 0.76, 0.78),
            ),
        )
        for x in (-1, 1)
    ]
    return concat_shapes(
        *feet,
        *wheels,
        rod((-radius * 0.86, 0.08, -radius * 0.62), (radius * 0.86, 0.08, -radius * 0.62), 0.009, *look),
        rod((0, height * 0.6, 0), (0, height * 0.63, 0), radius * 0.5, *look),
    )


@register("a kettle barbecue with sausages on its grid")
def barbecue_grill(*, width=0.66, height=1.1, depth=0.8, shell=(0.13, 0.13, 0.14), legs="steel"):
    r, rim = 0.29, 0.76
    cover = moved(library_call("lid", radius=r, shell=shell), (0, rim + 0.1, -r * 1.12), -1.25, (1, 0, 0))
    whole = concat_shapes(
        library_call("stand", radius=r * 1.1, height=rim - 0.12, legs=legs),
        moved(
            concat_shapes(library_call("kettle", radius=r, shell=shell), library_call("food", radius=r)), (0, rim, 0)
        ),
        cover,
        *[
            rod((x * r * 0.98, rim - 0.05, -0.06), (x * r * 0.98, rim - 0.05, 0.06), 0.014, (0.5, 0.33, 0.2))
            for x in (-1.08, 1.08)
        ],
    )
    return fitted(whole, width, height, depth)
