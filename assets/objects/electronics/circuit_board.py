# /// asset
# word = "circuit board"
# synonyms = ["motherboard", "pcb", "printed circuit board", "electronics board", "mainboard", "arduino", "microcontroller board"]
# category = "electronics"
# support = "surface"
# colors = ["paint"]
# ///
from scene.language import *
from scene.language.modelling import block, box, finish, fitted, rod

BLACK = (0.07, 0.07, 0.08)
GOLD = ((0.85, 0.68, 0.25), {"metallic": 0.9, "roughness": 0.3})


@register("the board with its traces")
def board(*, paint):
    lines = []
    light = tuple(min(1.0, 1.5 * c + 0.05) for c in paint)
    for i in range(14):
        z = -0.075 + 0.0115 * i
        a, b = -0.1 + 0.012 * ((i * 5) % 6), 0.09 - 0.015 * ((i * 3) % 5)
        lines.append(box(((a + b) / 2, 0.0052, z), (b - a, 0.0006, 0.0018), light))
        lines.append(box((b, 0.0052, z + 0.005), (0.0018, 0.0006, 0.0115), light))
    holes = [
        concat_shapes(
            rod((s * 0.11, 0.0, t * 0.085), (s * 0.11, 0.0056, t * 0.085), 0.006, *GOLD),
            rod((s * 0.11, 0.0, t * 0.085), (s * 0.11, 0.0058, t * 0.085), 0.0035, BLACK),
        )
        for s in (-1, 1)
        for t in (-1, 1)
    ]
    return concat_shapes(block((0, 0.002, 0), (0.24, 0.003, 0.19), paint, {"roughness": 0.4}), *lines, *holes)


@register("a chip with its legs")
def chip(*, x, z, wide, deep):
    n = max(3, round(wide / 0.006))
    legs = [
        box(
            (x + (i - (n - 1) / 2) * wide / n, 0.006, z + s * (deep / 2 + 0.002)),
            (0.0025, 0.002, 0.005),
            *finish("silver"),
        )
        for i in range(n)
        for s in (-1, 1)
    ]
    return concat_shapes(
        block((x, 0.005, z), (wide, 0.005, deep), BLACK),
        rod((x - wide * 0.38, 0.0098, z), (x - wide * 0.38, 0.0104, z), 0.002, (0.4, 0.4, 0.42)),
        *legs,
    )


@register("capacitors, sockets and a heat sink")
def parts_on_top():
    things = []
    for i in range(5):
        x = -0.09 + 0.016 * i
        things.append(rod((x, 0.004, -0.075), (x, 0.022, -0.075), 0.006, (0.12, 0.2, 0.45)))
        things.append(rod((x, 0.0215, -0.075), (x, 0.0225, -0.075), 0.0055, *finish("silver")))
    things.append(block((0.045, 0.004, -0.03), (0.05, 0.006, 0.05), (0.75, 0.76, 0.78)))
    things += [
        block(
            (0.045 + 0.0075 * (i - 3), 0.01, -0.03),
            (0.003, 0.016, 0.05),
            (0.75, 0.76, 0.78),
            {"metallic": 0.7, "roughness": 0.4},
        )
        for i in range(7)
    ]
    for i, tone in enumerate(((0.15, 0.3, 0.7), BLACK, (0.15, 0.3, 0.7))):
        things.append(block((-0.03, 0.004, 0.035 + 0.018 * i), (0.13, 0.012, 0.008), tone))
        things.append(box((-0.03, 0.0162, 0.035 + 0.018 * i), (0.12, 0.001, 0.0025), (0.02, 0.02, 0.02)))
    things += [block((0.11, 0.004, z), (0.03, 0.018, 0.026), *finish("silver")) for z in (-0.06, -0.02, 0.02)]
    things += [box((0.1255, 0.013, z), (0.001, 0.011, 0.02), BLACK) for z in (-0.06, -0.02, 0.02)]
    things.append(block((0.075, 0.004, 0.07), (0.05, 0.01, 0.024), (0.92, 0.92, 0.9)))
    things += [rod((0.055 + 0.008 * i, 0.013, 0.07), (0.055 + 0.008 * i, 0.02, 0.07), 0.0015, *GOLD) for i in range(6)]
    things += [
        box(
            (-0.1 + 0.014 * (i % 8), 0.006, -0.045 + 0.035 * (i // 8)),
            (0.006, 0.003, 0.003),
            ((0.75, 0.55, 0.35), BLACK)[i % 2],
        )
        for i in range(16)
    ]
    things += [
        rod((0.1, 0.004, 0.05 - 0.008 * i), (0.1, 0.009, 0.05 - 0.008 * i), 0.002, tone, {"emission": 1.5})
        for i, tone in enumerate(((0.9, 0.1, 0.1), (0.1, 0.9, 0.2)))
    ]
    return concat_shapes(*things)


@register("a green circuit board with chips, sockets and a heat sink")
def circuit_board(*, width=0.245, height=0.026, depth=0.19, paint=(0.06, 0.35, 0.17)):
    whole = concat_shapes(
        library_call("board", paint=paint),
        library_call("chip", x=-0.05, z=-0.03, wide=0.05, deep=0.03),
        library_call("chip", x=-0.06, z=0.008, wide=0.06, deep=0.012),
        library_call("chip", x=0.045, z=0.02, wide=0.03, deep=0.02),
        library_call("parts_on_top"),
    )
    return fitted(whole, width, height, depth)
