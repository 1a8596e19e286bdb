# /// asset
# word = "shirt"
# synonyms = [
#     "dress shirt", "button shirt", "flannel shirt", "t-shirt", "tshirt", "tee shirt", "tee", "football shirt", "jersey",
#     "polo shirt", "blouse", "sweater", "jumper", "pullover", "sweatshirt", "hoodie", "hooded sweatshirt",
# ]
# category = "textiles"
# support = "wall"
# colors = ["cloth"]
# [variants]
# height = {"t-shirt" = 0.76, "tshirt" = 0.76, "tee" = 0.76, "football" = 0.76, "jersey" = 0.76}
# [variants.kind]
# "t-shirt" = "tee"
# "tshirt" = "tee"
# "tee" = "tee"
# "football" = "tee"
# "jersey" = "tee"
# "polo" = "polo"
# "sweater" = "sweater"
# "jumper" = "sweater"
# "pullover" = "sweater"
# "sweatshirt" = "sweater"
# "hoodie" = "hoodie"
# "hooded" = "hoodie"
# ///
import math

import numpy as np

from scene.language import *
from scene.language.modelling import ball, beam, box, darker, drape, ellipsoid, fitted, hanger, rod, tube

SOFT = {"roughness": 0.95}
CLOTH = {"tee": (0.78, 0.3, 0.26), "polo": (0.2, 0.42, 0.36), "sweater": (0.55, 0.2, 0.24), "hoodie": (0.42, 0.45, 0.5)}


@register("the hanger with its hook")
def hanger_part():
    return hanger((0, 0.022, 0), 0.34)


@register("the body that hangs from the shoulders")
def body(*, cloth, length, thick):
    xs = np.linspace(-1, 1, 13)
    tops = [(0.185 * x, -0.012 - 0.055 * abs(x) ** 1.2 - (0.035 if abs(x) < 0.3 else 0), 0) for x in xs]
    hems = [(0.215 * x, -length - 0.006 * (k % 2), 0) for k, x in enumerate(xs)]
    depth = [thick * math.sqrt(1.06 - 0.8 * x * x) for x in xs]
    return drape(tops, hems, depth, cloth, SOFT)


@register("a sleeve to the wrist with its cuff")
def long_sleeve(*, side, cloth, thick):
    points = [(0.185, -0.075, 0), (0.238, -0.24, 0.004), (0.255, -0.4, 0.012), (0.25, -0.54, 0.022)]
    widths = (0.05, 0.047, 0.043, 0.04)
    parts = [ellipsoid((side * 0.183, -0.078, 0), (0.052, 0.055, thick * 0.75), cloth, SOFT)]
    for k in range(3):
        (ax, ay, az), (bx, by, bz) = points[k : k + 2]
        tone = darker(cloth, 1.0 - 0.04 * (k % 2))
        parts.append(rod((side * ax, ay, az), (side * bx, by, bz), widths[k], tone, SOFT))
        parts.append(ball((side * bx, by, bz), widths[k], tone, SOFT))
    end = points[-1]
    parts.append(
        rod(
            (side * end[0], end[1] + 0.01, end[2]),
            (side * end[0], end[1] - 0.055, end[2] + 0.003),
            0.044,
            darker(cloth, 0.84),
            SOFT,
        )
    )
    parts.append(
        rod(
            (side * end[0], end[1] - 0.053, end[2] + 0.003),
            (side * end[0], end[1] - 0.0565, end[2] + 0.003),
            0.036,
            darker(cloth, 0.35),
            SOFT,
        )
    )
    return concat_shapes(*parts)


@register("a short sleeve, open below")
def short_sleeve(*, side, cloth, thick):
    start, end = np.array([side * 0.168, -0.078, 0]), np.array([side * 0.275, -0.245, 0.006])
    way = (end - start) / np.linalg.norm(end - start)
    return concat_shapes(
        ellipsoid((side * 0.172, -0.08, 0), (0.056, 0.058, thick * 0.8), cloth, SOFT),
        rod(tuple(start), tuple(end), 0.064, darker(cloth, 0.96), SOFT),
        rod(tuple(end - way * 0.02), tuple(end + way * 0.002), 0.0665, darker(cloth, 0.85), SOFT),
        rod(tuple(end), tuple(end + way * 0.004), 0.054, darker(cloth, 0.35), SOFT),
    )


@register("the turned-down collar with its points")
def collar(*, cloth, thick):
    light = darker(cloth, 1.08)
    parts = [
        tube([(s * 0.066, 0.004, 0.012), (s * 0.05, 0.016, -0.03), (0, 0.02, -0.042)], 0.019, light, SOFT)
        for s in (-1, 1)
    ]
    for s in (-1, 1):
        parts.append(beam((s * 0.07, 0.012, 0.016), (s * 0.014, -0.045, thick + 0.006), (0.046, 0.012), light, SOFT))
        parts.append(
            beam((s * 0.014, -0.035, thick + 0.008), (s * 0.052, -0.085, thick + 0.01), (0.036, 0.01), light, SOFT)
        )
    parts.append(ellipsoid((0, -0.022, 0.012), (0.05, 0.018, 0.03), darker(cloth, 0.4), SOFT))
    return concat_shapes(*parts)


@register("the band about the neck")
def neckband(*, cloth, thick, wide):
    ring = [
        (
            0.068 * math.cos(a),
            -0.012 - 0.03 * (1 + math.sin(a)) / 2 + 0.018 * math.cos(a) ** 2,
            thick * 0.86 * math.sin(a),
        )
        for a in np.linspace(0, 2 * math.pi, 25)
    ]
    return concat_shapes(
        tube(ring, wide, darker(cloth, 0.84), SOFT),
        ellipsoid((0, -0.03, 0.006), (0.06, 0.014, thick * 0.8), darker(cloth, 0.38), SOFT),
    )


@register("the front strip with its buttons")
def placket(*, cloth, length, thick):
    front = thick * 1.04
    buttons = [
        ball((0, y, front + 0.006), 0.0075, (0.95, 0.94, 0.9))
        for y in np.linspace(-0.11, 0.05 - length, max(2, round(length / 0.085)))
    ]
    return concat_shapes(
        box((0, -0.06 - (length - 0.06) / 2, front - 0.004), (0.032, length - 0.06, 0.014), darker(cloth, 1.06), SOFT),
        *buttons,
    )


@register("a chest pocket")
def pocket(*, cloth, thick):
    return concat_shapes(
        box((0.092, -0.2, thick * 0.95), (0.085, 0.095, 0.012), darker(cloth, 0.93), SOFT),
        box((0.092, -0.158, thick * 0.95 + 0.002), (0.089, 0.014, 0.013), darker(cloth, 0.84), SOFT),
    )


@register("the hood, the cord and the front pocket")
def hood(*, cloth, length, thick):
    cords = [
        tube([(s * 0.035, -0.05, thick + 0.012), (s * 0.04, -0.19, thick + 0.018)], 0.0045, (0.94, 0.93, 0.9))
        for s in (-1, 1)
    ]
    rim = [
        (0.088 * math.cos(a), 0.016 - 0.06 * math.sin(a), thick * 0.3 + 0.045 * math.sin(a))
        for a in np.linspace(-0.5, math.pi + 0.5, 17)
    ]
    edges = [
        beam(
            (s * 0.135, -length + 0.07, thick * 1.08),
            (s * 0.085, -length + 0.19, thick * 1.12),
            (0.012, 0.012),
            darker(cloth, 0.72),
            SOFT,
        )
        for s in (-1, 1)
    ]
    return concat_shapes(
        tube(rim, 0.022, darker(cloth, 0.92), SOFT),
        ellipsoid((0, -0.035, -thick * 0.85), (0.12, 0.1, 0.05), darker(cloth, 0.9), SOFT),
        ellipsoid((0, -0.01, 0.005), (0.07, 0.026, 0.035), darker(cloth, 0.4), SOFT),
        drape(
            [(x, 0.19 - length, 0) for x in np.linspace(-0.08, 0.08, 7)],
            [(x, 0.06 - length, 0) for x in np.linspace(-0.115, 0.115, 7)],
            thick * 1.12,
            darker(cloth, 0.93),
            SOFT,
        ),
        *edges,
        *cords,
    )


@register("the ribbed hem")
def hem(*, cloth, length, thick):
    return drape(
        [(x, 0.012 - length, 0) for x in np.linspace(-0.205, 0.205, 21)],
        [(x, -0.05 - length, 0) for x in np.linspace(-0.2, 0.2, 21)],
        [thick * math.sqrt(1.08 - 0.8 * (x / 0.205) ** 2) for x in np.linspace(-0.205, 0.205, 21)],
        darker(cloth, 0.84), SOFT, overlap=1.7,
    )  # fmt: skip


@register("a shirt on a hanger")
def shirt(*, width=0.58, height=0.86, depth=0.15, kind="shirt", cloth=None):
    tone = CLOTH.get(kind, (0.62, 0.74, 0.88)) if cloth is None else cloth
    length, thick = 0.62, 0.062 if kind in ("sweater", "hoodie") else 0.05
    sleeve = "short_sleeve" if kind in ("tee", "polo") else "long_sleeve"
    parts = [library_call("hanger_part"), library_call("body", cloth=tone, length=length, thick=thick)]
    parts += [library_call(sleeve, side=s, cloth=tone, thick=thick) for s in (-1, 1)]
    if kind in ("shirt", "polo"):
        parts.append(library_call("collar", cloth=tone, thick=thick))
        parts.append(library_call("placket", cloth=tone, length=length if kind == "shirt" else 0.2, thick=thick))
    if kind == "shirt":
        parts.append(library_call("pocket", cloth=tone, thick=thick))
    if kind in ("tee", "sweater"):
        parts.append(library_call("neckband", cloth=tone, thick=thick, wide=0.012 if kind == "tee" else 0.018))
    if kind in ("sweater", "hoodie"):
        parts.append(library_call("hem", cloth=tone, length=length, thick=thick))
    if kind == "hoodie":
        parts.append(library_call("hood", cloth=tone, length=length, thick=thick))
    return fitted(concat_shapes(*parts), width, height, depth)
