# /// asset
# word = "pond"
# synonyms = ["garden pond", "koi pond", "water pond", "fish pond", "duck pond", "small lake"]
# category = "outdoor"
# support = "floor"
# colors = ["water"]
# materials = ["stone"]
# ///
import math

from scene.language import *
from scene.language.modelling import cone, darker, disc, ellipsoid, fitted, moved, rod, rotated


@register("the water in its bed")
def water_part(*, look):
    deep = (darker(look[0], 0.62), look[1])
    parts = []
    for base, thick, scale, tone in ((0.0, 0.05, 1.0, look), (0.045, 0.008, 0.78, deep)):
        parts.append(disc((-0.3, base, 0.02), (0.88 * scale, 0.72 * scale), thick, *tone))
        parts.append(disc((0.42, base, -0.1), (0.75 * scale, 0.62 * scale), thick, *tone))
        parts.append(disc((0.22, base, 0.16), (0.8 * scale, 0.6 * scale), thick, *tone))
    return concat_shapes(*parts)


@register("the ring of stones around the water")
def stones(*, look):
    parts = []
    n = 34
    for i in range(n):
        a = 2 * math.pi * i / n
        x, z = 1.2 * math.cos(a), 0.78 * math.sin(a) * (1.0 - 0.06 * math.cos(a))
        r = 0.115 + 0.03 * math.sin(2.7 * i) + 0.02 * math.cos(4.1 * i)
        tone = darker(look[0], 0.85 + 0.15 * math.sin(1.9 * i))
        stone = ellipsoid((0, 0, 0), (r * 1.15, 0.075 + 0.02 * math.sin(3.3 * i), r * 0.9), tone, look[1])
        parts.append(moved(stone, (x, 0.055, z), -a + 0.5 * math.sin(i)))
    return concat_shapes(*parts)


@register("a water lily with its leaves")
def lily(*, flower):
    green = (0.22, 0.47, 0.2)
    leaves = [
        disc(
            (0.14 * math.cos(a), 0.054 + 0.003 * k, 0.14 * math.sin(a)),
            (0.1, 0.09),
            0.006,
            darker(green, 0.85 + 0.1 * k),
        )
        for k, a in enumerate((0.3, 2.3, 4.3))
    ]
    if not flower:
        return concat_shapes(*leaves)
    petals = [
        rotated(
            moved(ellipsoid((0, 0, 0), (0.018, 0.045, 0.012), (0.96, 0.72, 0.82)), (0, 0.1, 0.03), 0.7, (1, 0, 0)),
            k * math.pi / 4,
        )
        for k in range(8)
    ]
    return concat_shapes(*leaves, *petals, ellipsoid((0, 0.09, 0), (0.02, 0.02, 0.02), (0.95, 0.8, 0.25)))


@register("a clump of reeds")
def reeds():
    green, parts = (0.36, 0.5, 0.2), []
    for i in range(11):
        a, r = 2.4 * i, 0.03 + 0.012 * i
        x, z, tall = r * math.cos(a), r * math.sin(a), 0.42 + 0.05 * (i % 4)
        lean = (x * 1.9, tall, z * 1.9)
        parts.append(cone((x, 0.03, z), lean, 0.011, darker(green, 0.8 + 0.06 * (i % 4))))
        if i % 3 == 0:
            parts.append(rod((x, 0.03, z), (x * 1.3, tall * 1.05, z * 1.3), 0.005, green))
            parts.append(
                rod((x * 1.3, tall * 1.03, z * 1.3), (x * 1.35, tall * 1.2, z * 1.35), 0.017, (0.36, 0.22, 0.12))
            )
    return concat_shapes(*parts)


@register("a garden pond with stones, lilies and reeds")
def pond(*, width=2.7, height=0.62, depth=1.8, water=(0.24, 0.46, 0.5), stone="stone"):
    look = (water, {"roughness": 0.06, "metallic": 0.15})
    whole = concat_shapes(
        library_call("water_part", look=look),
        library_call("stones", look=surface(stone)),
        moved(library_call("lily", flower=True), (0.35, 0, 0.2)),
        moved(library_call("lily", flower=False), (-0.35, 0, 0.28), 1.0),
        moved(library_call("lily", flower=True), (0.55, 0, -0.25), 2.0),
        moved(library_call("reeds"), (-0.82, 0, -0.22)),
        moved(library_call("reeds"), (-0.6, 0, -0.42), 2.0),
    )
    return fitted(whole, width, height, depth)
