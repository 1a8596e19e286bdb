# /// asset
# word = "meat slicer"
# synonyms = ["slicing machine", "deli slicer", "ham slicer", "food slicer", "cold cut slicer"]
# category = "kitchen"
# support = "surface"
# colors = ["paint"]
# ///
from scene.language import *
from scene.language.modelling import block, box, darker, ellipsoid, fitted, moved, plate, rod


@register("a slicing machine with its round blade and a salami on it")
def meat_slicer(*, width=0.55, height=0.42, depth=0.5, paint=(0.75, 0.08, 0.07)):
    steel = ((0.8, 0.81, 0.83), {"metallic": 0.85, "roughness": 0.25})
    gloss = {"roughness": 0.25}
    blade = concat_shapes(
        rod((0, 0, -0.006), (0, 0, 0.0), 0.15, *steel),
        rod((0, 0, 0.0), (0, 0, 0.02), 0.05, *steel),
        rod((0, 0, -0.03), (0, 0, -0.008), 0.14, paint, gloss),
    )
    whole = concat_shapes(
        *[block((x * 0.22, 0, z * 0.17), (0.05, 0.03, 0.05), (0.1, 0.1, 0.11)) for x in (-1, 1) for z in (-1, 1)],
        plate((0, 0.03, 0), (0.54, 0.07, 0.42), 0.05, paint, gloss),
        block((-0.08, 0.1, -0.12), (0.2, 0.16, 0.14), paint, gloss),
        moved(blade, (-0.08, 0.27, -0.02)),
        box((0.06, 0.17, 0.12), (0.3, 0.015, 0.2), *steel),
        box((0.2, 0.24, 0.12), (0.012, 0.14, 0.2), *steel),
        rod((-0.05, 0.225, 0.02), (-0.05, 0.225, 0.2), 0.05, (0.5, 0.14, 0.12), {"roughness": 0.5}),
        rod((-0.05, 0.225, 0.2), (-0.05, 0.225, 0.204), 0.046, (0.85, 0.5, 0.45)),
        rod((0.2, 0.32, 0.12), (0.2, 0.4, 0.12), 0.012, *steel),
        ellipsoid((0.2, 0.4, 0.12), (0.022, 0.03, 0.022), (0.1, 0.1, 0.11)),
        rod((0.22, 0.065, 0.21), (0.22, 0.065, 0.235), 0.03, *steel),
        *[
            moved(
                ellipsoid((0, 0, 0), (0.05, 0.003, 0.045), (0.8, 0.42, 0.38)),
                (-0.2 + 0.02 * i, 0.105 + 0.004 * i, 0.12),
            )
            for i in range(3)
        ],
        box((0, 0.065, 0.211), (0.16, 0.02, 0.004), darker(paint, 0.3)),
    )
    return fitted(whole, width, height, depth)
