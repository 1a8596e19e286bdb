# /// asset
# word = "terrarium"
# synonyms = [
#     "reptile tank", "vivarium", "glass terrarium", "lizard tank", "snake tank", "reptile terrarium", "gecko tank",
# ]
# stands_for = ["turtle tank", "ant farm", "hamster cage"]
# category = "pets"
# support = "surface"
# colors = ["frame", "lizard"]
# ///
from scene.language import *
from scene.language.modelling import ball, block, box, darker, ellipsoid, fitted, moved, rod, rotated, tube

LEAF = (0.24, 0.5, 0.2)


@register("a small lizard")
def lizard_part(*, lizard):
    legs = [
        tube([(s * 0.018, 0.02, z), (s * 0.045, 0.022, z + 0.01), (s * 0.05, 0.004, z + 0.02)], 0.006, lizard)
        for s in (-1, 1)
        for z in (-0.04, 0.05)
    ]
    return concat_shapes(
        ellipsoid((0, 0.024, 0), (0.026, 0.02, 0.075), lizard),
        ellipsoid((0, 0.034, 0.1), (0.02, 0.015, 0.032), lizard),
        *[ball((s * 0.015, 0.044, 0.11), 0.005, (0.02, 0.02, 0.02)) for s in (-1, 1)],
        tube([(0, 0.02, -0.06), (0.015, 0.012, -0.13), (0.05, 0.007, -0.19)], 0.009, lizard),
        *legs,
    )


@register("a glass terrarium with sand, stones, plants and a lizard")
def terrarium(*, width=0.8, height=0.5, depth=0.4, frame=(0.1, 0.1, 0.11), lizard=(0.35, 0.68, 0.25)):
    glass = ((0.85, 0.92, 0.94), {"opacity": 0.13, "roughness": 0.03})
    edges = [block((s * 0.39, 0, t * 0.19), (0.02, 0.5, 0.02), frame) for s in (-1, 1) for t in (-1, 1)]
    rims = [box((0, y, t * 0.19), (0.8, h, 0.02), frame) for t in (-1, 1) for y, h in ((0.025, 0.05), (0.485, 0.03))]
    sides = [box((s * 0.39, y, 0), (0.02, h, 0.4), frame) for s in (-1, 1) for y, h in ((0.025, 0.05), (0.485, 0.03))]
    plants = []
    for x, z, tall in ((-0.26, -0.04, 0.3), (-0.16, -0.08, 0.22), (0.26, -0.04, 0.26)):
        for k in range(7):
            leaf = ellipsoid((0, tall * 0.5, 0), (0.016, tall * 0.5, 0.006), LEAF if k % 2 else darker(LEAF, 1.25))
            plants.append(moved(rotated(rotated(leaf, 0.1 + 0.045 * k, (0, 0, 1)), 0.9 * k), (x, 0.07, z)))
    whole = concat_shapes(
        *edges,
        *rims,
        *sides,
        box((0, 0.28, 0.192), (0.76, 0.42, 0.004), *glass),
        box((0, 0.28, -0.192), (0.76, 0.42, 0.004), (0.55, 0.5, 0.4)),
        *[box((s * 0.392, 0.28, 0), (0.004, 0.42, 0.36), *glass) for s in (-1, 1)],
        block((0, 0.005, 0), (0.77, 0.075, 0.37), (0.84, 0.7, 0.46), {"roughness": 0.95}),
        *[
            ellipsoid((x, 0.09, z), (r, r * 0.7, r), (0.5, 0.48, 0.46))
            for x, z, r in ((0.18, -0.06, 0.085), (0.26, 0.03, 0.05), (0.09, -0.1, 0.055))
        ],
        rod((-0.2, 0.1, 0.08), (0.12, 0.2, -0.05), 0.02, (0.4, 0.27, 0.16)),
        *plants,
        moved(library_call("lizard_part", lizard=lizard), (0.0, 0.082, 0.1), 0.9),
        moved(library_call("lizard_part", lizard=darker(lizard, 0.8)), (-0.04, 0.175, 0.0), 1.8),
        rod((0.24, 0.48, 0), (0.24, 0.42, 0), 0.05, (1.0, 0.9, 0.6), {"emission": 1.2}),
    )
    return fitted(whole, width, height, depth)
