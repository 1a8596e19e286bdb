# /// asset
# word = "donut"
# synonyms = ["doughnut", "donuts", "bagel", "glazed donut", "bagels"]
# category = "food"
# support = "surface"
# colors = ["icing", "dough"]
# [variants.iced]
# "bagel" = false
# "bagels" = false
# "plain" = false
# ///
import math

from scene.language import *
from scene.language.modelling import box, ellipsoid, fitted, moved


@register("the ring of dough")
def dough_ring(*, dough):
    return loop(
        36,
        lambda i: ellipsoid(
            (0.031 * math.cos(i * math.pi / 18), 0.017, 0.031 * math.sin(i * math.pi / 18)),
            (0.0165, 0.0165, 0.0165),
            dough,
            {"roughness": 0.6},
        ),
    )


@register("the icing with its sprinkles")
def icing_layer(*, icing):
    glaze = loop(
        36,
        lambda i: ellipsoid(
            (0.031 * math.cos(i * math.pi / 18), 0.023, 0.031 * math.sin(i * math.pi / 18)),
            (0.0155, 0.0125, 0.0155),
            icing,
            {"roughness": 0.15},
        ),
    )
    tones = ((0.95, 0.9, 0.3), (0.3, 0.7, 0.9), (0.95, 0.95, 0.95), (0.4, 0.8, 0.4), (0.95, 0.5, 0.2))
    sugar = [
        moved(
            box((0, 0, 0), (0.006, 0.0018, 0.0018), tones[i % 5]),
            (
                (0.031 + 0.008 * math.sin(i * 2.4)) * math.cos(i * 0.37),
                0.0345,
                (0.031 + 0.008 * math.sin(i * 2.4)) * math.sin(i * 0.37),
            ),
            i * 1.3,
        )
        for i in range(34)
    ]
    return concat_shapes(glaze, *sugar)


@register("a ring doughnut with icing and sprinkles")
def donut(*, width=0.095, height=0.036, depth=0.095, icing=(0.93, 0.5, 0.65), dough=(0.82, 0.58, 0.3), iced=True):
    whole = concat_shapes(
        library_call("dough_ring", dough=dough), *([library_call("icing_layer", icing=icing)] if iced else [])
    )
    return fitted(whole, width, height, depth)
