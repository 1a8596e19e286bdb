# /// asset
# word = "windmill"
# synonyms = [
#     "dutch windmill", "old windmill", "grain mill", "wind mill", "toy windmill", "model windmill",
#     "miniature windmill",
# ]
# category = "outdoor"
# support = "floor"
# clearance = {front = 0.8}
# colors = ["paint", "cap", "sails"]
# [variants.width]
# "miniature" = 0.2
# "model" = 0.2
# "toy" = 0.2
# [variants.height]
# "miniature" = 0.34
# "model" = 0.34
# "toy" = 0.34
# [variants.depth]
# "miniature" = 0.2
# "model" = 0.2
# "toy" = 0.2
# ///
import math

from scene.language import *
from scene.language.modelling import ball, beam, block, box, darker, fitted, lathe, moved, ring, rod, rotated

WOOD = (0.42, 0.28, 0.18)


@register("the round tower with a gallery, a door and windows")
def tower(*, paint):
    stone = {"roughness": 0.9}
    parts = [
        lathe([(1.35, 0), (1.25, 0.3), (0.85, 4.0)], paint, stone, slices=60),
        rod((0, 0, 0), (0, 0.25, 0), 1.42, darker(paint, 0.6), stone),
    ]
    parts.append(rod((0, 1.7, 0), (0, 1.78, 0), 1.55, WOOD))
    parts.append(ring((0, 2.25, 0), 1.5, 0.035, WOOD, parts=30))
    parts += [rotated(rod((1.5, 1.75, 0), (1.5, 2.25, 0), 0.03, WOOD), 2 * math.pi * i / 16) for i in range(16)]
    parts += [
        rotated(beam((1.15, 1.3, 0), (1.48, 1.7, 0), (0.08, 0.08), WOOD), 2 * math.pi * (i + 0.5) / 10)
        for i in range(10)
    ]
    parts += [
        block((0, 0.2, 1.22), (0.62, 1.1, 0.2), (0.95, 0.94, 0.9)),
        block((0, 0.2, 1.25), (0.5, 1.02, 0.2), darker(WOOD, 0.8)),
    ]
    for y, z in ((2.6, 1.0), (3.3, 0.92)):
        parts += [
            block((0, y, z), (0.44, 0.5, 0.1), (0.95, 0.94, 0.9)),
            block((0, y + 0.05, z + 0.02), (0.34, 0.4, 0.1), (0.25, 0.35, 0.42)),
        ]
        parts += [
            box((0, y + 0.25, z + 0.075), (0.34, 0.03, 0.02), (0.95, 0.94, 0.9)),
            box((0, y + 0.25, z + 0.075), (0.03, 0.4, 0.02), (0.95, 0.94, 0.9)),
        ]
    return concat_shapes(*parts)


@register("the domed cap with its axle")
def cap_part(*, cap):
    return concat_shapes(
        moved(
            lathe(
                [(0.98, 0), (0.98, 0.12), (0.86, 0.5), (0.55, 0.85), (0.15, 1.02)], cap, {"roughness": 0.8}, slices=40
            ),
            (0, 4.0, 0),
        ),
        ball((0, 5.04, 0), 0.13, cap),
        rod((0, 4.4, 0.5), (0, 4.5, 1.5), 0.13, WOOD),
        ball((0, 4.51, 1.52), 0.17, darker(WOOD, 0.7)),
    )


@register("a latticed sail")
def sail(*, sails):
    parts = [box((0, 1.25, 0), (0.1, 2.5, 0.1), WOOD)]
    parts += [box((0.3, 0.45 + 0.33 * i, 0.02), (0.56, 0.035, 0.03), WOOD) for i in range(7)]
    parts += [box((x, 1.44, 0.02), (0.035, 2.02, 0.03), WOOD) for x in (0.3, 0.57)]
    parts.append(box((0.31, 1.44, -0.005), (0.52, 1.98, 0.012), sails, {"roughness": 0.95}))
    return concat_shapes(*parts)


@register("an old windmill with four latticed sails")
def windmill(
    *,
    width=4.0,
    height=6.3,
    depth=3.35,
    paint=(0.92, 0.89, 0.82),
    cap=(0.3, 0.24, 0.2),
    sails=(0.94, 0.91, 0.84),
    turned=0.0,
):
    building = concat_shapes(library_call("tower", paint=paint), library_call("cap_part", cap=cap))
    one = library_call("sail", sails=sails)

    def wheel(angle):
        return loop(4, lambda i: moved(rotated(one, 0.55 + angle + i * math.pi / 2, (0, 0, 1)), (0, 4.5, 1.45)))

    whole = concat_shapes(building, wheel(math.radians(turned)))
    return fitted(whole, width, height, depth, like=concat_shapes(building, wheel(0.0)))
