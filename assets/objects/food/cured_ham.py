# /// asset
# word = "ham"
# synonyms = ["cured ham", "hanging ham", "prosciutto", "leg of ham", "smoked ham", "hams", "jamon"]
# category = "food"
# support = "surface"
# colors = ["rind", "meat"]
# ///
from scene.language import *
from scene.language.modelling import ball, box, ellipsoid, fitted, moved, rod, rotated, taper


@register("a leg of ham on a wooden board, a few slices cut off")
def cured_ham(*, width=0.6, height=0.17, depth=0.26, rind=(0.55, 0.27, 0.14), meat=(0.78, 0.28, 0.26)):
    fat = (0.95, 0.85, 0.76)
    leg = concat_shapes(
        ellipsoid((0.08, 0, 0), (0.17, 0.075, 0.1), rind, {"roughness": 0.45}),
        taper((0.0, 0, 0), (-0.27, 0.01, 0), 0.075, 0.03, rind, {"roughness": 0.45}),
        rod((-0.26, 0.01, 0), (-0.32, 0.012, 0), 0.018, (0.9, 0.84, 0.72)),
        ball((-0.32, 0.012, 0), 0.023, (0.9, 0.84, 0.72)),
        rod((0.19, 0, 0), (0.222, 0, 0), 0.07, fat),
        rod((0.2, 0, 0), (0.226, 0, 0), 0.061, meat),
        rod((0.2, 0.005, 0.01), (0.229, 0.005, 0.01), 0.014, fat),
    )
    slices = [
        moved(
            rotated(
                concat_shapes(
                    ellipsoid((0, 0, 0), (0.05, 0.004, 0.042), fat),
                    ellipsoid((0, 0.0015, 0), (0.043, 0.004, 0.034), meat),
                ),
                0.25 * i,
            ),
            (0.13 + 0.03 * i, 0.03 + 0.004 * i, 0.11),
        )
        for i in range(3)
    ]
    whole = concat_shapes(
        box((0, 0.012, 0.01), (0.6, 0.024, 0.28), *surface("oak")), moved(leg, (-0.02, 0.1, -0.02)), *slices
    )
    return fitted(whole, width, height, depth)
