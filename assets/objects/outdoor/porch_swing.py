# /// asset
# word = "porch swing"
# synonyms = ["swing seat", "swing bench", "hollywood swing", "patio swing"]
# category = "outdoor"
# support = "floor"
# clearance = {front = 0.6}
# colors = ["cushion_color"]
# materials = ["wood"]
# ///
from scene.language import *
from scene.language.modelling import beam, block, finish, fitted, pad, rod, upright_pad


@register("a slatted bench with cushions that hangs on chains")
def swing_seat(*, width, wood, cloth):
    slats = [block((0, 0, 0.2 - 0.09 * i), (width, 0.022, 0.075), *wood) for i in range(5)]
    backs = [
        beam((x, 0.06, -0.22), (x, 0.6, -0.34), (0.07, 0.018), *wood)
        for x in (-0.6, -0.4, -0.2, 0.0, 0.2, 0.4, 0.6)
        if abs(x) < width / 2 - 0.05
    ]
    return concat_shapes(
        *slats,
        *backs,
        block((0, 0.56, -0.35), (width, 0.07, 0.03), *wood),
        *[block((s * (width / 2 - 0.03), 0.2, 0), (0.07, 0.03, 0.52), *wood) for s in (-1, 1)],
        *[block((s * (width / 2 - 0.03), 0, 0.2), (0.05, 0.2, 0.05), *wood) for s in (-1, 1)],
        *[pad((s * width / 4, 0.022, 0.02), (width / 2 - 0.06, 0.08, 0.44), *cloth, edge=0.035) for s in (-1, 1)],
        *[upright_pad((s * width / 4, 0.1, -0.2), (width / 2 - 0.08, 0.42, 0.1), *cloth, edge=0.04) for s in (-1, 1)],
    )


@register("a swing for two or three under a wooden frame")
def porch_swing(*, width=1.9, depth=1.2, height=1.95, wood="cedar", cushion_color=(0.86, 0.84, 0.76)) -> Shape:
    timber, chain = finish(wood), finish("black metal")
    x = width / 2 - 0.05
    seat = 0.45
    inner = width - 0.44
    frame = [
        beam((s * x, 0, t * (depth / 2 - 0.04)), (s * x, height - 0.05, t * 0.06), (0.08, 0.08), *timber)
        for s in (-1, 1)
        for t in (-1, 1)
    ]
    frame += [block((s * x, 0.32, 0), (0.06, 0.08, depth * 0.8), *timber) for s in (-1, 1)]
    frame.append(block((0, height - 0.12, 0), (width, 0.12, 0.1), *timber))
    chains = [
        rod(
            (s * (inner / 2 - 0.03), height - 0.1, 0),
            (s * (inner / 2 - 0.03), seat + (0.2 if z > 0 else 0.56), z),
            0.008,
            *chain,
        )
        for s in (-1, 1)
        for z in (0.2, -0.34)
    ]
    return fitted(
        concat_shapes(
            *frame,
            *chains,
            place("swing_seat", at=(0, seat, 0), width=inner, wood=timber, cloth=finish("canvas", cushion_color)),
        ),
        width,
        height,
        depth,
    )
