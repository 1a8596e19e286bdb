# /// asset
# word = "coat"
# synonyms = [
#     "winter coat", "trench coat", "raincoat", "overcoat", "lab coat", "jacket", "leather jacket", "denim jacket",
#     "bomber jacket", "blazer", "suit jacket", "suit", "school uniform", "cardigan", "bathrobe", "dressing gown", "robe",
# ]
# stands_for = ["costume", "uniform", "vest", "waistcoat", "kimono", "cape", "cloak"]
# category = "textiles"
# support = "wall"
# colors = ["cloth"]
# [variants]
# height = {"jacket" = 0.84, "blazer" = 0.88, "suit" = 0.88, "uniform" = 0.88, "cardigan" = 0.84}
# [variants.kind]
# "raincoat" = "raincoat"
# "lab" = "lab"
# "jacket" = "jacket"
# "leather" = "leather"
# "denim" = "denim"
# "blazer" = "blazer"
# "suit" = "blazer"
# "uniform" = "blazer"
# "cardigan" = "cardigan"
# "bathrobe" = "robe"
# "dressing gown" = "robe"
# "robe" = "robe"
# ///
import math

import numpy as np

from scene.language import *
from scene.language.modelling import ball, beam, box, darker, drape, ellipsoid, fitted, hanger, rod, tube

SOFT = {"roughness": 0.95}
# by kind: cloth, length, and whether it has a belt
KINDS = {
    "coat": ((0.6, 0.44, 0.28), 0.92, True),
    "raincoat": ((0.93, 0.74, 0.14), 0.84, False),
    "lab": ((0.93, 0.94, 0.95), 0.88, False),
    "jacket": ((0.28, 0.36, 0.3), 0.56, False),
    "leather": ((0.17, 0.12, 0.1), 0.54, False),
    "denim": ((0.24, 0.36, 0.56), 0.54, False),
    "blazer": ((0.19, 0.23, 0.33), 0.62, False),
    "cardigan": ((0.62, 0.5, 0.4), 0.58, False),
    "robe": ((0.72, 0.8, 0.84), 0.95, True),
}
LAPELS = ("coat", "lab", "blazer", "robe", "cardigan")
ZIPPED = ("jacket", "leather")


@register("the hanger with its hook")
def hanger_part():
    return hanger((0, 0.022, 0), 0.36)


@register("the body that falls from the shoulders, drawn in by the belt")
def body(*, cloth, length, belted, look):
    xs = np.linspace(-1, 1, 15)
    tops = [(0.195 * x, -0.008 - 0.05 * abs(x) ** 1.2 - (0.03 if abs(x) < 0.25 else 0), 0) for x in xs]
    waist, tight = -0.46, 0.19 if belted else 0.215
    hem = 0.215 + 0.07 * max(0.0, length - 0.5)
    deep = [0.066 * math.sqrt(1.05 - 0.8 * x * x) for x in xs]
    if not belted:
        return drape(tops, [(hem * x, -length, 0) for x in xs], deep, cloth, look)
    middle = [(tight * x, waist, 0) for x in xs]
    return concat_shapes(
        drape(tops, middle, deep, cloth, look),
        drape(middle, [(hem * x, -length, 0) for x in xs], [d * 1.08 for d in deep], cloth, look),
    )


@register("a sleeve with its cuff")
def sleeve(*, side, cloth, look):
    points = [(0.19, -0.075, 0), (0.248, -0.25, 0.006), (0.268, -0.42, 0.016), (0.262, -0.565, 0.028)]
    widths = (0.06, 0.056, 0.052)
    parts = [ellipsoid((side * 0.19, -0.08, 0), (0.06, 0.06, 0.058), cloth, look)]
    for k in range(3):
        (ax, ay, az), (bx, by, bz) = points[k : k + 2]
        tone = darker(cloth, 1.0 - 0.04 * (k % 2))
        parts += [
            rod((side * ax, ay, az), (side * bx, by, bz), widths[k], tone, look),
            ball((side * bx, by, bz), widths[k], tone, look),
        ]
    x, y, z = side * points[3][0], points[3][1], points[3][2]
    parts.append(rod((x, y + 0.02, z), (x, y - 0.06, z + 0.004), 0.055, darker(cloth, 0.88), look))
    parts.append(rod((x, y - 0.058, z + 0.004), (x, y - 0.0615, z + 0.004), 0.045, darker(cloth, 0.3), look))
    parts.append(ball((x + side * 0.03, y - 0.03, z + 0.047), 0.009, (0.16, 0.13, 0.1)))
    return concat_shapes(*parts)


@register("the collar with its lapels")
def lapels(*, cloth, low, look, wide):
    tone, under = darker(cloth, 1.1), darker(cloth, 0.62)
    neck = [
        tube([(s * 0.078, 0.0, 0.02), (s * 0.06, 0.022, -0.03), (0, 0.028, -0.046)], 0.024, tone, look) for s in (-1, 1)
    ]
    parts = [*neck, ellipsoid((0, -0.02, 0.005), (0.08, 0.035, 0.05), darker(cloth, 0.35), look)]
    parts.append(
        beam(
            (0, -0.03, 0.052),
            (0, low - 0.01, 0.071),
            (0.055, 0.014),
            (0.93, 0.92, 0.88) if wide > 0.05 else under,
            look,
        )
    )
    for s in (-1, 1):
        parts.append(beam((s * 0.078, 0.006, 0.03), (s * 0.08, -0.075, 0.073), (0.062, 0.014), tone, look))
        parts.append(beam((s * 0.088, -0.07, 0.071), (s * 0.012, low, 0.08), (wide, 0.014), darker(tone, 0.93), look))
        parts.append(
            beam((s * 0.1, -0.095, 0.069), (s * 0.05, low * 0.66, 0.079), (wide * 0.9, 0.013), darker(tone, 0.93), look)
        )
    return concat_shapes(*parts)


@register("the stand-up collar")
def stand_collar(*, cloth, look):
    ring = [
        (0.076 * math.cos(a), 0.004 - 0.018 * math.sin(a), 0.056 * math.sin(a)) for a in np.linspace(0, 2 * math.pi, 25)
    ]
    upper = [(x * 1.05, y + 0.026, z * 1.05) for x, y, z in ring]
    return concat_shapes(
        tube(ring, 0.019, darker(cloth, 0.88), look),
        tube(upper, 0.015, darker(cloth, 0.94), look),
        ellipsoid((0, 0.01, 0.004), (0.068, 0.02, 0.05), darker(cloth, 0.3), look),
    )


@register("the hood that falls back")
def hood(*, cloth, look):
    rim = [
        (0.1 * math.cos(a), 0.03 - 0.06 * math.sin(a), 0.02 + 0.055 * math.sin(a))
        for a in np.linspace(-0.6, math.pi + 0.6, 19)
    ]
    return concat_shapes(
        tube(rim, 0.026, darker(cloth, 0.93), look),
        ellipsoid((0, -0.02, -0.055), (0.13, 0.1, 0.045), darker(cloth, 0.9), look),
        ellipsoid((0, 0, 0.01), (0.08, 0.03, 0.04), darker(cloth, 0.35), look),
    )


@register("the front edge with its buttons")
def closing(*, cloth, top, low, look, rows, tone):
    count = max(3, round((top - low) / 0.125))
    xs = (-0.055, 0.045) if rows == 2 else (0.014,)
    spots = [(x, y) for y in np.linspace(top - 0.03, low + 0.06, count) for x in xs]
    buttons = [rod((x, y, 0.064), (x, y, 0.079), 0.0125, tone, {"roughness": 0.4}) for x, y in spots]
    return concat_shapes(
        box((0, (top + low) / 2, 0.068), (0.008, top - low, 0.008), darker(cloth, 0.55), look), *buttons
    )


@register("the front with its zip")
def zip_part(*, length):
    teeth = ((0.78, 0.77, 0.72), {"metallic": 0.8, "roughness": 0.35})
    return concat_shapes(
        box((0, -0.02 - length / 2, 0.067), (0.011, length - 0.03, 0.012), *teeth),
        box((0.004, -0.12, 0.077), (0.012, 0.035, 0.006), *teeth),
    )


@register("a pocket with its flap")
def pocket(*, side, y, size, cloth, look, lean):
    at = (side * 0.125, y, 0.058)
    return concat_shapes(
        beam((at[0], y - size / 2, at[2]), (at[0], y + size / 2, at[2]), (0.115, 0.016), darker(cloth, 0.94), look),
        beam(
            (at[0] - 0.062, y + size / 2 - lean * side, at[2] + 0.005),
            (at[0] + 0.062, y + size / 2 + lean * side, at[2] + 0.005),
            (0.034, 0.02),
            darker(cloth, 0.8),
            look,
        ),
    )


@register("the belt with its buckle and loose end")
def belt(*, cloth, y, look, tied):
    tone = darker(cloth, 0.72)
    xs = np.linspace(-0.2, 0.2, 19)
    band = drape(
        [(x, y + 0.022, 0) for x in xs],
        [(x, y - 0.022, 0) for x in xs],
        [0.083 * math.sqrt(1.06 - 0.8 * (x / 0.2) ** 2) for x in xs],
        tone,
        look,
    )
    if tied:
        ends = [
            tube([(0, y, 0.08), (s * 0.035, y - 0.12, 0.088), (s * 0.045, y - 0.26, 0.09)], 0.016, tone, look)
            for s in (-1, 1)
        ]
        return concat_shapes(band, ball((0, y, 0.082), 0.028, tone, look), *ends)
    steel = ((0.7, 0.62, 0.4), {"metallic": 0.8, "roughness": 0.3})
    frame = [box((s * 0.03, y, 0.081), (0.009, 0.06, 0.012), *steel) for s in (-1, 1)] + [
        box((0, y + s * 0.028, 0.081), (0.066, 0.009, 0.012), *steel) for s in (-1, 1)
    ]
    return concat_shapes(band, *frame, beam((0.03, y, 0.079), (0.085, y - 0.11, 0.08), (0.04, 0.01), tone, look))


@register("a coat on a hanger")
def coat(*, width=0.62, height=1.12, depth=0.19, kind="coat", cloth=None):
    own, length, belted = KINDS[kind]
    tone = own if cloth is None else cloth
    look = {"roughness": 0.35} if kind in ("raincoat", "leather") else SOFT
    parts = [library_call("hanger_part"), library_call("body", cloth=tone, length=length, belted=belted, look=look)]
    parts += [library_call("sleeve", side=s, cloth=tone, look=look) for s in (-1, 1)]
    low = -0.3 if kind in ("coat", "blazer", "robe") else -0.24
    if kind in LAPELS:
        parts.append(library_call("lapels", cloth=tone, low=low, look=look, wide=0.056 if kind == "blazer" else 0.05))
    if kind in ("jacket", "leather", "denim"):
        parts.append(library_call("stand_collar", cloth=tone, look=look))
    if kind == "raincoat":
        parts.append(library_call("hood", cloth=tone, look=look))
    if kind in ZIPPED:
        parts.append(library_call("zip_part", length=length))
    elif kind != "robe":
        buttons = {"denim": (0.8, 0.62, 0.35), "raincoat": (0.95, 0.95, 0.93), "lab": (0.8, 0.8, 0.8)}.get(
            kind, (0.17, 0.13, 0.1)
        )
        top = low if kind in LAPELS else -0.06
        parts.append(
            library_call(
                "closing",
                cloth=tone,
                top=top,
                low=-length + 0.01,
                look=look,
                rows=2 if kind == "coat" else 1,
                tone=buttons,
            )
        )
    if belted:
        parts.append(library_call("belt", cloth=tone, y=-0.46, look=look, tied=kind == "robe"))
    y = -0.6 if length > 0.8 else 0.14 - length
    if kind != "robe":
        parts += [
            library_call("pocket", side=s, y=y, size=0.12 if length > 0.8 else 0.09, cloth=tone, look=look, lean=0.0)
            for s in (-1, 1)
        ]
    if kind in ("denim", "leather"):
        parts += [
            library_call("pocket", side=s, y=-0.19, size=0.085, cloth=tone, look=look, lean=0.01) for s in (-1, 1)
        ]
    return fitted(concat_shapes(*parts), width, height, depth)
