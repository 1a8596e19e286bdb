# /// asset
# word = "dress"
# synonyms = ["gown", "ball gown", "wedding dress", "evening gown", "dresses", "nightgown"]
# category = "textiles"
# support = "wall"
# colors = ["cloth"]
# ///
import math

from scene.language import *
from scene.language.modelling import cone, darker, ellipsoid, fitted, hanger, rod, stretched, tube


@register("the hanger with its hook")
def hanger_part():
    return hanger((0, 1.02, 0), 0.34, 0.055)


@register("the bodice with its straps")
def bodice(*, cloth):
    rows = [
        ellipsoid((0, y, 0), (w, 0.045, 0.06), cloth, {"roughness": 0.8})
        for y, w in (
            (0.9, 0.115),
            (0.87, 0.13),
            (0.84, 0.13),
            (0.81, 0.125),
            (0.78, 0.118),
            (0.75, 0.11),
            (0.72, 0.105),
            (0.69, 0.1),
        )
    ]
    straps = [
        tube([(s * 0.075, 0.9, 0.04), (s * 0.095, 0.995, 0), (s * 0.075, 0.9, -0.04)], 0.008, cloth) for s in (-1, 1)
    ]
    return concat_shapes(
        *rows,
        *straps,
        stretched(rod((0, 0.672, 0), (0, 0.7, 0), 0.1, darker(cloth, 0.6)), (1.04, 1, 0.65)),
    )


@register("the pleated skirt")
def skirt_part(*, cloth):
    def pleat(i):
        a = i * 2 * math.pi / 26
        out = (0.25 * math.cos(a), 0, 0.15 * math.sin(a))
        tone = cloth if i % 2 else darker(cloth, 0.85)
        return tube(
            [
                (0.095 * math.cos(a), 0.68, 0.055 * math.sin(a)),
                (0.19 * math.cos(a), 0.33, 0.11 * math.sin(a)),
                (out[0], 0.03, out[2]),
            ],
            0.03 if i % 2 else 0.026,
            tone,
            {"roughness": 0.8},
        )

    return concat_shapes(
        loop(26, pleat),
        transform_shape(
            cone((0, 0.03, 0), (0, 0.98, 0), 0.26, darker(cloth, 0.8)), scale_matrix((0.95, 0.71, 0.57), (0, 0.03, 0))
        ),
    )


@register("a dress on a hanger")
def dress(*, width=0.5, height=1.1, depth=0.3, cloth=(0.72, 0.2, 0.3)):
    whole = concat_shapes(
        library_call("hanger_part"), library_call("bodice", cloth=cloth), library_call("skirt_part", cloth=cloth)
    )
    return fitted(whole, width, height, depth)
