# /// asset
# word = "cottage"
# synonyms = [
#     "small house", "country house", "village house", "little house", "wooden house", "stone house", "thatched cottage", "bungalow",
#     "cottages", "cottage building",
#     "house building", "farmhouse building", "bungalow building", "cabin building", "hut building", "villa building", "mansion building",
#     "chalet building",
# ]
# category = "outdoor"
# support = "floor"
# clearance = {front = 1.5}
# colors = ["paint", "roof"]
# ///
from scene.language import *
from scene.language.modelling import ball, beam, block, box, darker, fitted, moved, rod, tinted

PANE = ((0.62, 0.74, 0.82), {"roughness": 0.1, "metallic": 0.3})
WHITE, STONE, DOOR = (0.95, 0.94, 0.91), (0.55, 0.52, 0.49), (0.23, 0.36, 0.42)
WIDE, DEEP, LOW, RISE = 5.6, 4.2, 2.7, 1.9
"""Metres of the house: its walls, and the rise of its roof."""


@register("a window with its frame, cross bars, sill and shutters")
def window(*, shutter):
    bars = [box((0, 0, 0.03), size, WHITE) for size in ((0.05, 1.06, 0.03), (0.86, 0.05, 0.03))]
    frame = [box((s * 0.45, 0, 0.02), (0.07, 1.15, 0.06), WHITE) for s in (-1, 1)]
    frame += [box((0, s * 0.54, 0.02), (0.97, 0.07, 0.06), WHITE) for s in (-1, 1)]
    wings = [
        concat_shapes(
            box((s * 0.72, 0, 0.02), (0.42, 1.12, 0.04), shutter),
            *[box((s * 0.72, -0.42 + 0.14 * k, 0.045), (0.34, 0.06, 0.02), darker(shutter, 0.8)) for k in range(7)],
        )
        for s in (-1, 1)
    ]
    return concat_shapes(
        box((0, 0, 0), (0.86, 1.06, 0.03), *PANE),
        *bars,
        *frame,
        *wings,
        box((0, -0.62, 0.07), (1.1, 0.07, 0.16), WHITE),
    )


@register("half of the roof with its courses of tiles")
def slope(*, roof, side):
    parts = [
        beam(
            (0, LOW - 0.16, side * (DEEP / 2 + 0.32)),
            (0, LOW + RISE, side * 0.02),
            (WIDE + 0.7, 0.14),
            roof,
            {"roughness": 0.9},
        )
    ]
    for k in range(12):
        t = (k + 0.3) / 12
        parts.append(
            box(
                (0, LOW - 0.16 + (RISE + 0.16) * t + 0.1, side * (DEEP / 2 + 0.32) * (1 - t)),
                (WIDE + 0.72, 0.05, 0.1),
                tinted(roof, 0.82 + 0.06 * (k % 3)),
                {"roughness": 0.9},
            )
        )
    return concat_shapes(*parts)


@register("the wall below the ridge, in steps, with a round window")
def gable_end(*, paint):
    steps = [
        box((0, LOW + RISE * (k + 0.5) / 14, 0), (0.2, RISE / 14 + 0.002, DEEP * (1 - (k + 0.5) / 14)), paint)
        for k in range(14)
    ]
    return concat_shapes(*steps)


@register("the front door with its canopy, steps and lamp")
def entrance(*, roof):
    return concat_shapes(
        box((0, 1.05, 0.03), (1.0, 2.1, 0.08), DOOR, {"roughness": 0.4}),
        *[box((0, y, 0.075), (0.66, h, 0.02), darker(DOOR, 0.8)) for y, h in ((0.55, 0.7), (1.5, 0.8))],
        *[box((s * 0.56, 1.08, 0.03), (0.12, 2.2, 0.12), WHITE) for s in (-1, 1)],
        box((0, 2.2, 0.03), (1.24, 0.12, 0.12), WHITE),
        ball((0.4, 1.0, 0.1), 0.045, (0.85, 0.7, 0.3), {"metallic": 0.8}),
        block((0, 0, 0.5), (1.5, 0.16, 0.9), STONE),
        block((0, 0, 1.05), (1.7, 0.08, 0.4), STONE),
        beam((0, 2.35, 0.95), (0, 2.62, 0.02), (1.7, 0.07), roof),
        *[rod((s * 0.7, 0.16, 0.85), (s * 0.7, 2.36, 0.85), 0.05, WHITE) for s in (-1, 1)],
    )


@register("a house with a tiled roof, shutters and a chimney")
def cottage(*, width=6.4, height=4.9, depth=5.6, paint=(0.93, 0.88, 0.77), roof=(0.62, 0.27, 0.19)):
    wall = (paint, {"roughness": 0.9})
    shutter = (0.27, 0.42, 0.38)
    front = DEEP / 2 + 0.02
    panes = [
        transform_shape(library_call("window", shutter=shutter), translation_matrix((x, 1.55, front)))
        for x in (-1.9, 1.9)
    ]
    panes += [
        transform_shape(
            library_call("window", shutter=shutter),
            translation_matrix((s * (WIDE / 2 + 0.02), 1.55, z)) @ rotation_matrix(s * 1.5707963, (0, 1, 0)),
        )
        for s in (-1, 1)
        for z in (-0.9, 0.9)
    ]
    panes += [
        transform_shape(
            library_call("window", shutter=shutter),
            translation_matrix((x, 1.55, -front)) @ rotation_matrix(3.14159265, (0, 1, 0)),
        )
        for x in (-1.6, 1.6)
    ]
    whole = concat_shapes(
        block((0, 0, 0), (WIDE + 0.12, 0.35, DEEP + 0.12), STONE, {"roughness": 0.95}),
        block((0, 0, 0), (WIDE, LOW, DEEP), *wall),
        *[moved(library_call("gable_end", paint=paint), (s * (WIDE / 2 - 0.1), 0, 0)) for s in (-1, 1)],
        *[library_call("slope", roof=roof, side=s) for s in (-1, 1)],
        box((0, LOW + RISE + 0.08, 0), (WIDE + 0.72, 0.14, 0.3), darker(roof, 0.8)),
        block((1.5, LOW + 0.8, -0.7), (0.6, 1.6, 0.6), (0.6, 0.36, 0.28), {"roughness": 0.95}),
        block((1.5, LOW + 2.35, -0.7), (0.72, 0.12, 0.72), STONE),
        moved(library_call("entrance", roof=roof), (0, 0, DEEP / 2)),
        *panes,
    )
    return fitted(whole, width, height, depth)
