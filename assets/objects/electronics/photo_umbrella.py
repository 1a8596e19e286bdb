# /// asset
# word = "photo umbrella"
# synonyms = ["studio umbrella", "reflective umbrella", "flash umbrella", "lighting umbrella", "umbrella light"]
# category = "electronics"
# support = "floor"
# colors = ["cloth"]
# ///
import math

from scene.language import *
from scene.language.modelling import box, finish, fitted, moved, rod, rotated, round_wall


@register("the open umbrella with its ribs")
def canopy(*, radius, cloth, steel):
    rings, ribs = 5, 8
    depth = radius * 0.36
    parts = []
    for i in range(rings):
        a, b = i / rings, (i + 1) / rings
        low, high = (max(radius * a, 0.012), depth * a * a), (radius * b, depth * b * b)
        parts.append(round_wall(low, high, 0.004, *cloth, panels=ribs))
    for i in range(ribs):
        angle = 2 * math.pi * (i + 0.5) / ribs
        x, z = math.cos(angle) * radius, math.sin(angle) * radius
        parts.append(rod((0, 0.012, 0), (x, depth + 0.006, z), 0.003, *steel))
    parts.append(rod((0, -0.05, 0), (0, depth + 0.42, 0), 0.005, *steel))
    return concat_shapes(*parts)


@register("a flash under a white umbrella on a light stand")
def photo_umbrella(*, height=2.1, cloth=(0.96, 0.96, 0.95)) -> Shape:
    steel, dark = finish("black metal"), finish("black plastic")
    top = height - 0.45
    legs = []
    for i in range(3):
        angle = 2 * math.pi * i / 3 + math.pi / 2
        x, z = 0.42 * math.cos(angle), 0.42 * math.sin(angle)
        legs += [
            rod((0, 0.5, 0), (x, 0.012, z), 0.01, *steel),
            rod((0, 0.16, 0), (x * 0.55, 0.235, z * 0.55), 0.007, *steel),
        ]
    shade = rotated(library_call("canopy", radius=0.5, cloth=finish("fabric", cloth), steel=steel), 1.25, (1, 0, 0))
    return fitted(
        concat_shapes(
            *legs,
            rod((0, 0.12, 0), (0, top * 0.6, 0), 0.014, *steel),
            rod((0, top * 0.5, 0), (0, top + 0.04, 0), 0.01, *steel),
            moved(shade, (0, top + 0.02, -0.32)),
            box((0, top + 0.12, 0.02), (0.1, 0.11, 0.22), *dark),
            rod((0, top + 0.12, -0.09), (0, top + 0.12, -0.13), 0.055, *finish("lamp glow")),
        ),
        None,
        height,
        None,
    )
