# /// asset
# word = "excavator"
# synonyms = ["digger", "mini excavator", "backhoe", "excavators", "toy excavator", "toy digger"]
# stands_for = ["bulldozer"]
# category = "outdoor"
# support = "floor"
# colors = ["paint"]
# [variants.width]
# "toy" = 0.16
# [variants.height]
# "toy" = 0.2
# [variants.depth]
# "toy" = 0.34
# ///
from scene.language import *
from scene.language.modelling import beam, block, box, cone, fitted, rod

DARK = ((0.1, 0.1, 0.11), {"roughness": 0.7})
GLASS = ((0.45, 0.6, 0.68), {"opacity": 0.5, "roughness": 0.05})


@register("the tracks on their wheels")
def tracks():
    parts = []
    for s in (-1, 1):
        x = s * 0.85
        parts += [block((x, 0.08, 0), (0.42, 0.56, 2.5), *DARK)]
        parts += [rod((x - 0.21, 0.36, z), (x + 0.21, 0.36, z), 0.36, *DARK) for z in (-1.25, 1.25)]
        parts += [
            rod((x + s * 0.2, 0.3, -1.2 + 0.48 * i), (x + s * 0.23, 0.3, -1.2 + 0.48 * i), 0.17, (0.35, 0.35, 0.36))
            for i in range(6)
        ]
        parts += [
            box((x, y, -1.3 + 0.2 * i), (0.46, 0.05, 0.1), (0.16, 0.16, 0.17)) for y in (0.02, 0.7) for i in range(14)
        ]
    return concat_shapes(*parts, block((0, 0.35, 0), (1.3, 0.3, 1.5), *DARK))


@register("the boom, the stick and the toothed bucket")
def arm(*, paint):
    gloss = {"roughness": 0.35}
    steel = ((0.75, 0.76, 0.78), {"metallic": 0.8, "roughness": 0.3})
    bucket = [
        box((0.2, 0.42, 3.15), (0.9, 0.06, 0.6), (0.3, 0.3, 0.31)),
        box((0.2, 0.68, 3.42), (0.9, 0.55, 0.06), (0.3, 0.3, 0.31)),
    ]
    bucket += [box((0.2 + s * 0.43, 0.65, 3.15), (0.05, 0.5, 0.56), (0.3, 0.3, 0.31)) for s in (-1, 1)]
    teeth = [
        cone((-0.15 + 0.175 * i, 0.42, 2.88), (-0.15 + 0.175 * i, 0.38, 2.68), 0.05, (0.55, 0.55, 0.56))
        for i in range(5)
    ]
    return concat_shapes(
        beam((0.2, 1.1, 0.75), (0.2, 2.9, 1.6), (0.26, 0.36), paint, gloss),
        beam((0.2, 2.85, 1.55), (0.2, 2.55, 2.75), (0.24, 0.3), paint, gloss),
        beam((0.2, 2.75, 2.65), (0.2, 0.85, 3.25), (0.2, 0.26), paint, gloss),
        *[
            rod((-0.0, y, z), (0.4, y, z), 0.13, *DARK)
            for y, z in ((1.1, 0.75), (2.88, 1.58), (2.6, 2.72), (0.85, 3.25))
        ],
        rod((0.2, 1.3, 1.15), (0.2, 2.35, 1.75), 0.06, *steel),
        rod((0.2, 3.1, 1.8), (0.2, 2.9, 2.6), 0.055, *steel),
        *bucket,
        *teeth,
    )


@register("a tracked excavator with its arm and bucket")
def excavator(*, width=2.2, height=3.1, depth=5.0, paint=(0.97, 0.72, 0.06)):
    gloss = {"roughness": 0.35}
    whole = concat_shapes(
        library_call("tracks"),
        rod((0, 0.65, 0), (0, 0.85, 0), 0.55, *DARK),
        block((0, 0.85, -0.45), (1.9, 0.2, 2.3), paint, gloss),
        block((0.25, 1.05, -1.05), (1.4, 0.7, 1.1), paint, gloss),
        block((0, 0.95, -1.55), (1.9, 0.7, 0.35), (0.2, 0.2, 0.21)),
        block((-0.55, 1.05, 0.05), (0.8, 0.6, 1.15), paint, gloss),
        block((-0.55, 1.6, 0.05), (0.74, 0.85, 1.1), *GLASS),
        block((-0.55, 2.45, 0.05), (0.84, 0.08, 1.2), paint, gloss),
        *[block((-0.55 + x * 0.37, 1.6, 0.05 + z * 0.54), (0.06, 0.88, 0.06), *DARK) for x in (-1, 1) for z in (-1, 1)],
        block((-0.55, 1.3, -0.1), (0.45, 0.5, 0.4), *DARK),
        rod((0.7, 1.75, -1.2), (0.7, 2.1, -1.2), 0.06, *DARK),
        library_call("arm", paint=paint),
    )
    return fitted(whole, width, height, depth)
