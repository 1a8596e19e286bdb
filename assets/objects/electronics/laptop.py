# /// asset
# word = "laptop"
# synonyms = ["notebook computer", "laptop computer", "macbook", "portable computer", "open laptop"]
# category = "electronics"
# support = "surface"
# colors = ["casing", "desktop"]
# [variants.closed]
# "closed" = true
# "open" = false
# ///
import math

from scene.language import *
from scene.language.modelling import box, darker, ellipsoid, fitted, tinted


@register("the lower half with keys and touchpad")
def base(*, width, depth, thick, casing):
    metal = {"metallic": 0.5, "roughness": 0.4}
    keys = [
        box(
            (width * (-0.396 + 0.072 * i), thick, depth * (-0.3 + 0.1 * j)),
            (width * 0.058, 0.002, depth * 0.078),
            (0.12, 0.12, 0.13),
        )
        for j in range(4)
        for i in range(12)
    ]
    space = box((0, thick, depth * 0.1), (width * 0.4, 0.002, depth * 0.078), (0.12, 0.12, 0.13))
    return concat_shapes(
        box((0, thick / 2, 0), (width, thick, depth), casing, metal),
        *keys,
        space,
        box((0, thick, depth * 0.32), (width * 0.36, 0.001, depth * 0.24), darker(casing, 0.85), metal),
    )


@register("the lid with its screen")
def lid(*, width, depth, thick, casing, desktop):
    glow = {"emission": 0.45, "roughness": 0.15}
    icons = [
        box(
            (-width * 0.38, depth * (0.82 - 0.16 * i), thick * 0.5 + 0.002),
            (width * 0.05, depth * 0.07, 0.001),
            tone,
            glow,
        )
        for i, tone in enumerate(((0.95, 0.75, 0.35), (0.5, 0.85, 0.55), (0.9, 0.45, 0.4)))
    ]
    return concat_shapes(
        box((0, depth / 2, 0), (width, depth, thick), casing, {"metallic": 0.5, "roughness": 0.4}),
        box((0, depth * 0.5, thick * 0.5), (width * 0.97, depth * 0.95, 0.001), (0.05, 0.05, 0.06)),
        box((0, depth * 0.52, thick * 0.5 + 0.001), (width * 0.92, depth * 0.84, 0.001), desktop, glow),
        box(
            (width * 0.1, depth * 0.55, thick * 0.5 + 0.002),
            (width * 0.56, depth * 0.54, 0.001),
            (0.95, 0.96, 0.97),
            glow,
        ),
        *[
            box(
                (width * 0.1, depth * (0.72 - 0.08 * i), thick * 0.5 + 0.003),
                (width * (0.46 - 0.05 * (i % 2)), depth * 0.025, 0.001),
                (0.4, 0.44, 0.5),
            )
            for i in range(5)
        ],
        *icons,
    )


@register("an open laptop with keys, touchpad and a lit screen")
def laptop(*, width=0.33, depth=0.3, height=0.23, casing=(0.72, 0.73, 0.75), desktop=(0.25, 0.5, 0.75), closed=False):
    thick, deep = 0.016, depth * 0.77
    if closed:
        logo = ellipsoid((0, thick * 1.42, 0), (width * 0.05, 0.0005, width * 0.05), tinted(casing, 1.25))
        return concat_shapes(
            library_call("base", width=width, depth=deep, thick=thick, casing=casing),
            box((0, thick * 1.2, 0), (width, thick * 0.4, deep), casing, {"metallic": 0.5, "roughness": 0.4}),
            logo,
        )
    tilt = rotation_matrix(math.radians(-18), (1, 0, 0), (0, 0, 0))
    screen = transform_shape(
        library_call(
            "lid",
            width=width,
            depth=(height - thick) / math.cos(math.radians(18)),
            thick=0.008,
            casing=casing,
            desktop=desktop,
        ),
        translation_matrix((0, thick, -deep / 2 + 0.004)) @ tilt,
    )
    whole = concat_shapes(library_call("base", width=width, depth=deep, thick=thick, casing=casing), screen)
    return fitted(whole, None, height, depth)
