# /// asset
# word = "seashell"
# synonyms = ["shell", "starfish"]
# stands_for = ["conch", "conch shell", "nautilus"]
# category = "decor"
# support = "surface"
# colors = ["shell_color", "star_color"]
# ///
import math

from scene.language import *
from scene.language.modelling import cone, darker, disc, ellipsoid, fitted, moved, rotated, stretched, tinted


def wedge(length, width, thick, color, material=None):
    """A round rib that opens from a point at the origin along +y."""
    unit = cone((0, 1, 0), (0, 0, 0), 1.0, color, material)
    return stretched(unit, (width / 2, length, thick / 2))


@register("the dish of sand")
def sand_dish(*, width, depth, height):
    glazed = ((0.45, 0.62, 0.66), {"roughness": 0.25})
    return concat_shapes(
        disc((0, 0, 0), (width * 0.44, depth * 0.44), height * 0.4, *glazed),
        disc((0, height * 0.3, 0), (width / 2, depth / 2), height * 0.6, *glazed),
        disc((0, height * 0.86, 0), (width * 0.46, depth * 0.46), height * 0.14, *surface("sand")),
    )


@register("the fan-shaped shell with its ribs")
def scallop(*, size, shell_color):
    """Stands on its hinge at the origin, its hollow side towards -z."""
    ribs, spread = 13, math.radians(140)
    gap = spread / (ribs - 1)
    look = {"roughness": 0.35}

    def rib(i):
        angle = -spread / 2 + gap * i
        reach = size * (0.9 + 0.1 * math.cos(angle))
        swell = 0.62 + 0.38 * math.cos(angle)
        parts = []
        for k, (end, tint) in enumerate(((1.0, 1.0), (0.82, 0.86), (0.72, 1.0), (0.52, 0.9), (0.42, 1.04))):
            tone = tinted(shell_color, tint)
            length, grow = reach * end, 1 + 0.012 * k
            width = 2.1 * length * math.tan(gap / 2) * grow
            thick = size * 0.3 * swell * end * grow
            parts.append(wedge(length, width, thick, tone, look))
            if k == 0:
                parts.append(ellipsoid((0, length, 0), (width / 2, width * 0.42, thick / 2), tone, look))
        return rotated(concat_shapes(*parts), -angle, (0, 0, 1))

    ears = [
        moved(
            wedge(size * 0.3, size * 0.34, size * 0.1, darker(shell_color, 0.9), look),
            (s * size * 0.3, size * 0.06, 0),
            s * 1.57,
            (0, 0, 1),
        )
        for s in (-1, 1)
    ]
    hinge = ellipsoid((0, size * 0.04, 0), (size * 0.11, size * 0.08, size * 0.09), shell_color, look)
    return concat_shapes(loop(ribs, rib), *ears, hinge)


@register("the starfish")
def starfish(*, size, star_color):
    def arm(i):
        beads = [
            ellipsoid(
                (size * (0.12 + 0.11 * k), size * (0.1 - 0.014 * k), 0),
                (size * 0.09, size * (0.085 - 0.012 * k), size * (0.12 - 0.018 * k)),
                star_color,
                {"roughness": 0.8},
            )
            for k in range(5)
        ]
        dots = [
            ellipsoid((size * (0.14 + 0.11 * k), size * (0.19 - 0.026 * k), 0), (size * 0.018,) * 3, (0.98, 0.86, 0.7))
            for k in range(4)
        ]
        return rotated(concat_shapes(*beads, *dots), i * 1.2566)

    return concat_shapes(
        loop(5, arm),
        ellipsoid((0, size * 0.1, 0), (size * 0.16, size * 0.1, size * 0.16), star_color, {"roughness": 0.8}),
    )


@register("a scallop seashell and a starfish on sand in a dish")
def seashell(*, width=0.22, height=0.13, depth=0.15, shell_color=(0.96, 0.78, 0.7), star_color=(0.93, 0.52, 0.3)):
    shell = moved(library_call("scallop", size=0.1, shell_color=shell_color), (-0.02, 0.031, -0.008), -0.45, (1, 0, 0))
    whole = concat_shapes(
        library_call("sand_dish", width=0.21, depth=0.14, height=0.03),
        shell,
        moved(library_call("starfish", size=0.055, star_color=star_color), (0.046, 0.028, 0.026), 0.4),
        *[
            ellipsoid((x, 0.032, z), (0.007, 0.005, 0.006), tone)
            for x, z, tone in (
                (-0.06, 0.035, (0.95, 0.93, 0.9)),
                (-0.02, 0.05, (0.6, 0.58, 0.56)),
                (0.07, -0.02, (0.95, 0.93, 0.9)),
            )
        ],
    )
    return fitted(whole, width, height, depth)
