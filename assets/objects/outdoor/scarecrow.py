# /// asset
# word = "scarecrow"
# synonyms = ["straw man", "garden scarecrow", "field scarecrow"]
# category = "outdoor"
# support = "floor"
# colors = ["shirt", "trousers", "hat"]
# ///
import math

from scene.language import *
from scene.language.modelling import ball, beam, box, cone, darker, disc, ellipsoid, fitted, lathe, moved, rod, tube

STRAW = (0.88, 0.72, 0.35)


@register("a tuft of straw")
def tuft(*, at, toward, length):
    parts = []
    for i in range(9):
        a = 2.4 * i
        spread = 0.25 * math.sqrt(i / 9)
        side = (toward[1], -toward[0], 0.0)
        end = (
            at[0] + length * (toward[0] + spread * math.cos(a) * side[0]),
            at[1] + length * (toward[1] + spread * math.cos(a) * side[1]),
            at[2] + length * spread * math.sin(a),
        )
        parts.append(cone(at, end, 0.016, darker(STRAW, 0.8 + 0.07 * (i % 4))))
    return concat_shapes(*parts)


@register("the crossed poles")
def poles():
    wood = (0.45, 0.32, 0.2)
    return concat_shapes(rod((0, 0, 0), (0, 1.5, 0), 0.03, wood), rod((-0.72, 1.3, 0), (0.72, 1.3, 0), 0.022, wood))


@register("the patched shirt with stretched arms")
def shirt_part(*, shirt):
    cloth = {"roughness": 0.95}
    patch = darker(shirt, 0.55)
    buttons = [ball((0, 1.25 - 0.11 * i, 0.132), 0.014, (0.95, 0.9, 0.8)) for i in range(4)]
    bands = []
    bands += [
        box((0.072 * k, 1.1, 0.0), (0.012, 0.5, 0.255 - 0.02 * abs(k)), darker(shirt, 0.75), cloth)
        for k in (-2, -1, 0, 1, 2)
    ]
    return concat_shapes(
        moved(lathe([(0.2, 0), (0.19, 0.2), (0.2, 0.42), (0.12, 0.52)], shirt, cloth, slices=26), (0, 0.82, 0)),
        *[rod((s * 0.1, 1.28, 0), (s * 0.6, 1.29, 0), 0.075, shirt, cloth) for s in (-1, 1)],
        *[rod((s * 0.58, 1.29, 0), (s * 0.61, 1.29, 0), 0.08, darker(shirt, 0.7), cloth) for s in (-1, 1)],
        box((0.09, 0.98, 0.175), (0.1, 0.1, 0.03), patch),
        box((-0.35, 1.29, 0.07), (0.1, 0.09, 0.02), (0.85, 0.7, 0.3)),
        *buttons,
    )


@register("the trousers tied with rope")
def trousers_part(*, trousers):
    cloth = {"roughness": 0.95}
    return concat_shapes(
        *[rod((s * 0.09, 0.86, 0), (s * 0.13, 0.3, 0), 0.088, trousers, cloth) for s in (-1, 1)],
        ellipsoid((0, 0.83, 0), (0.19, 0.09, 0.15), trousers, cloth),
        rod((0, 0.85, 0), (0, 0.88, 0), 0.205, (0.75, 0.6, 0.38)),
        tube([(0.02, 0.86, 0.2), (0.05, 0.74, 0.22)], 0.011, (0.75, 0.6, 0.38)),
        box((0.12, 0.52, 0.085), (0.1, 0.11, 0.02), (0.75, 0.3, 0.22)),
    )


@register("the sack head with its face")
def head():
    sack = (0.82, 0.68, 0.46)
    black = (0.1, 0.08, 0.07)
    mouth = [(-0.06, 1.49, 0.118), (-0.03, 1.472, 0.134), (0.03, 1.472, 0.134), (0.06, 1.49, 0.118)]
    return concat_shapes(
        ellipsoid((0, 1.53, 0), (0.125, 0.145, 0.13), sack, {"roughness": 0.95}),
        rod((0, 1.37, 0), (0, 1.4, 0), 0.075, (0.75, 0.6, 0.38)),
        *[ellipsoid((s * 0.045, 1.56, 0.114), (0.018, 0.022, 0.012), black) for s in (-1, 1)],
        cone((0, 1.535, 0.12), (0, 1.525, 0.2), 0.02, (0.92, 0.5, 0.12)),
        tube(mouth, 0.006, black),
        *[
            beam((x, 1.49, 0.132 - 4 * x * x), (x, 1.462, 0.132 - 4 * x * x), (0.005, 0.005), black)
            for x in (-0.03, 0.0, 0.03)
        ],
    )


@register("the battered hat")
def hat_part(*, hat):
    return concat_shapes(
        moved(disc((0, 0, 0), (0.24, 0.23), 0.018, hat), (0, 1.63, 0), 0.06, (0, 0, 1)),
        moved(lathe([(0.125, 0), (0.115, 0.08), (0.08, 0.15), (0.03, 0.18)], hat, slices=16), (0, 1.64, 0)),
        rod((0, 1.648, 0), (0, 1.68, 0), 0.128, (0.7, 0.2, 0.15)),
    )


@register("a scarecrow with a straw hat and a patched shirt")
def scarecrow(
    *, width=1.6, height=1.82, depth=0.5, shirt=(0.62, 0.2, 0.17), trousers=(0.25, 0.34, 0.5), hat=(0.72, 0.56, 0.3)
):
    whole = concat_shapes(
        library_call("poles"),
        library_call("shirt_part", shirt=shirt),
        library_call("trousers_part", trousers=trousers),
        library_call("head"),
        library_call("hat_part", hat=hat),
        *[library_call("tuft", at=(s * 0.6, 1.29, 0), toward=(s * 1.0, -0.15), length=0.2) for s in (-1, 1)],
        *[library_call("tuft", at=(s * 0.13, 0.31, 0), toward=(0.05 * s, -1.0), length=0.18) for s in (-1, 1)],
        library_call("tuft", at=(0, 1.38, 0.05), toward=(0.0, -1.0), length=0.12),
        *[library_call("tuft", at=(s * 0.1, 1.62, 0), toward=(s * 0.6, -0.8), length=0.16) for s in (-1, 1)],
    )
    return fitted(whole, width, height, depth)
