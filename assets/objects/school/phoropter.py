# /// asset
# word = "phoropter"
# synonyms = ["refractor", "optometry machine", "eye exam machine", "eye examination machine", "optician's instrument"]
# category = "school"
# support = "floor"
# colors = ["paint"]
# ///
import math

from scene.language import *
from scene.language.modelling import ball, block, box, disc, finish, fitted, moved, pipe, rod

BLACK = (0.1, 0.1, 0.11)
STEEL = ((0.75, 0.77, 0.79), {"metallic": 0.9, "roughness": 0.3})


@register("one eye's disc with its lens and knobs")
def lens_disc(*, side, paint):
    parts = [
        rod((0, 0, -0.035), (0, 0, 0.035), 0.15, paint, {"roughness": 0.35}),
        rod((0, 0, 0.03), (0, 0, 0.042), 0.13, BLACK),
        rod((side * 0.085, 0.085, -0.03), (side * 0.085, 0.085, 0.05), 0.055, *STEEL),
        rod((-side * 0.07, -0.065, -0.04), (-side * 0.07, -0.065, 0.06), 0.04, *STEEL),
        rod(
            (-side * 0.07, -0.065, 0.055), (-side * 0.07, -0.065, 0.062), 0.026, (0.35, 0.55, 0.7), {"roughness": 0.05}
        ),
    ]
    for i in range(9):
        a = 2 * math.pi * i / 9
        parts.append(
            rod(
                (0.105 * math.cos(a), 0.105 * math.sin(a), 0.03),
                (0.105 * math.cos(a), 0.105 * math.sin(a), 0.046),
                0.014,
                *STEEL,
            )
        )
    parts.append(rod((side * 0.12, -0.05, -0.02), (side * 0.18, -0.075, -0.02), 0.024, BLACK))
    parts.append(rod((0, 0, 0.03), (0, 0, 0.055), 0.03, (0.9, 0.9, 0.9)))
    return concat_shapes(*parts)


@register("both discs on their bar")
def mask(*, paint):
    return concat_shapes(
        *[moved(library_call("lens_disc", side=s, paint=paint), (s * 0.155, 0, 0)) for s in (-1, 1)],
        box((0, 0.13, 0), (0.2, 0.03, 0.03), *STEEL),
        rod((0, 0.13, 0), (0, 0.26, 0), 0.02, *STEEL),
        rod((0, -0.1, 0.03), (0, -0.1, 0.28), 0.006, *STEEL),
        box((0, -0.1, 0.28), (0.1, 0.14, 0.004), (0.96, 0.96, 0.94)),
        *[box((0, -0.06 - 0.022 * i, 0.283), (0.07 - 0.008 * i, 0.008, 0.002), BLACK) for i in range(4)],
    )


@register("the stand with its swing arm")
def stand(*, paint):
    return concat_shapes(
        disc((0.42, 0, 0), (0.26, 0.26), 0.04, paint),
        block((0.42, 0.04, 0), (0.16, 0.7, 0.16), paint),
        block((0.42, 0.74, 0.06), (0.34, 0.04, 0.36), (0.6, 0.45, 0.3)),
        rod((0.42, 0.74, -0.05), (0.42, 1.72, -0.05), 0.03, *STEEL),
        pipe([(0.42, 1.66, -0.05), (0.42, 1.66, 0.0), (0.0, 1.66, 0.0), (0.0, 1.5, 0.0)], 0.022, *STEEL),
        ball((0.42, 1.66, -0.05), 0.05, paint),
        box((0.42, 1.0, 0.0), (0.22, 0.1, 0.1), paint),
        *[rod((0.36 + 0.06 * i, 1.0, 0.05), (0.36 + 0.06 * i, 1.0, 0.062), 0.016, (0.2, 0.5, 0.7)) for i in range(3)],
        pipe([(0.42, 1.7, -0.05), (0.42, 1.84, -0.05), (0.3, 1.9, 0.1)], 0.014, *STEEL),
        rod((0.3, 1.92, 0.1), (0.27, 1.85, 0.14), 0.05, paint),
        rod((0.272, 1.855, 0.137), (0.268, 1.845, 0.142), 0.04, *finish("lamp glow")),
    )


@register("a phoropter for eye tests on its stand")
def phoropter(*, width=1.02, height=1.95, depth=0.6, paint=(0.85, 0.87, 0.88)):
    whole = concat_shapes(library_call("stand", paint=paint), moved(library_call("mask", paint=paint), (0, 1.26, 0)))
    return fitted(whole, width, height, depth)
