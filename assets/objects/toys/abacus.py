# /// asset
# word = "abacus"
# synonyms = ["counting frame", "counting beads"]
# stands_for = ["bead maze", "shape sorter", "busy board", "bead toy", "pegboard toy", "sensory board", "toy clock"]
# category = "toys"
# support = "surface"
# materials = ["wood"]
# ///
from scene.language import *
from scene.language.modelling import box, ellipsoid, fitted, rod


@register("the wooden frame")
def frame_part(*, wood):
    look = surface(wood)
    return concat_shapes(
        *[box((s * 0.16, 0.15, 0), (0.018, 0.3, 0.03), *look) for s in (-1, 1)],
        *[box((0, y, 0), (0.34, 0.018, 0.03), *look) for y in (0.05, 0.29)],
        *[box((s * 0.14, 0.012, 0), (0.04, 0.024, 0.1), *look) for s in (-1, 1)],
        *[rod((-0.16, 0.08 + 0.042 * i, 0), (0.16, 0.08 + 0.042 * i, 0), 0.003, *surface("steel")) for i in range(5)],
    )


@register("the beads")
def beads():
    tones = ((0.85, 0.15, 0.15), (0.95, 0.6, 0.15), (0.95, 0.85, 0.25), (0.3, 0.65, 0.35), (0.2, 0.45, 0.8))
    return concat_shapes(
        *[
            ellipsoid(
                (-0.135 + 0.0235 * i + (0.05 if i >= 3 + row else 0), 0.08 + 0.042 * row, 0),
                (0.011, 0.018, 0.018),
                tones[row],
                {"roughness": 0.25},
            )
            for row in range(5)
            for i in range(10)
        ]
    )


@register("an abacus with coloured beads")
def abacus(*, width=0.34, height=0.3, depth=0.1, wood="beech"):
    whole = concat_shapes(library_call("frame_part", wood=wood), library_call("beads"))
    return fitted(whole, width, height, depth)
