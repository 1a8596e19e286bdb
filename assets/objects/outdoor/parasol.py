# /// asset
# word = "parasol"
# synonyms = ["patio umbrella", "garden umbrella", "beach umbrella", "sunshade", "umbrella", "sun umbrella"]
# category = "outdoor"
# support = "floor"
# colors = ["cloth", "second"]
# materials = ["pole"]
# ///
import math

from scene.language import *
from scene.language.modelling import box, ellipsoid, fitted, moved, rod, rotated


@register("the striped canopy with its valance")
def canopy(*, radius, rise, cloth, second):
    n, rows = 8, 7
    parts = []
    for i in range(n):
        tone = cloth if i % 2 else second
        a = 2 * math.pi * (i + 0.5) / n
        for k in range(rows):
            r0, r1 = radius * (1 - k / rows), radius * (1 - (k + 1) / rows)
            y = rise * (k + 0.5) / rows
            wide = (r0 + r1) * math.tan(math.pi / n)
            slope = math.atan2(rise, radius)
            piece = box((0, 0, 0), ((r0 - r1) / math.cos(slope) * 1.06, 0.012, wide * 1.03), tone, {"roughness": 0.9})
            parts.append(rotated(moved(piece, ((r0 + r1) / 2 * math.cos(math.pi / n), y, 0), -slope, (0, 0, 1)), -a))
        skirt = box((0, 0, 0), (0.012, rise * 0.3, 2 * radius * math.tan(math.pi / n) * 0.97), tone, {"roughness": 0.9})
        parts.append(rotated(moved(skirt, (radius * math.cos(math.pi / n), -rise * 0.14, 0)), -a))
    return concat_shapes(*parts)


@register("the pole with its ribs")
def pole_and_ribs(*, height, radius, rise, pole):
    look = surface(pole)
    ribs = loop(
        8,
        lambda i: rod(
            (0, height * 0.72, 0),
            (
                radius * 0.5 * math.cos(2 * math.pi * i / 8),
                height - rise * 0.55,
                radius * 0.5 * math.sin(2 * math.pi * i / 8),
            ),
            0.008,
            *look,
        ),
    )
    return concat_shapes(
        rod((0, 0, 0), (0, height, 0), 0.024, *look),
        ribs,
        rod((0, height * 0.7, 0), (0, height * 0.735, 0), 0.04, *look),
        ellipsoid((0, height + 0.03, 0), (0.03, 0.045, 0.03), *look),
    )


@register("the heavy foot")
def foot(*, radius):
    stone = surface("concrete")
    return concat_shapes(
        rod((0, 0, 0), (0, 0.05, 0), radius, *stone),
        rod((0, 0.05, 0), (0, 0.085, 0), radius * 0.8, *stone),
        rod((0, 0.05, 0), (0, 0.3, 0), 0.036, *surface("black metal")),
    )


@register("a striped garden parasol on a round foot")
def parasol(*, width=2.4, height=2.4, cloth=(0.85, 0.3, 0.25), second=(0.97, 0.95, 0.9), pole="oak"):
    radius, rise = width / 2, height * 0.2
    whole = concat_shapes(
        library_call("foot", radius=width * 0.1),
        library_call("pole_and_ribs", height=height - 0.075, radius=radius, rise=rise, pole=pole),
        moved(
            library_call("canopy", radius=radius, rise=rise, cloth=cloth, second=second), (0, height - rise - 0.1, 0)
        ),
    )
    return fitted(whole, width, height, width)
