# /// asset
# word = "bowling lane"
# synonyms = ["bowling alley lane", "bowling lanes", "skittle alley"]
# category = "sport"
# support = "floor"
# clearance = {front = 1.0}
# colors = ["paint"]
# materials = ["wood"]
# ///
from scene.language import *
from scene.language.modelling import ball, block, box, darker, finish, fitted, lathe, moved, round_wall


@register("a bowling pin")
def pin():
    white = (0.96, 0.95, 0.92)
    return concat_shapes(
        lathe([(0.026, 0), (0.045, 0.04), (0.06, 0.115), (0.05, 0.18), (0.026, 0.25), (0.028, 0.29)], white, slices=20),
        ball((0, 0.335, 0), 0.034, white),
        round_wall((0.033, 0.235), (0.031, 0.247), 0.01, (0.85, 0.1, 0.1), panels=14),
        round_wall((0.031, 0.262), (0.031, 0.274), 0.01, (0.85, 0.1, 0.1), panels=14),
    )


@register("the boards with arrows and gutters")
def boards(*, length, look):
    n, wide = 10, 1.05
    parts = []
    for i in range(n):
        tone = darker(look[0], 0.92 + 0.08 * ((i * 3) % 4) / 3)
        parts.append(block(((i - (n - 1) / 2) * wide / n, 0, 0), (wide / n - 0.001, 0.1, length), tone, look[1]))
    for s in (-1, 1):
        parts.append(block((s * 0.66, 0, 0), (0.24, 0.03, length), (0.2, 0.21, 0.23)))
        parts.append(block((s * 0.81, 0, 0), (0.06, 0.12, length), (0.35, 0.24, 0.16)))
    dark = (0.2, 0.1, 0.06)
    for k in (-2, -1, 0, 1, 2):
        z = length * 0.18 + 0.18 * abs(k)
        parts += [block((k * 0.18, 0.1, z + 0.05 * t), (0.015 + 0.02 * t, 0.002, 0.05), dark) for t in range(4)]
    parts.append(block((0, 0.1, length * 0.42), (wide, 0.002, 0.03), (0.05, 0.05, 0.05)))
    return concat_shapes(*parts)


@register("the pin deck under its hood")
def pit(*, length, paint):
    z = -length / 2
    parts = [
        *[block((s * 0.83, 0, z + 0.65), (0.06, 1.3, 1.3), (0.12, 0.12, 0.14)) for s in (-1, 1)],
        block((0, 0.72, z + 0.65), (1.62, 0.58, 1.3), (0.12, 0.12, 0.14)),
        block((0, 0, z + 0.02), (1.62, 0.75, 0.04), (0.04, 0.04, 0.05)),
        box((0, 1.0, z + 1.31), (1.68, 0.58, 0.03), paint, {"roughness": 0.3}),
        *[box((0.34 * k, 1.0, z + 1.33), (0.12, 0.4, 0.012), (0.95, 0.95, 0.92)) for k in (-1, 0, 1)],
        *[ball((0.34 * k, 1.22, z + 1.33), 0.045, (0.95, 0.95, 0.92)) for k in (-1, 0, 1)],
        box((0, 0.715, z + 1.0), (1.3, 0.01, 0.3), *finish("lamp glow")),
    ]
    for row in range(4):
        parts += [moved(library_call("pin"), ((i - row / 2) * 0.26, 0.1, z + 1.15 - 0.2 * row)) for i in range(row + 1)]
    return concat_shapes(*parts)


@register("a bowling lane with gutters and ten pins")
def bowling_lane(*, width=1.72, height=1.3, depth=7.0, wood="maple", paint=(0.2, 0.25, 0.6)):
    whole = concat_shapes(
        library_call("boards", length=depth, look=finish(wood)), library_call("pit", length=depth, paint=paint)
    )
    return fitted(whole, width, height, depth)
