# /// asset
# word = "DJ deck"
# synonyms = ["dj controller", "dj turntables", "dj set", "dj console", "dj mixer deck", "mixing deck", "dj equipment"]
# stands_for = ["dj booth"]
# category = "music"
# support = "surface"
# colors = ["paint"]
# ///
import math

from scene.language import *
from scene.language.modelling import box, darker, fitted, hoop, moved, rod


@register("the flat case")
def deck_case(*, paint):
    return concat_shapes(
        box((0, 0.032, 0), (0.78, 0.045, 0.4), paint, {"roughness": 0.4}),
        box((0, 0.0555, 0), (0.76, 0.004, 0.38), darker(paint, 1.6), {"roughness": 0.35}),
        *[rod((x, 0, z), (x, 0.012, z), 0.018, (0.05, 0.05, 0.05)) for x in (-0.34, 0.34) for z in (-0.16, 0.16)],
    )


@register("a platter with its pads")
def platter(*, glow):
    y, steel = 0.0575, surface("steel")
    pads = [
        box((-0.09 + 0.06 * i, y + 0.003, 0.122 + 0.036 * j), (0.05, 0.007, 0.028), tone, {"emission": 0.8})
        for i in range(4)
        for j, tone in enumerate((glow, darker(glow, 0.75)))
    ]
    dots = [
        moved(
            rod((0.118, y + 0.008, 0), (0.118, y + 0.0135, 0), 0.003, (0.08, 0.08, 0.08)),
            (0, 0, -0.045),
            2 * math.pi * k / 40,
        )
        for k in range(40)
    ]
    return concat_shapes(
        moved(hoop(0.126, 0.003, glow, {"emission": 1.2}, parts=48), (0, y + 0.001, -0.045)),
        rod((0, y, -0.045), (0, y + 0.012, -0.045), 0.121, *steel),
        *dots,
        rod((0, y + 0.012, -0.045), (0, y + 0.016, -0.045), 0.11, (0.04, 0.04, 0.045), {"roughness": 0.25}),
        *[
            rod((0, y + 0.016, -0.045), (0, y + 0.0163 + 0.0004 * k, -0.045), r, (0.09 + 0.03 * (k % 2),) * 3)
            for k, r in enumerate((0.098, 0.08, 0.062))
        ],
        rod((0, y + 0.016, -0.045), (0, y + 0.0182, -0.045), 0.038, glow),
        rod((0, y + 0.016, -0.045), (0, y + 0.02, -0.045), 0.004, *steel),
        box((-0.155, y + 0.001, 0.06), (0.004, 0.003, 0.2), (0.02, 0.02, 0.02)),
        box((-0.155, y + 0.006, 0.03), (0.022, 0.012, 0.012), (0.85, 0.85, 0.87)),
        *pads,
    )


@register("the mixer between them")
def deck_mixer():
    y, dark = 0.0575, (0.03, 0.03, 0.035)
    parts = [box((0, y + 0.001, 0), (0.155, 0.003, 0.36), dark)]
    for s in (-1, 1):
        x = s * 0.045
        for k in range(4):
            parts.append(rod((x, y, -0.15 + 0.045 * k), (x, y + 0.018, -0.15 + 0.045 * k), 0.011, (0.75, 0.76, 0.78)))
            parts.append(box((x, y + 0.0185, -0.154 + 0.045 * k), (0.002, 0.002, 0.009), (0.9, 0.3, 0.2)))
        parts.append(box((x, y + 0.003, 0.075), (0.004, 0.002, 0.09), (0.3, 0.3, 0.32)))
        parts.append(box((x, y + 0.009, 0.06 + 0.02 * s), (0.026, 0.014, 0.014), (0.9, 0.9, 0.92)))
        parts += [
            box(
                (s * 0.012, y + 0.003, 0.1 - 0.013 * k),
                (0.006, 0.002, 0.009),
                (0.3, 0.9, 0.35) if k < 7 else (0.95, 0.3, 0.2),
                {"emission": 1.0},
            )
            for k in range(10)
        ]
    parts.append(box((0, y + 0.003, 0.155), (0.1, 0.002, 0.004), (0.3, 0.3, 0.32)))
    parts.append(box((0.012, y + 0.009, 0.155), (0.014, 0.014, 0.026), (0.9, 0.9, 0.92)))
    return concat_shapes(*parts)


@register("a DJ deck with two platters, faders and lit pads")
def dj_deck(*, width=0.78, height=0.08, depth=0.4, paint=(0.1, 0.1, 0.11)):
    whole = concat_shapes(
        library_call("deck_case", paint=paint),
        moved(library_call("platter", glow=(0.2, 0.6, 1.0)), (-0.225, 0, 0)),
        moved(library_call("platter", glow=(1.0, 0.35, 0.55)), (0.225, 0, 0)),
        library_call("deck_mixer"),
    )
    return fitted(whole, width, height, depth)
