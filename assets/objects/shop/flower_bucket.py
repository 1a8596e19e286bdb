# /// asset
# word = "flower bucket"
# synonyms = [
#     "bucket of flowers", "bucket of cut flowers", "bucket of tulips", "bucket of roses", "bucket of sunflowers",
#     "bucket of daisies", "bucket of bouquets", "bucket of lavender", "pail of flowers", "flower pail", "flower bin",
#     "bucket of fresh flowers", "bucket of wildflowers", "basket of flowers", "basket of roses", "basket of tulips",
#     "crate of flowers", "tub of flowers", "bucket of blooms", "bucket of lilies", "bucket of carnations",
# ]
# category = "shop"
# support = "floor"
# colors = ["petals", "second", "paint"]
# materials = ["body"]
# [variants.kind]
# "tulip" = "tulip"
# "tulips" = "tulip"
# "rose" = "rose"
# "roses" = "rose"
# "sunflower" = "sunflower"
# "sunflowers" = "sunflower"
# "daisy" = "daisy"
# "daisies" = "daisy"
# "lavender" = "lavender"
# ///
import math

import numpy as np

from scene.language import *
from scene.language.modelling import darker, ellipsoid, finish, fitted, moved, ring, rod, rotated, round_wall


@register("the tall florist's bucket")
def tall_bucket(*, radius, height, look):
    return concat_shapes(
        rod((0, 0, 0), (0, height * 0.04, 0), radius * 0.72, *look),
        round_wall((radius * 0.74, 0), (radius, height), radius * 0.04, *look, panels=36),
        ring((0, height, 0), radius * 0.99, 0.006, darker(look[0], 0.85), look[1], parts=30),
        ring((0, height * 0.62, 0), radius * 0.91, 0.004, darker(look[0], 0.85), look[1], parts=30),
        rod((0, height * 0.7, 0), (0, height * 0.82, 0), radius * 0.88, *surface("water")),
        *[ellipsoid((s * radius, height * 0.86, 0), (0.014, 0.026, 0.03), *surface("steel")) for s in (-1, 1)],
    )


def petal_ring(count, reach, size, lift, lean, color):
    """Petals about a stalk's end; `lean` turns them from flat to upright."""
    return [
        rotated(moved(ellipsoid((0, 0, 0), size, color), (reach, lift, 0), lean, (0, 0, 1)), 2 * math.pi * k / count)
        for k in range(count)
    ]


@register("the head of a flower")
def bloom(*, kind, radius, color):
    r = radius
    if kind == "tulip":
        return concat_shapes(
            ellipsoid((0, r * 0.5, 0), (r * 0.5, r * 0.75, r * 0.5), color),
            *petal_ring(5, r * 0.32, (r * 0.2, r * 0.8, r * 0.36), r * 0.6, 0.12, darker(color, 0.9)),
        )
    if kind == "lavender":
        return concat_shapes(
            *[
                ellipsoid((0, r * 0.55 * k, 0), (r * (0.34 - 0.04 * k), r * 0.34, r * (0.34 - 0.04 * k)), color)
                for k in range(5)
            ]
        )
    if kind in ("sunflower", "daisy"):
        heart = ((0.28, 0.16, 0.07), 0.55) if kind == "sunflower" else ((0.96, 0.78, 0.2), 0.34)
        return concat_shapes(
            ellipsoid((0, r * 0.08, 0), (r * heart[1], r * 0.22, r * heart[1]), heart[0], {"roughness": 0.95}),
            *petal_ring(14, r * 0.72, (r * 0.42, r * 0.05, r * 0.16), 0, 0.15, color),
        )
    return concat_shapes(
        ellipsoid((0, r * 0.3, 0), (r * 0.42, r * 0.42, r * 0.42), darker(color, 0.75)),
        *petal_ring(6, r * 0.55, (r * 0.42, r * 0.13, r * 0.42), r * 0.15, 0.55, color),
        *petal_ring(5, r * 0.32, (r * 0.34, r * 0.12, r * 0.34), r * 0.4, 0.95, darker(color, 0.9)),
    )


@register("a bucket full of cut flowers")
def flower_bucket(
    *, width=0.42, height=0.68, depth=0.42, petals=None, second=None, paint=None, body="galvanized steel", kind="mixed"
):
    chance = np.random.default_rng(4)
    first, other = {
        "mixed": ((0.92, 0.4, 0.55), (0.98, 0.8, 0.3)),
        "tulip": ((0.86, 0.18, 0.3), (0.98, 0.72, 0.2)),
        "rose": ((0.8, 0.1, 0.18), (0.93, 0.55, 0.6)),
        "sunflower": ((0.98, 0.75, 0.1), (0.98, 0.7, 0.08)),
        "daisy": ((0.97, 0.97, 0.95), (0.97, 0.97, 0.95)),
        "lavender": ((0.55, 0.42, 0.75), (0.48, 0.36, 0.7)),
    }[kind]
    tones = (petals or first, second or petals or other, petals or first)
    parts = [library_call("tall_bucket", radius=0.14, height=0.36, look=finish(body, paint))]
    rings = ((1, 0.0, 0.63), (6, 0.085, 0.6), (10, 0.155, 0.53))
    for number, (count, reach, top) in enumerate(rings):
        for k in range(count):
            angle = 2 * math.pi * (k + 0.5 * number) / count + chance.uniform(-0.15, 0.15)
            high = top + chance.uniform(-0.025, 0.025)
            x, z = reach * math.cos(angle), reach * math.sin(angle)
            parts.append(rod((x * 0.35, 0.06, z * 0.35), (x, high, z), 0.004, (0.28, 0.48, 0.2)))
            leaf = ellipsoid((0.03, 0, 0), (0.06, 0.006, 0.02), (0.25, 0.45 + 0.06 * (k % 2), 0.18))
            parts.append(moved(rotated(rotated(leaf, 0.6, (0, 0, 1)), -angle), (x * 0.8, high - 0.13, z * 0.8)))
            small = 0.62 if kind in ("daisy", "lavender") else 1.0
            head = library_call("bloom", kind=kind, radius=0.05 * small + 0.012, color=tones[(k + number) % 3])
            tilted = rotated(head, 0.25 + 3.4 * reach, (math.sin(angle), 0, -math.cos(angle)))
            parts.append(moved(tilted, (x, high, z)))
    return fitted(concat_shapes(*parts), width, height, depth)
