# /// asset
# word = "TV"
# synonyms = [
#     "television", "flat screen TV", "flatscreen", "television set", "screen", "smart TV", "OLED TV", "TV screen",
#     "large screen", "display screen", "telly", "tv set",
# ]
# category = "electronics"
# support = "surface"
# colors = ["casing", "picture"]
# [variants.mount]
# "wall mounted" = "wall"
# "floating" = "wall"
# "on a stand" = "feet"
# [variants.curved]
# "curved" = true
# ///
import math

from scene.language import *
from scene.language.modelling import box, darker, ellipsoid, moved, stretched, tinted


@register("the panel with a picture on it")
def panel(*, width, height, thick, casing, picture, curved):
    glow = {"emission": 0.5, "roughness": 0.15}
    bar = height * 0.022
    inside, tall = width - 2 * bar, height - 2.6 * bar
    if curved:
        count, sweep = 13, 0.42
        radius = width / sweep / 1.0

        def strip(i):
            angle = sweep * ((i + 0.5) / count - 0.5)
            step = width / count
            at = translation_matrix((radius * math.sin(angle), 0, radius * (1 - math.cos(angle)))) @ rotation_matrix(
                -angle, (0, 1, 0), (0, 0, 0)
            )
            pieces = [
                box((0, height / 2, 0), (step * 1.02, height, thick), casing, {"roughness": 0.3}),
                box(
                    (0, height / 2 + bar * 0.3, thick / 2),
                    (step * (1.015 if 0 < i < count - 1 else 0.9), tall, 0.002),
                    picture,
                    glow,
                ),
                box(
                    (0, height * 0.24, thick / 2 + 0.002),
                    (step * (1.015 if 0 < i < count - 1 else 0.9), tall * 0.42, 0.002),
                    darker(picture, 0.5),
                    glow,
                ),
                box(
                    (0, height * 0.86, thick / 2 + 0.002),
                    (step * (1.015 if 0 < i < count - 1 else 0.9), tall * 0.22, 0.002),
                    tinted(picture, 1.4),
                    glow,
                ),
            ]
            return transform_shape(concat_shapes(*pieces), at)

        return loop(count, strip)
    front, low = thick / 2 + 0.0005, height * 0.5 - tall / 2 + bar * 0.3

    def band(y, tall_share, tone, layer=0):
        return box(
            (0, low + tall * (y + tall_share / 2), front + 0.0004 * layer),
            (inside - 0.0006 * layer, tall * tall_share - 0.0004 * layer, 0.001),
            tone,
            glow,
        )

    hills = [
        ellipsoid((x * inside, low + tall * y, front + 0.0004 * (k + 1)), (w * inside, tall * h, 0.001), tone, glow)
        for k, (x, y, w, h, tone) in enumerate(
            (
                (-0.22, 0.34, 0.26, 0.2, (0.2, 0.42, 0.42)),
                (0.2, 0.32, 0.28, 0.14, (0.16, 0.36, 0.36)),
                (0.28, 0.7, 0.045, 0.08, (1.0, 0.9, 0.6)),
            )
        )
    ]
    return concat_shapes(
        box((0, height / 2, 0), (width, height, thick), casing, {"roughness": 0.3}),
        band(0.0, 1.0, picture),
        band(0.72, 0.28, tinted(picture, 1.25), 1),
        *hills,
        band(0.0, 0.34, (0.12, 0.3, 0.2), 6),
        box((0, bar * 0.7, front), (width * 0.05, bar * 0.35, 0.001), (0.5, 0.5, 0.52)),
    )


@register("a foot")
def foot(*, depth, height, casing):
    legs = [
        moved(
            box((0, 0, 0), (0.022, height * 1.15, 0.02), casing),
            (0, height * 0.5, side * depth * 0.22),
            -side * math.atan2(depth * 0.45, height),
            (1, 0, 0),
        )
        for side in (-1, 1)
    ]
    return concat_shapes(box((0, 0.006, 0), (0.03, 0.012, depth), casing), *legs)


@register("the wall bracket")
def bracket(*, width, height, depth, casing):
    return concat_shapes(
        box((0, height * 0.5, 0), (width * 0.3, height * 0.4, depth), casing),
        box((0, height * 0.5, -depth * 0.3), (width * 0.4, height * 0.12, depth * 0.4), casing),
    )


@register("a wide flat television on two feet")
def tv(
    *,
    width=1.23,
    height=0.76,
    depth=0.24,
    casing=(0.08, 0.08, 0.09),
    picture=(0.25, 0.5, 0.75),
    mount="feet",
    curved=False,
):
    thick = 0.04
    if mount == "wall":
        depth, rise = min(depth, 0.085 if not curved else 0.18), 0.0
    else:
        rise = height * 0.085
    screen = library_call(
        "panel", width=width, height=height - rise, thick=thick, casing=casing, picture=picture, curved=curved
    )
    low, high = compute_shape_min(screen), compute_shape_max(screen)
    screen = stretched(moved(screen, (0, rise, -low[2] - thick / 2)), (width / (high[0] - low[0]), 1, 1))
    if mount == "wall":
        whole = concat_shapes(
            screen,
            moved(
                library_call("bracket", width=width, height=height, depth=0.045, casing=casing),
                (0, 0, -thick / 2 - 0.0225),
            ),
        )
    else:
        whole = concat_shapes(
            screen,
            *[
                place("foot", at=(side * width * 0.34, 0, 0), depth=depth, height=rise + 0.01, casing=casing)
                for side in (-1, 1)
            ],
        )
    return moved(whole, (0, 0, -compute_shape_center(whole)[2]))
