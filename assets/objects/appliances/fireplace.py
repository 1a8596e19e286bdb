# /// asset
# word = "fireplace"
# synonyms = ["hearth", "fire place", "mantelpiece", "electric fireplace", "fire"]
# stands_for = ["chimney"]
# category = "appliances"
# support = "floor"
# clearance = {front = 0.9}
# colors = ["paint", "brick"]
# ///
from scene.language import *
from scene.language.modelling import box, cone, darker, moved, rod


@register("the surround: pillars, frieze and mantel shelf")
def surround(*, width, height, depth, paint):
    look = (paint, {"roughness": 0.5})
    pillar = width * 0.17
    parts = []
    for side in (-1, 1):
        x = side * (width * 0.94 - pillar) / 2
        parts += [
            box((x, height * 0.45, 0), (pillar, height * 0.9, depth * 0.86), *look),
            box((x, height * 0.05, depth * 0.03), (pillar * 1.1, height * 0.1, depth * 0.9), *look),
            box((x, height * 0.42, depth * 0.44), (pillar * 0.6, height * 0.5, 0.02), darker(paint, 0.9)),
        ]
    return concat_shapes(
        *parts,
        box((0, height * 0.8, 0), (width * 0.92, height * 0.24, depth * 0.84), *look),
        box((0, height * 0.8, depth * 0.43), (width * 0.4, height * 0.12, 0.02), darker(paint, 0.9)),
        box((0, height * 0.93, 0.0), (width * 0.97, height * 0.04, depth * 0.94), *look),
        box((0, height * 0.975, 0), (width, height * 0.05, depth), *look),
    )


@register("the brick firebox and the hearth slab")
def firebox(*, width, height, depth, brick):
    soot = darker(brick, 0.3)
    rows, parts = 6, [box((0, height * 0.35, -depth * 0.36), (width * 0.66, height * 0.7, depth * 0.1), soot)]
    for side in (-1, 1):
        for row in range(rows):
            shade = darker(brick, 0.85 + 0.1 * ((row * 3 + side) % 3))
            parts.append(
                box(
                    (side * width * 0.295, height * (0.06 + 0.105 * row), depth * 0.38),
                    (width * 0.07, height * 0.095, depth * 0.12),
                    shade,
                )
            )
            parts.append(
                box(
                    (side * width * 0.31, height * (0.06 + 0.105 * row), 0),
                    (width * 0.03, height * 0.094, depth * 0.66),
                    soot,
                )
            )
    parts += [
        box(
            (width * (-0.27 + 0.09 * i), height * 0.66, depth * 0.38),
            (width * 0.082, height * 0.075, depth * 0.125),
            darker(brick, 0.85 + 0.1 * (i % 3)),
        )
        for i in range(7)
    ]
    return concat_shapes(
        *parts, box((0, height * 0.015, 0), (width * 0.7, height * 0.03, depth * 0.9), *surface("slate"))
    )


@register("burning logs on a grate")
def log_fire(*, width, height):
    bark, cut = (0.35, 0.22, 0.13), (0.8, 0.62, 0.4)
    logs = []
    for x0, y, z, turn in ((0.0, 0.1, 0.06, 0.12), (0.0, 0.1, -0.1, -0.15), (0.0, 0.24, -0.01, 0.3)):
        piece = concat_shapes(
            rod((-width * 0.42, 0, 0), (width * 0.42, 0, 0), height * 0.085, bark),
            *[rod((s * width * 0.42, 0, 0), (s * width * 0.425, 0, 0), height * 0.075, cut) for s in (-1, 1)],
        )
        logs.append(moved(piece, (x0, y * height, z), turn))
    tints = ((1.0, 0.55, 0.12), (1.0, 0.75, 0.25), (0.98, 0.4, 0.1))
    flames = [
        cone(
            (width * x, height * 0.2, z),
            (width * (x + 0.02), height * h, z),
            width * w,
            tints[i % 3],
            {"emission": 3.0},
        )
        for i, (x, z, h, w) in enumerate(
            (
                (-0.24, 0.02, 0.62, 0.09),
                (-0.08, 0.04, 0.95, 0.1),
                (0.1, 0.03, 0.78, 0.1),
                (0.26, 0.0, 0.58, 0.08),
                (0.0, 0.06, 0.6, 0.1),
                (-0.16, -0.04, 0.8, 0.09),
                (0.18, -0.03, 0.9, 0.08),
            )
        )
    ]
    bars = [
        rod((width * x, height * 0.03, 0.12), (width * x, height * 0.2, 0.12), 0.008, (0.1, 0.1, 0.1))
        for x in (-0.4, -0.2, 0.0, 0.2, 0.4)
    ]
    return concat_shapes(
        *logs,
        *flames,
        *bars,
        rod((-width * 0.45, height * 0.15, 0.12), (width * 0.45, height * 0.15, 0.12), 0.008, (0.1, 0.1, 0.1)),
    )


@register("a fireplace with a mantel, burning logs and a brick hearth")
def fireplace(*, width=1.4, height=1.15, depth=0.4, paint=(0.92, 0.9, 0.86), brick=(0.55, 0.25, 0.18)):
    return concat_shapes(
        library_call("surround", width=width, height=height, depth=depth, paint=paint),
        library_call("firebox", width=width, height=height, depth=depth, brick=brick),
        moved(library_call("log_fire", width=width * 0.44, height=height * 0.46), (0, height * 0.03, 0)),
    )
