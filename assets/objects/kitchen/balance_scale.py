# /// asset
# word = "balance scale"
# synonyms = ["balance", "scales of justice", "beam balance", "apothecary scale", "pair of scales", "justice scale", "two-pan balance"]
# stands_for = ["jeweler scale", "analytical balance", "lab scale"]
# category = "kitchen"
# support = "surface"
# colors = ["paint"]
# materials = ["metal"]
# ///
import math

from scene.language import *
from scene.language.modelling import box, ellipsoid, finish, fitted, hoop, lathe, moved, rod, tube


@register("the pillar on its wooden base")
def balance_pillar(*, look):
    wood = surface("walnut")
    return concat_shapes(
        box((0, 0.012, 0), (0.24, 0.024, 0.14), *wood),
        box((0, 0.029, 0), (0.21, 0.012, 0.11), *wood),
        lathe(
            [(0.035, 0.035), (0.03, 0.045), (0.012, 0.06), (0.01, 0.2), (0.014, 0.21), (0.008, 0.22), (0.007, 0.36)],
            *look,
            slices=60,
        ),
        ellipsoid((0, 0.375, 0), (0.013, 0.017, 0.013), *look),
        rod((0, 0.345, -0.02), (0, 0.345, 0.02), 0.008, *look),
        moved(box((0, -0.05, 0.014), (0.004, 0.1, 0.002), *look), (0, 0.34, 0), 0.06, (0, 0, 1)),
        box((0, 0.245, 0.012), (0.07, 0.006, 0.004), *look),
    )


@register("the beam and the two pans on their chains")
def balance_beam(*, look):
    tilt = 0.06
    ends = [(s * 0.19 * math.cos(tilt), 0.345 + s * 0.19 * math.sin(tilt)) for s in (-1, 1)]
    parts = [
        tube(
            [
                (ends[0][0], ends[0][1], 0),
                (-0.09, 0.362, 0),
                (0, 0.352, 0),
                (0.09, 0.374, 0),
                (ends[1][0], ends[1][1], 0),
            ],
            0.006,
            *look,
        )
    ]
    for x, y in ends:
        low = y - 0.2
        parts.append(ellipsoid((x, y, 0), (0.009,) * 3, *look))
        for k in range(3):
            a = 2 * math.pi * k / 3 + 0.5
            parts.append(rod((x, y, 0), (x + 0.064 * math.cos(a), low + 0.012, 0.064 * math.sin(a)), 0.0015, *look))
        parts.append(moved(lathe([(0.02, 0.0), (0.05, 0.004), (0.068, 0.013)], *look, slices=12), (x, low, 0)))
        parts.append(moved(hoop(0.068, 0.0028, *look, parts=36), (x, low + 0.0135, 0)))
    x, y = ends[0]
    parts.append(rod((x - 0.015, y - 0.188, 0), (x - 0.015, y - 0.148, 0), 0.016, *look))
    parts.append(rod((x - 0.015, y - 0.15, 0), (x - 0.015, y - 0.138, 0), 0.007, *look))
    parts += [
        ellipsoid((ends[1][0] + dx, ends[1][1] - 0.183, dz), (0.013, 0.009, 0.012), (0.55, 0.6, 0.66))
        for dx, dz in ((0, 0), (0.02, 0.014), (-0.02, 0.01), (0.004, -0.022))
    ]
    return concat_shapes(*parts)


@register("a brass balance scale with two hanging pans")
def balance_scale(*, width=0.52, height=0.39, depth=0.14, metal="brass", paint=None):
    look = finish(metal, paint)
    return fitted(
        concat_shapes(library_call("balance_pillar", look=look), library_call("balance_beam", look=look)),
        width,
        height,
        depth,
    )
