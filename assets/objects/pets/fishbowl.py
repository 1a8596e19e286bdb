# /// asset
# word = "fishbowl"
# synonyms = ["fish bowl", "goldfish bowl", "round fish tank", "bowl with a goldfish"]
# category = "pets"
# support = "surface"
# colors = ["fish_color", "gravel"]
# ///
import math

import numpy as np

from scene.language import *
from scene.language.modelling import ellipsoid, fitted, hoop, moved, rod, tinted, tube


@register("the bowl of water")
def bowl_part():
    glass = ((0.86, 0.95, 0.97), {"opacity": 0.16, "roughness": 0.03})
    return concat_shapes(
        ellipsoid((0, 0.118, 0), (0.13, 0.115, 0.13), *glass),
        ellipsoid((0, 0.108, 0), (0.122, 0.1, 0.122), (0.55, 0.8, 0.92), {"opacity": 0.18, "roughness": 0.03}),
        rod((0, 0, 0), (0, 0.012, 0), 0.07, *glass),
        hoop(0.062, 0.006, (0.8, 0.92, 0.95), {"opacity": 0.6, "roughness": 0.05}, center=(0, 0.222, 0), parts=28),
        hoop(0.093, 0.0025, (0.8, 0.93, 0.97), {"opacity": 0.6}, center=(0, 0.198, 0), parts=28),
    )


@register("the gravel and the plant")
def ground(*, gravel):
    rng = np.random.default_rng(1)
    stones = []
    for _ in range(70):
        a, r = rng.uniform(0, 2 * math.pi), 0.075 * math.sqrt(rng.uniform())
        tone = tinted(gravel, rng.uniform(0.7, 1.3)) if rng.uniform() < 0.75 else (0.95, 0.93, 0.88)
        stones.append(
            ellipsoid((r * math.cos(a), rng.uniform(0.022, 0.04), r * math.sin(a)), (0.011, 0.008, 0.01), tone)
        )
    weed = [
        tube(
            [
                (-0.04 + 0.012 * k + 0.008 * math.sin(y * 60 + k), y, -0.04 + 0.006 * (k % 2))
                for y in np.linspace(0.035, 0.13 + 0.012 * (k % 3), 9)
            ],
            0.0038,
            (0.15, 0.5 + 0.06 * (k % 3), 0.2),
        )
        for k in range(6)
    ]
    return concat_shapes(rod((0, 0.012, 0), (0, 0.03, 0), 0.07, tinted(gravel, 0.8)), *stones, *weed)


@register("the goldfish")
def goldfish(*, fish_color):
    pale = tinted(fish_color, 1.3)
    fins = [
        moved(ellipsoid((0, 0, 0), (0.026, 0.011, 0.003), pale), (-0.052, s * 0.012, 0), -s * 0.55, (0, 0, 1))
        for s in (-1, 1)
    ]
    return concat_shapes(
        ellipsoid((0, 0, 0), (0.038, 0.023, 0.017), fish_color, {"roughness": 0.25}),
        ellipsoid((-0.032, 0, 0), (0.02, 0.011, 0.007), fish_color),
        *fins,
        ellipsoid((-0.002, 0.024, 0), (0.02, 0.01, 0.0025), pale),
        *[ellipsoid((0.006, -0.008, s * 0.017), (0.013, 0.007, 0.003), pale) for s in (-1, 1)],
        *[ellipsoid((0.024, 0.006, s * 0.0125), (0.0055, 0.0055, 0.0035), (0.97, 0.97, 0.95)) for s in (-1, 1)],
        *[ellipsoid((0.0255, 0.006, s * 0.0155), (0.003, 0.003, 0.002), (0.05, 0.05, 0.05)) for s in (-1, 1)],
        ellipsoid((0.037, -0.003, 0), (0.004, 0.004, 0.005), tinted(fish_color, 0.75)),
    )


@register("a round glass bowl with a goldfish, gravel and a plant")
def fishbowl(*, width=0.26, height=0.235, depth=0.26, fish_color=(0.98, 0.45, 0.06), gravel=(0.35, 0.55, 0.75)):
    whole = concat_shapes(
        library_call("ground", gravel=gravel),
        moved(library_call("goldfish", fish_color=fish_color), (0.015, 0.115, 0.03), 0.35),
        library_call("bowl_part"),
    )
    return fitted(whole, width, height, depth)
