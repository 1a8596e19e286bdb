# /// asset
# word = "salt shaker"
# synonyms = ["salt and pepper shaker", "salt and pepper", "pepper shaker", "shaker", "spice shaker"]
# stands_for = ["salt cellar"]
# category = "tableware"
# support = "surface"
# colors = ["salt_tint", "pepper_tint"]
# materials = ["cap"]
# ///
import math

from scene.language import *
from scene.language.modelling import ellipsoid, lathe, rod


@register("one shaker: body, cap and its holes")
def shaker(*, radius, height, tint, cap):
    metal = surface(cap)
    holes = loop(
        5,
        lambda i: ellipsoid(
            (radius * 0.35 * math.cos(i * 1.257), height * 0.975, radius * 0.35 * math.sin(i * 1.257)),
            (radius * 0.09, height * 0.012, radius * 0.09),
            (0.1, 0.1, 0.1),
        ),
    )
    return concat_shapes(
        lathe(
            [
                (radius, 0),
                (radius * 0.96, height * 0.1),
                (radius * 0.72, height * 0.45),
                (radius * 0.74, height * 0.72),
            ],
            tint,
            {"roughness": 0.2},
            slices=16,
        ),
        rod((0, height * 0.72, 0), (0, height * 0.88, 0), radius * 0.8, *metal),
        ellipsoid((0, height * 0.88, 0), (radius * 0.8, height * 0.105, radius * 0.8), *metal),
        holes,
        rod((0, height * 0.985, 0), (0, height, 0), radius * 0.09, (0.1, 0.1, 0.1)),
    )


@register("a pair of salt and pepper shakers with steel caps")
def salt_shaker(
    *, width=0.1, depth=0.045, height=0.095, salt_tint=(0.95, 0.95, 0.93), pepper_tint=(0.25, 0.22, 0.2), cap="steel"
):
    radius = depth / 2
    return concat_shapes(
        place(
            "shaker", at=(-width / 2 + radius, 0, 0), name="salt", radius=radius, height=height, tint=salt_tint, cap=cap
        ),
        place(
            "shaker",
            at=(width / 2 - radius, 0, 0),
            name="pepper",
            radius=radius,
            height=height,
            tint=pepper_tint,
            cap=cap,
        ),
    )
