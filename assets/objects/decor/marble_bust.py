# /// asset
# word = "marble bust"
# synonyms = ["bust", "bust sculpture", "bust statue", "roman bust", "plaster bust", "stone bust", "head sculpture", "greek bust",
#   "portrait bust"]
# category = "decor"
# support = "surface"
# colors = ["paint"]
# materials = ["stone"]
# ///
import math

from scene.language import *
from scene.language.modelling import box, darker, ellipsoid, finish, fitted, lathe, moved, tube


@register("the turned foot")
def foot(*, look):
    return concat_shapes(
        box((0, 0.01, 0), (0.15, 0.02, 0.15), *look),
        lathe(
            [(0.07, 0.02), (0.066, 0.035), (0.045, 0.05), (0.04, 0.07), (0.055, 0.085), (0.06, 0.095)], *look, slices=30
        ),
    )


@register("the chest and shoulders with their drapery")
def chest(*, look):
    folds = [
        tube(
            [
                (-0.165 + 0.022 * k, 0.245 + 0.004 * k, 0.035 + 0.008 * k),
                (-0.09 + 0.022 * k, 0.185 + 0.006 * k, 0.083),
                (0.0 + 0.02 * k, 0.125 + 0.012 * k, 0.093 - 0.004 * k),
            ],
            0.006,
            *look,
        )
        for k in range(5)
    ]
    return concat_shapes(
        ellipsoid((0, 0.17, 0), (0.115, 0.09, 0.085), *look),
        ellipsoid((0, 0.215, -0.005), (0.175, 0.06, 0.085), *look),
        *[ellipsoid((s * 0.14, 0.215, -0.005), (0.06, 0.062, 0.068), *look) for s in (-1, 1)],
        *[ellipsoid((s * 0.055, 0.2, 0.05), (0.055, 0.05, 0.04), *look) for s in (-1, 1)],
        *folds,
    )


@register("the neck and the face")
def face(*, look):
    dark = (darker(look[0], 0.82), look[1])
    return concat_shapes(
        moved(lathe([(0.068, 0), (0.052, 0.04), (0.05, 0.1)], *look, slices=18), (0, 0.25, -0.01)),
        ellipsoid((0, 0.425, 0.0), (0.075, 0.105, 0.09), *look),
        ellipsoid((0, 0.375, 0.03), (0.055, 0.055, 0.055), *look),
        ellipsoid((0, 0.338, 0.062), (0.026, 0.02, 0.022), *look),
        moved(ellipsoid((0, 0, 0), (0.0125, 0.036, 0.02), *look), (0, 0.42, 0.09), 0.22, (-1, 0, 0)),
        ellipsoid((0, 0.394, 0.1), (0.017, 0.011, 0.015), *look),
        ellipsoid((0, 0.372, 0.085), (0.022, 0.0055, 0.01), *dark),
        ellipsoid((0, 0.364, 0.083), (0.02, 0.0065, 0.011), *look),
        *[ellipsoid((s * 0.03, 0.432, 0.077), (0.017, 0.0095, 0.011), *look) for s in (-1, 1)],
        *[
            tube([(s * 0.012, 0.449, 0.088), (s * 0.032, 0.456, 0.082), (s * 0.052, 0.447, 0.066)], 0.0068, *look)
            for s in (-1, 1)
        ],
        *[ellipsoid((s * 0.043, 0.4, 0.06), (0.024, 0.03, 0.025), *look) for s in (-1, 1)],
        *[ellipsoid((s * 0.077, 0.42, 0.0), (0.011, 0.03, 0.02), *dark) for s in (-1, 1)],
    )


@register("the curled hair")
def hair(*, look):
    curls = []
    for row in range(6):
        up = 0.15 + 0.27 * row
        r = 0.085 * math.cos(up)
        y = 0.455 + 0.085 * math.sin(up)
        count = max(5, round(2 * math.pi * r / 0.034))
        for i in range(count):
            a = 2 * math.pi * (i + 0.5 * (row % 2)) / count
            x, z = r * math.cos(a), r * 1.15 * math.sin(a) - 0.008
            if z > 0.055 and row < 1:
                continue
            curls.append(
                ellipsoid((x, y, z), (0.021, 0.018, 0.021), darker(look[0], 0.96 if (i + row) % 2 else 0.88), look[1])
            )
    back = ellipsoid((0, 0.43, -0.03), (0.078, 0.1, 0.072), darker(look[0], 0.92), look[1])
    for i in range(9):
        a = math.pi * (1.08 + 0.84 * i / 8)
        curls += [
            ellipsoid(
                (0.08 * math.cos(a), 0.43 - 0.032 * k, 0.085 * math.sin(a) - 0.01),
                (0.021, 0.02, 0.021),
                darker(look[0], 0.9),
                look[1],
            )
            for k in range(3)
        ]
    return concat_shapes(back, *curls)


@register("a marble bust with curled hair on a turned foot")
def marble_bust(*, width=0.4, height=0.56, depth=0.22, stone="marble", paint=None):
    look = finish(stone, paint)
    whole = concat_shapes(*[library_call(part, look=look) for part in ("foot", "chest", "face", "hair")])
    return fitted(whole, width, height, depth)
