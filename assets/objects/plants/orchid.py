# /// asset
# word = "orchid"
# synonyms = ["orchids", "potted orchid", "orchid plant", "orchid in a pot", "phalaenopsis", "moth orchid"]
# category = "plants"
# support = "surface"
# colors = ["petals", "pot", "leaf"]
# ///
import math

import numpy as np

from scene.language import *
from scene.language.modelling import (
    box,
    darker,
    ellipsoid,
    fitted,
    lathe,
    moved,
    rod,
    rotated,
    round_wall,
    stretched,
    tube,
)


@register("the pot with bark")
def orchid_pot(*, pot):
    bark = [
        moved(
            box((0, 0, 0), (0.02, 0.008, 0.012), (0.33, 0.22 + 0.02 * (k % 3), 0.14)),
            (
                0.045 * math.sqrt((k * 0.31) % 1) * math.cos(2.4 * k),
                0.108,
                0.045 * math.sqrt((k * 0.31) % 1) * math.sin(2.4 * k),
            ),
            k,
        )
        for k in range(24)
    ]
    return concat_shapes(
        rod((0, 0, 0), (0, 0.006, 0), 0.047, pot, {"roughness": 0.15}),
        round_wall((0.046, 0.004), (0.064, 0.115), 0.005, pot, {"roughness": 0.15}, panels=40),
        lathe([(0.043, 0.006), (0.058, 0.104)], (0.3, 0.2, 0.13), {"roughness": 0.95}, slices=10),
        *bark,
    )


@register("the broad leaves")
def orchid_leaves(*, leaf):
    def blade(turn, reach, rise):
        segments = [
            ellipsoid(
                (reach * t, rise * math.sin(2.4 * t) + 0.115, 0),
                (reach * 0.2, 0.006, 0.028 * math.sin(math.pi * (0.15 + 0.8 * t)) + 0.004),
                leaf,
                {"roughness": 0.35},
            )
            for t in np.linspace(0.05, 1, 9)
        ]
        return rotated(concat_shapes(*segments), turn)

    return concat_shapes(
        *[
            blade(a, r, h)
            for a, r, h in (
                (0.3, 0.15, 0.04),
                (2.2, 0.13, 0.055),
                (3.5, 0.155, 0.035),
                (5.2, 0.13, 0.06),
                (1.2, 0.09, 0.07),
            )
        ]
    )


@register("one flower, facing its viewer")
def orchid_flower(*, petals):
    soft, lip = {"roughness": 0.6}, darker(petals, 0.6)
    sepals = [
        rotated(ellipsoid((0, 0.019, 0), (0.0105, 0.02, 0.0025), darker(petals, 0.92), soft), a, (0, 0, 1))
        for a in (0.0, 2.2, -2.2)
    ]
    wings = [
        rotated(ellipsoid((0, 0.018, 0.002), (0.0185, 0.019, 0.0025), petals, soft), a, (0, 0, 1))
        for a in (1.25, -1.25)
    ]
    return concat_shapes(
        *sepals,
        *wings,
        ellipsoid((0, -0.006, 0.007), (0.007, 0.009, 0.006), lip),
        ellipsoid((0, 0.001, 0.006), (0.0045, 0.0045, 0.005), (0.97, 0.85, 0.4)),
    )


@register("an arching spray on its stake")
def spray(*, side, petals):
    stem = (0.3, 0.42, 0.2)
    line = [(side * (0.012 + 0.02 * t), 0.11 + 0.36 * t, 0.012 * t) for t in np.linspace(0, 1, 5)]
    line += [
        (side * (0.032 + 0.15 * math.sin(a)), 0.47 + 0.06 * math.sin(2 * a), 0.012 + 0.05 * a)
        for a in np.linspace(0.15, 1.35, 8)
    ]
    flowers = []
    for k, (x, y, z) in enumerate(line[5:]):
        flowers.append(rod((x, y, z), (x, y - 0.018, z + 0.02), 0.0014, stem))
        grown = stretched(library_call("orchid_flower", petals=petals), 1.05 - 0.06 * k)
        flowers.append(moved(rotated(grown, 0.25, (1, 0, 0)), (x, y - 0.02, z + 0.022), side * (0.25 + 0.25 * (k % 2))))
    tip = line[-1]
    return concat_shapes(
        tube(line, 0.0022, stem),
        rod((side * 0.02, 0.1, -0.006), (side * 0.034, 0.46, 0.004), 0.0016, (0.55, 0.42, 0.25)),
        *flowers,
        *[
            ellipsoid(
                (tip[0] + side * 0.006 * k, tip[1] - 0.01 * k, tip[2]), (0.006 - 0.001 * k,) * 3, darker(petals, 0.8)
            )
            for k in (1, 2)
        ],
    )


@register("a potted orchid with two arching sprays of flowers")
def orchid(
    *, width=0.42, height=0.55, depth=0.32, petals=(0.88, 0.45, 0.72), pot=(0.95, 0.95, 0.93), leaf=(0.22, 0.42, 0.2)
):
    low = transform_shape(library_call("spray", side=-1, petals=petals), scale_matrix((1, 0.84, 1), (0, 0.11, 0)))
    whole = concat_shapes(
        library_call("orchid_pot", pot=pot),
        library_call("orchid_leaves", leaf=leaf),
        library_call("spray", side=1, petals=petals),
        low,
    )
    return fitted(whole, width, height, depth)
