# /// asset
# word = "pasta machine"
# synonyms = ["pasta maker", "noodle machine", "pasta roller", "hand-cranked pasta machine"]
# category = "kitchen"
# support = "surface"
# colors = ["dough"]
# ///
from scene.language import *
from scene.language.modelling import block, box, fitted, moved, rod, rotated, tube


@register("a pasta machine with its crank and a sheet of dough")
def pasta_machine(*, width=0.34, height=0.2, depth=0.3, dough=(0.96, 0.86, 0.6)):
    chrome = ((0.82, 0.83, 0.85), {"metallic": 0.9, "roughness": 0.15})
    dark = (0.1, 0.1, 0.11)
    strands = [
        tube(
            [
                (-0.07 + 0.012 * i, 0.08, 0.05),
                (-0.07 + 0.012 * i, 0.07, 0.09),
                (-0.07 + 0.012 * i, 0.012, 0.12 + 0.006 * (i % 3)),
            ],
            0.0035,
            dough,
        )
        for i in range(13)
    ]
    whole = concat_shapes(
        block((0, 0, 0), (0.2, 0.015, 0.14), *chrome),
        *[block((s * 0.1, 0, 0), (0.012, 0.16, 0.13), *chrome) for s in (-1, 1)],
        block((0, 0.1, -0.02), (0.19, 0.05, 0.09), *chrome),
        *[
            rod((-0.1, y, z), (0.1, y, z), 0.016, *chrome)
            for y, z in ((0.145, -0.02), (0.145, 0.012), (0.08, 0.045), (0.08, 0.072))
        ],
        moved(rotated(box((0, 0, 0), (0.16, 0.004, 0.14), dough), 0.55, (1, 0, 0)), (0, 0.185, -0.07)),
        *strands,
        rod((0.1, 0.12, 0.0), (0.15, 0.12, 0.0), 0.008, *chrome),
        tube([(0.15, 0.12, 0.0), (0.15, 0.06, 0.06)], 0.006, *chrome),
        rod((0.15, 0.06, 0.06), (0.21, 0.06, 0.06), 0.013, dark),
        rod((-0.125, 0.12, 0.0), (-0.1, 0.12, 0.0), 0.025, dark),
    )
    return fitted(whole, width, height, depth)
