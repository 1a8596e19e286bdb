# /// asset
# word = "street lamp"
# synonyms = ["lamp post", "street light", "garden lamp post", "park lamp", "lamppost", "lantern post"]
# category = "outdoor"
# support = "floor"
# colors = ["paint"]
# materials = ["iron"]
# ///
import math

from scene.language import *
from scene.language.modelling import box, ellipsoid, finish, fitted, lathe, moved, pipe, rod, stretched


@register("the fluted post on its foot")
def lamp_post(*, height, radius, look):
    return concat_shapes(
        stretched(
            lathe(
                [
                    (radius * 2.6, 0),
                    (radius * 2.6, 0.03),
                    (radius * 2.0, 0.04),
                    (radius * 1.7, 0.12),
                    (radius * 1.9, 0.14),
                    (radius * 1.0, 0.17),
                    (radius * 0.8, 0.6),
                    (radius * 0.62, 0.96),
                    (radius * 1.3, 1.0),
                ],
                *look,
                slices=56,
            ),
            (1, height, 1),
        ),
        pipe([(-radius * 6, height * 0.9, 0), (radius * 6, height * 0.9, 0)], radius * 0.4, *look),
        *[ellipsoid((x * radius * 6, height * 0.9, 0), (radius * 0.7,) * 3, *look) for x in (-1, 1)],
    )


@register("the lantern with its lamp")
def lantern(*, width, height, look):
    glow = surface("lamp glow")
    bars = [
        rod(
            (x * width * 0.3, 0, z * width * 0.3),
            (x * width * 0.48, height * 0.62, z * width * 0.48),
            width * 0.03,
            *look,
        )
        for x in (-1, 1)
        for z in (-1, 1)
    ]
    panes = [
        transform_shape(
            box(
                (0, height * 0.31, 0),
                (width * 0.72, height * 0.6, 0.004),
                (1.0, 0.95, 0.8),
                {"opacity": 0.35, "roughness": 0.05},
            ),
            rotation_matrix(k * math.pi / 2, (0, 1, 0), (0, 0, 0))
            @ translation_matrix((0, 0, width * 0.39))
            @ rotation_matrix(0.28, (1, 0, 0), (0, height * 0.3, 0)),
        )
        for k in range(4)
    ]
    return concat_shapes(
        box((0, 0, 0), (width * 0.66, height * 0.05, width * 0.66), *look),
        *bars,
        box((0, height * 0.63, 0), (width * 1.06, height * 0.05, width * 1.06), *look),
        *[
            box(
                (0, height * (0.66 + 0.035 * i), 0),
                (width * (0.98 - 0.17 * i), height * 0.04, width * (0.98 - 0.17 * i)),
                *look,
            )
            for i in range(5)
        ],
        rod((0, height * 0.82, 0), (0, height * 0.9, 0), width * 0.1, *look),
        ellipsoid((0, height * 0.95, 0), (width * 0.07, height * 0.05, width * 0.07), *look),
        ellipsoid((0, height * 0.3, 0), (width * 0.16, height * 0.18, width * 0.16), *glow),
        rod((0, 0, 0), (0, height * 0.14, 0), width * 0.06, *look),
        *panes,
    )


@register("an old street lamp with a glass lantern on an iron post")
def street_lamp(*, width=0.5, height=3.2, paint=None, iron="wrought iron"):
    look, post = finish(iron, paint), height * 0.79
    whole = concat_shapes(
        library_call("lamp_post", height=post, radius=0.055, look=look),
        moved(library_call("lantern", width=0.44, height=height - post, look=look), (0, post, 0)),
    )
    return fitted(whole, width, height, width)
