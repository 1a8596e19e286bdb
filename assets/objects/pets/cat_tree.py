# /// asset
# word = "cat tree"
# synonyms = ["cat tower", "cat scratching post", "scratching post", "cat condo", "cat climbing tree"]
# category = "pets"
# support = "floor"
# colors = ["plush", "toy_color"]
# materials = ["post"]
# ///
import math

import numpy as np

from scene.language import *
from scene.language.modelling import box, darker, ellipsoid, fitted, moved, rod


@register("a padded platform")
def platform(*, width, depth, thick, plush):
    look = (plush, {"roughness": 0.98})
    r = thick / 2
    return concat_shapes(
        box((0, r, 0), (width - thick, thick, depth - thick), *look),
        *[
            rod((-width / 2 + r, r, z * (depth / 2 - r)), (width / 2 - r, r, z * (depth / 2 - r)), r, *look)
            for z in (-1, 1)
        ],
        *[
            rod((x * (width / 2 - r), r, -depth / 2 + r), (x * (width / 2 - r), r, depth / 2 - r), r, *look)
            for x in (-1, 1)
        ],
    )


@register("a post wound with rope")
def wound_post(*, radius, height, post):
    color, material = surface(post)
    turns = 9
    return concat_shapes(
        rod((0, 0, 0), (0, height, 0), radius * 0.95, color, material),
        *[
            rod(
                (0, height * (i + 0.15) / turns, 0),
                (0, height * (i + 0.6) / turns, 0),
                radius,
                darker(color, 0.88),
                material,
            )
            for i in range(turns)
        ],
    )


@register("the little house with its round door")
def cat_house(*, width, height, depth, plush):
    look, dark = (plush, {"roughness": 0.98}), (0.12, 0.1, 0.09)
    return concat_shapes(
        box((0, height / 2, 0), (width, height, depth), *look),
        rod(
            (0, height * 0.46, depth / 2 - 0.002),
            (0, height * 0.46, depth / 2 + 0.004),
            height * 0.33,
            darker(plush, 0.7),
        ),
        rod((0, height * 0.46, depth / 2), (0, height * 0.46, depth / 2 + 0.006), height * 0.28, dark),
    )


@register("a basket bed on top")
def nest(*, radius, height, plush):
    look = (plush, {"roughness": 0.98})
    rim = [
        ellipsoid(
            (radius * 0.8 * math.cos(a), height * 0.55, radius * 0.8 * math.sin(a)),
            (radius * 0.3, height * 0.45, radius * 0.3),
            *look,
        )
        for a in np.linspace(0, 2 * math.pi, 15)[:-1]
    ]
    return concat_shapes(rod((0, 0, 0), (0, height * 0.3, 0), radius * 0.9, darker(plush, 0.9)), *rim)


@register("a ball that hangs on a string")
def hanging_ball(*, drop, radius, toy_color):
    return concat_shapes(
        rod((0, -drop, 0), (0, 0, 0), 0.004, (0.9, 0.88, 0.82)),
        ellipsoid((0, -drop, 0), (radius,) * 3, toy_color, {"roughness": 0.95}),
    )


@register("a cat tree with sisal posts, platforms and a little house")
def cat_tree(
    *, width=0.62, height=1.45, depth=0.52, plush=(0.82, 0.76, 0.68), toy_color=(0.85, 0.35, 0.3), post="sisal"
):
    t, r = 0.04, 0.04

    def up(x, y, z, tall):
        return moved(library_call("wound_post", radius=r, height=tall, post=post), (x, y, z))

    def shelf(x, y, z, w, d):
        return moved(library_call("platform", width=w, depth=d, thick=t, plush=plush), (x, y, z))

    whole = concat_shapes(
        shelf(0, 0, 0, 0.6, 0.5),
        moved(library_call("cat_house", width=0.34, height=0.3, depth=0.32, plush=plush), (-0.1, t, -0.02)),
        up(0.21, t, 0.1, 0.5),
        up(-0.2, 0.34, -0.12, 0.5),
        up(0.18, t, -0.15, 0.86),
        shelf(0.12, 0.54, 0.1, 0.34, 0.28),
        shelf(-0.13, 0.84, -0.1, 0.34, 0.28),
        shelf(0.12, 0.9, -0.12, 0.36, 0.3),
        up(0.15, 0.94, -0.12, 0.34),
        moved(library_call("nest", radius=0.18, height=0.13, plush=plush), (0.13, 1.28, -0.12)),
        moved(library_call("hanging_ball", drop=0.24, radius=0.032, toy_color=toy_color), (-0.2, 0.84, 0.0)),
    )
    return fitted(whole, width, height, depth)
