# /// asset
# word = "beaker"
# synonyms = ["glass beaker", "laboratory beaker", "beakers", "lab beaker", "beaker of liquid"]
# category = "school"
# support = "surface"
# colors = ["liquid"]
# ///
from scene.language import *
from scene.language.modelling import box, fitted, moved, ring, rod, rotated, round_wall


@register("a glass beaker with marks, half full")
def beaker(*, width=0.09, height=0.12, depth=0.09, liquid=(0.15, 0.55, 0.8)):
    glass = ((0.85, 0.92, 0.94), {"opacity": 0.28, "roughness": 0.04})
    marks = [
        moved(
            box((0, 0, 0), (0.016 if i % 2 else 0.026, 0.0016, 0.001), (0.98, 0.98, 0.98)),
            (0, 0.03 + 0.012 * i, 0.0435),
        )
        for i in range(7)
    ]
    whole = concat_shapes(
        rod((0, 0, 0), (0, 0.004, 0), 0.042, *glass),
        rod((0, 0.004, 0), (0, 0.07, 0), 0.039, liquid, {"opacity": 0.8, "roughness": 0.05}),
        round_wall((0.043, 0.0), (0.043, 0.118), 0.002, *glass, panels=36),
        ring((0, 0.118, 0), 0.0435, 0.002, (0.92, 0.96, 0.97), {"opacity": 0.7, "roughness": 0.04}, parts=30),
        moved(rotated(box((0, 0, 0), (0.016, 0.004, 0.012), *glass), 0.3, (0, 0, 1)), (-0.047, 0.117, 0)),
        *marks,
    )
    return fitted(whole, width, height, depth)
