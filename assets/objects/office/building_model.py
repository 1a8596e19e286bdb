# /// asset
# word = "building model"
# synonyms = ["architectural model", "architecture model", "scale model of a building", "model building", "house scale model",
#   "city model"]
# category = "office"
# support = "surface"
# colors = ["paint", "ground"]
# ///
from scene.language import *
from scene.language.modelling import ball, block, box, darker, fitted, rod


@register("a white block with rows of windows")
def tower(*, at, size, floors, paint):
    x, z = at
    w, h, d = size
    glass = (0.55, 0.68, 0.75)
    parts = [block((x, 0.02, z), (w, h, d), paint)]
    for i in range(floors):
        y = 0.02 + h * (i + 0.5) / floors
        parts.append(box((x, y, z), (w + 0.003, h / floors * 0.45, d * 0.86), glass))
        parts.append(box((x, y, z), (w * 0.86, h / floors * 0.45, d + 0.003), glass))
    n = max(2, round(w / 0.03))
    for s in (-1, 1):
        parts += [
            block((x + (i - (n - 1) / 2) * w / n, 0.02, z + s * (d / 2 + 0.001)), (0.005, h, 0.004), paint)
            for i in range(n)
        ]
    parts.append(block((x, 0.02 + h, z), (w + 0.008, 0.006, d + 0.008), darker(paint, 0.9)))
    return concat_shapes(*parts)


@register("a house with a gable roof")
def small_house(*, x, z, paint):
    roof = darker(paint, 0.72)
    return concat_shapes(
        block((x, 0.02, z), (0.09, 0.045, 0.07), paint),
        rotated_roof(x, z, roof),
        box((x, 0.04, z + 0.0355), (0.016, 0.04, 0.003), (0.45, 0.33, 0.22)),
    )


def rotated_roof(x, z, tone):
    parts = []
    parts += [block((x, 0.065 + 0.0035 * i, z), (0.1, 0.0036, 0.08 * (1 - i / 12)), tone) for i in range(12)]
    return concat_shapes(*parts)


@register("a small tree")
def small_tree(*, x, z, tall):
    return concat_shapes(
        rod((x, 0.02, z), (x, 0.02 + tall * 0.6, z), 0.0025, (0.45, 0.33, 0.22)),
        ball((x, 0.02 + tall * 0.75, z), tall * 0.36, (0.42, 0.58, 0.34)),
    )


@register("an architectural model of buildings on a board")
def building_model(*, width=0.7, height=0.32, depth=0.5, paint=(0.95, 0.94, 0.91), ground=(0.78, 0.75, 0.68)):
    trees = [(-0.3, 0.2, 0.06), (-0.22, 0.21, 0.05), (-0.12, 0.2, 0.065), (0.3, 0.05, 0.06), (0.29, -0.06, 0.05), (0.05, 0.06, 0.055),
             (0.3, -0.18, 0.065), (-0.31, -0.2, 0.05), (0.02, 0.2, 0.05)]  # fmt: skip
    whole = concat_shapes(
        block((0, 0, 0), (0.7, 0.014, 0.5), (0.5, 0.35, 0.22)),
        block((0, 0.014, 0), (0.68, 0.006, 0.48), ground),
        box((0, 0.0205, 0.13), (0.68, 0.002, 0.055), (0.6, 0.6, 0.6)),
        *[box((-0.3 + 0.1 * i, 0.0218, 0.13), (0.045, 0.001, 0.005), (0.95, 0.95, 0.95)) for i in range(7)],
        library_call("tower", at=(-0.17, -0.08), size=(0.17, 0.3, 0.15), floors=10, paint=paint),
        library_call("tower", at=(0.02, -0.13), size=(0.14, 0.17, 0.13), floors=6, paint=darker(paint, 0.97)),
        library_call("tower", at=(0.18, -0.1), size=(0.12, 0.22, 0.17), floors=7, paint=paint),
        *[library_call("small_house", x=0.14 + 0.13 * i, z=0.2, paint=paint) for i in range(2)],
        library_call("small_house", x=0.16, z=0.055, paint=paint),
        *[library_call("small_tree", x=x, z=z, tall=t) for x, z, t in trees],
    )
    return fitted(whole, width, height, depth)
