# /// asset
# word = "banjo"
# synonyms = ["five-string banjo", "banjo on a stand", "bluegrass banjo"]
# category = "music"
# support = "floor"
# colors = ["wood_color"]
# ///
import math

from scene.language import *
from scene.language.modelling import box, darker, ellipsoid, fitted, hoop, moved, rod, tube


@register("the round pot with its skin and brackets")
def banjo_pot(*, wood_color):
    chrome = surface("chrome")
    brackets = []
    for i in range(20):
        a = 2 * math.pi * i / 20
        c, s = 0.151 * math.cos(a), 0.151 * math.sin(a)
        brackets.append(rod((c, s, -0.03), (c, s, 0.036), 0.003, *chrome))
        brackets.append(box((c, s, 0.0), (0.012, 0.012, 0.018), *chrome))
    return concat_shapes(
        rod((0, 0, -0.04), (0, 0, 0.03), 0.142, wood_color, {"roughness": 0.25}),
        rod((0, 0, -0.045), (0, 0, -0.04), 0.165, darker(wood_color), {"roughness": 0.25}),
        rod((0, 0, -0.04), (0, 0, -0.03), 0.165, wood_color, {"roughness": 0.25}),
        moved(hoop(0.146, 0.008, *chrome), (0, 0, 0.034), math.pi / 2, (1, 0, 0)),
        rod((0, 0, 0.03), (0, 0, 0.038), 0.14, (0.96, 0.94, 0.88), {"roughness": 0.7}),
        box((0, -0.05, 0.047), (0.07, 0.008, 0.018), *surface("maple")),
        box((0, -0.125, 0.043), (0.035, 0.05, 0.012), *chrome),
        *brackets,
    )


@register("the long neck with frets and pegs")
def banjo_neck(*, wood_color):
    ivory = (0.95, 0.92, 0.84)
    frets = [
        box((0, 0.16 + 0.56 * (1 - 0.5 ** (i / 9)) / 0.8, 0.0505), (0.042, 0.003, 0.003), *surface("steel"))
        for i in range(1, 19)
    ]
    dots = [rod((0, y, 0.049), (0, y, 0.0515), 0.006, ivory) for y in (0.3, 0.42, 0.52, 0.6)]
    pegs = [
        concat_shapes(
            rod((s * 0.03, y, 0.028), (s * 0.055, y, 0.028), 0.004, *surface("chrome")),
            ellipsoid((s * 0.06, y, 0.028), (0.012, 0.009, 0.007), ivory),
        )
        for s in (-1, 1)
        for y in (0.79, 0.84)
    ]
    fifth = concat_shapes(
        rod((-0.02, 0.46, 0.035), (-0.045, 0.46, 0.035), 0.004, *surface("chrome")),
        ellipsoid((-0.05, 0.46, 0.035), (0.011, 0.008, 0.007), ivory),
    )
    strings = [
        rod((0.007 * i, -0.11, 0.056), (0.007 * i, 0.76 if i > -2 else 0.46, 0.055), 0.0011, (0.86, 0.84, 0.78))
        for i in range(-2, 3)
    ]
    return concat_shapes(
        box((0, 0.45, 0.028), (0.045, 0.64, 0.034), wood_color, {"roughness": 0.3}),
        box((0, 0.45, 0.047), (0.044, 0.63, 0.004), (0.1, 0.07, 0.06)),
        box((0, 0.82, 0.026), (0.07, 0.14, 0.024), wood_color, {"roughness": 0.3}),
        box((0, 0.82, 0.0395), (0.062, 0.13, 0.003), (0.1, 0.07, 0.06)),
        *frets,
        *dots,
        *pegs,
        fifth,
        *strings,
    )


@register("the folding stand")
def banjo_stand():
    steel = ((0.12, 0.12, 0.13), {"roughness": 0.4})
    return concat_shapes(
        *[tube([(0, 0.32, -0.09), (s * 0.18, 0.012, 0.13)], 0.011, *steel) for s in (-1, 1)],
        tube([(0, 0.32, -0.09), (0, 0.012, -0.2)], 0.011, *steel),
        *[
            tube(
                [(0, 0.18, -0.09), (s * 0.09, 0.13, 0.02), (s * 0.09, 0.13, 0.11), (s * 0.09, 0.16, 0.12)],
                0.012,
                *steel,
            )
            for s in (-1, 1)
        ],
    )


@register("a banjo with a drum skin, on a stand")
def banjo(*, width=0.4, height=1.05, depth=0.36, wood_color=(0.5, 0.26, 0.13)):
    body = concat_shapes(
        library_call("banjo_pot", wood_color=wood_color), library_call("banjo_neck", wood_color=wood_color)
    )
    whole = concat_shapes(moved(body, (0, 0.285, 0.035), -0.16, (1, 0, 0)), library_call("banjo_stand"))
    return fitted(whole, width, height, depth)
