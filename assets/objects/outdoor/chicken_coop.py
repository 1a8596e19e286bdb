# /// asset
# word = "chicken coop"
# synonyms = ["hen house", "henhouse", "chicken house", "hen coop", "poultry house", "coop", "chicken run", "hen run"]
# stands_for = ["rabbit hutch"]
# category = "outdoor"
# support = "floor"
# clearance = {front = 0.6}
# colors = ["paint", "roof"]
# materials = ["wood"]
# ///
import math

from scene.language import *
from scene.language.modelling import beam, block, box, cone, darker, ellipsoid, finish, fitted, moved, rod


@register("the raised house with its roof")
def house(*, look, paint, roof):
    boards = []
    for i in range(9):
        x = -0.85 + 0.105 * i
        boards.append(block((x, 0.5, 0.42), (0.1, 0.75, 0.02), darker(paint, 0.93 + 0.07 * (i % 2))))
    gable = [
        block((-0.43, 1.25 + 0.02 * k, 0.0), (1.0, 0.021, 0.86 * (1 - k / 18)), darker(paint, 0.95)) for k in range(17)
    ]
    slopes = [
        moved(
            box((-0.43, 0.0, s * 0.3), (1.16, 0.03, 0.66), roof, {"roughness": 0.9}), (0, 1.45, 0), s * 0.67, (1, 0, 0)
        )
        for s in (-1, 1)
    ]
    legs = [block((-0.43 + s * 0.44, 0, t * 0.37), (0.07, 0.5, 0.07), *look) for s in (-1, 1) for t in (-1, 1)]
    return concat_shapes(
        *legs,
        block((-0.43, 0.48, 0), (1.0, 0.04, 0.86), *look),
        block((-0.43, 0.52, 0), (0.96, 0.74, 0.82), darker(paint, 0.85)),
        *boards,
        *gable,
        *slopes,
        box((-0.62, 0.75, 0.434), (0.26, 0.36, 0.012), (0.06, 0.05, 0.05)),
        *[box((-0.62 + s * 0.145, 0.75, 0.438), (0.03, 0.4, 0.016), (0.95, 0.94, 0.9)) for s in (-1, 1)],
        box((-0.62, 0.945, 0.438), (0.32, 0.03, 0.016), (0.95, 0.94, 0.9)),
        box((-0.2, 0.9, 0.434), (0.26, 0.26, 0.012), (0.2, 0.24, 0.27)),
        *[box((-0.2 + d, 0.9, 0.44), (0.022, 0.26, 0.012), (0.95, 0.94, 0.9)) for d in (-0.13, 0, 0.13)],
        *[box((-0.2, 0.9 + d, 0.44), (0.28, 0.022, 0.012), (0.95, 0.94, 0.9)) for d in (-0.13, 0, 0.13)],
    )


@register("the ramp with its slats")
def ramp(*, look):
    slats = [
        moved(
            box((0, 0.014, 0), (0.24, 0.02, 0.025), darker(look[0], 0.7)),
            (-0.62, 0.52 - 0.085 * i, 0.45 + 0.1 * i),
            0.7,
            (1, 0, 0),
        )
        for i in range(6)
    ]
    return concat_shapes(beam((-0.62, 0.53, 0.43), (-0.62, 0.01, 1.03), (0.26, 0.02), *look), *slats)


@register("the run fenced with wire")
def run(*, look):
    parts = []
    wire = ((0.6, 0.62, 0.63), {"metallic": 0.5, "roughness": 0.5})
    for x in (0.1, 0.65, 1.2):
        parts += [block((x, 0, t * 0.38), (0.06, 0.95, 0.06), *look) for t in (-1, 1)]
    for y in (0.03, 0.9):
        parts += [block((0.65, y, t * 0.38), (1.16, 0.06, 0.05), *look) for t in (-1, 1)]
        parts.append(block((1.2, y, 0), (0.05, 0.06, 0.76), *look))
    for i in range(1, 18):
        if i % 9:
            parts += [
                rod((0.1 + 0.061 * i, 0.06, t * 0.38), (0.1 + 0.061 * i, 0.92, t * 0.38), 0.003, *wire) for t in (-1, 1)
            ]
    for i in range(1, 13):
        y = 0.06 + 0.066 * i
        parts += [rod((0.1, y, t * 0.38), (1.2, y, t * 0.38), 0.003, *wire) for t in (-1, 1)]
        parts.append(rod((1.2, y, -0.36), (1.2, y, 0.36), 0.003, *wire))
    parts += [rod((1.2, 0.06, -0.36 + 0.06 * i), (1.2, 0.92, -0.36 + 0.06 * i), 0.003, *wire) for i in range(1, 12)]
    return concat_shapes(*parts)


@register("a hen")
def small_hen():
    white, red = (0.93, 0.9, 0.84), (0.82, 0.12, 0.1)
    return concat_shapes(
        ellipsoid((0, 0.2, 0), (0.085, 0.09, 0.13), white),
        moved(ellipsoid((0, 0, 0), (0.03, 0.1, 0.06), darker(white, 0.9)), (0, 0.28, -0.12), -0.5, (1, 0, 0)),
        ellipsoid((0, 0.3, 0.1), (0.04, 0.08, 0.045), white),
        ellipsoid((0, 0.37, 0.12), (0.037, 0.037, 0.04), white),
        *[ellipsoid((0, 0.405, 0.1 + 0.02 * k), (0.007, 0.02, 0.012), red) for k in range(3)],
        cone((0, 0.368, 0.15), (0, 0.362, 0.185), 0.012, (0.95, 0.7, 0.15)),
        *[rod((s * 0.03, 0.0, 0.02), (s * 0.03, 0.13, 0.0), 0.007, (0.95, 0.7, 0.15)) for s in (-1, 1)],
    )


@register("a wooden chicken coop with a ramp, a run and a hen")
def chicken_coop(*, width=2.3, height=1.5, depth=1.55, wood="pine", paint=(0.62, 0.16, 0.13), roof=(0.26, 0.28, 0.3)):
    look = finish(wood)
    whole = concat_shapes(
        library_call("house", look=look, paint=paint, roof=roof),
        library_call("ramp", look=look),
        library_call("run", look=look),
        moved(library_call("small_hen"), (0.62, 0, 0.05), math.pi / 3),
    )
    return fitted(whole, width, height, depth)
