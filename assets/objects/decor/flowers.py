# /// asset
# word = "flowers"
# synonyms = [
#     "vase of flowers", "flower vase", "flower", "bouquet", "fresh flowers", "jar of flowers", "flower arrangement",
#     "vase with flowers", "bunch of flowers", "bouquet of flowers", "wildflowers", "cut flowers", "tulip", "tulips",
#     "rose", "roses", "sunflower", "sunflowers", "daisy", "daisies", "bouquet of roses", "vase of tulips",
#     "vase of roses",
# ]
# stands_for = [
#     "lily", "lilies", "hydrangea", "hydrangeas", "lavender", "carnation", "carnations", "dried flowers",
#     "daffodils", "daffodil", "chrysanthemums", "blossoms", "lotus", "iris", "irises", "dahlias",
#     "eucalyptus branches", "peony", "peonies",
# ]
# category = "decor"
# support = "surface"
# colors = ["petals", "second", "leaf"]
# materials = ["vessel"]
# [variants.kind]
# "tulip" = "tulip"
# "tulips" = "tulip"
# "rose" = "rose"
# "roses" = "rose"
# "sunflower" = "sunflower"
# "sunflowers" = "sunflower"
# "daisy" = "daisy"
# "daisies" = "daisy"
# ///
import math

import numpy as np

from scene.language import *
from scene.language.modelling import darker, ellipsoid, moved, rod, rotated, round_wall


@register("the vase with water")
def glass_vase(*, radius, height, vessel):
    color, clear = surface(vessel)
    return concat_shapes(
        rod((0, 0, 0), (0, height * 0.6, 0), radius * 0.94, *surface("water")),
        round_wall(
            (radius * 0.95, 0),
            (radius, height),
            radius * 0.07,
            color,
            clear | {"opacity": min(clear["opacity"], 0.9)},
            panels=28,
        ),
    )


@register("one flower: a heart inside a ring of petals")
def blossom(*, radius, petals):
    inner = darker(petals, 0.8)

    def petal(i, ring):
        angle = i * math.pi * 2 / 6 + ring * 0.5
        reach, lift = (0.58, 0.0) if ring == 0 else (0.3, 0.28)
        return rotated(
            moved(
                ellipsoid((0, 0, 0), (radius * 0.45, radius * 0.16, radius * 0.36), petals if ring == 0 else inner),
                (radius * reach, radius * lift, 0),
                0.5 + 0.45 * ring,
                (0, 0, 1),
            ),
            angle,
        )

    return concat_shapes(
        loop(6, lambda i: petal(i, 0)),
        loop(4, lambda i: petal(i * 1.5, 1)),
        ellipsoid((0, radius * 0.3, 0), (radius * 0.2,) * 3, (0.96, 0.8, 0.3)),
    )


def around(shape, reach, lift, lean, angle):
    """A petal that leans out of the upright by `lean`, `reach` from the axis and `lift` high, turned to `angle`."""
    return rotated(moved(shape, (reach, lift, 0), -lean, (0, 0, 1)), angle)


@register("a tulip: a closed cup of six petals")
def tulip(*, radius, petals):
    deep = darker(petals, 0.85)
    return concat_shapes(
        *[
            around(
                ellipsoid(
                    (0, radius * 0.75, 0), (radius * 0.13, radius * 0.8, radius * 0.4), deep if i % 2 else petals
                ),
                radius * 0.3,
                radius * 0.1,
                -0.08 if i % 2 else 0.06,
                i * math.pi / 3,
            )
            for i in range(6)
        ],
        ellipsoid((0, radius * 0.45, 0), (radius * 0.4, radius * 0.5, radius * 0.4), deep),
    )


@register("a rose: rings of round petals about a bud")
def rose(*, radius, petals):
    rings = ((0.66, 0.12, 0.85, 6), (0.5, 0.3, 0.5, 5), (0.32, 0.45, 0.28, 4), (0.16, 0.55, 0.12, 3))
    return concat_shapes(
        *[
            around(
                ellipsoid((0, 0, 0), (radius * 0.1, radius * 0.42, radius * 0.42), darker(petals, 1 - 0.1 * k)),
                radius * reach,
                radius * (lift + 0.25),
                lean,
                2 * math.pi * i / count + 0.6 * k,
            )
            for k, (reach, lift, lean, count) in enumerate(rings)
            for i in range(count)
        ],
        ellipsoid((0, radius * 0.45, 0), (radius * 0.4, radius * 0.5, radius * 0.4), darker(petals, 0.7)),
    )


@register("a flower of slim petals about a broad disc")
def rayed(*, radius, petals, disc, share, count):
    return concat_shapes(
        *[
            around(
                ellipsoid((0, radius * 0.45, 0), (radius * 0.04, radius * 0.55, radius * 0.15), petals),
                radius * share * 0.8,
                0,
                1.35 + 0.12 * (i % 2),
                2 * math.pi * i / count,
            )
            for i in range(count)
        ],
        ellipsoid((0, radius * 0.06, 0), (radius * share, radius * 0.22, radius * share), disc, {"roughness": 0.95}),
    )


def head_of(kind, radius, petals):
    if kind == "sunflower":
        return library_call("rayed", radius=radius * 1.15, petals=petals, disc=(0.3, 0.18, 0.09), share=0.52, count=22)
    if kind == "daisy":
        return library_call("rayed", radius=radius * 0.9, petals=petals, disc=(0.97, 0.78, 0.2), share=0.3, count=18)
    if kind in ("tulip", "rose"):
        return library_call(kind, radius=radius * 0.8, petals=petals)
    return library_call("blossom", radius=radius, petals=petals)


@register("a stalk with its leaf")
def stalk(*, start, end, leaf):
    middle = tuple(s + (e - s) * 0.6 for s, e in zip(start, end, strict=True))
    angle = math.atan2(-(end[2] - start[2]), end[0] - start[0])
    blade = moved(rotated(ellipsoid((0.03, 0, 0), (0.04, 0.004, 0.013), leaf), 0.5, (0, 0, 1)), middle, angle)
    return concat_shapes(rod(start, end, 0.0028, leaf), blade)


@register("a glass vase with a bouquet of fresh flowers")
def flowers(
    *,
    width=0.3,
    height=0.42,
    petals=None,
    second=None,
    leaf=(0.3, 0.5, 0.22),
    vessel="glass",
    kind="mixed",
):
    first, other = {
        "mixed": ((0.9, 0.35, 0.45), (0.97, 0.82, 0.35)),
        "tulip": ((0.88, 0.22, 0.3), (0.97, 0.78, 0.3)),
        "rose": ((0.78, 0.1, 0.16), (0.78, 0.1, 0.16)),
        "sunflower": ((0.98, 0.76, 0.12), (0.98, 0.76, 0.12)),
        "daisy": ((0.97, 0.97, 0.95), (0.97, 0.97, 0.95)),
    }[kind]
    tones = (petals or first, second or petals or other)
    rim, bloom = height * 0.46, width * 0.15
    heads = [(0.0, 0.0, 0.9, 0)] + [
        (0.62 * math.cos(i * 1.257 + 0.4), 0.62 * math.sin(i * 1.257 + 0.4), 0.7 if i % 2 else 0.78, i % 2)
        for i in range(5)
    ]
    parts = [library_call("glass_vase", radius=width * 0.17, height=rim, vessel=vessel)]
    for x, side, y, tint in heads:
        at = np.array((x * width * 0.56, y * height, side * width * 0.56))
        parts.append(
            library_call(
                "stalk", start=(x * width * 0.05, height * 0.04, side * width * 0.05), end=tuple(at), leaf=leaf
            )
        )
        lean = rotation_matrix(0.65 * math.hypot(x, side), (side, 0.0001, -x), (0, 0, 0))
        parts.append(transform_shape(head_of(kind, bloom, tones[tint]), translation_matrix(at) @ lean))
    whole = concat_shapes(*parts)
    low, high = compute_shape_min(whole), compute_shape_max(whole)
    fit = scale_matrix((width / (high[0] - low[0]), height / high[1], width / (high[2] - low[2])), (0, 0, 0))
    return transform_shape(whole, fit @ translation_matrix((-(low[0] + high[0]) / 2, 0, -(low[2] + high[2]) / 2)))
