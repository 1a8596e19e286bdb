# /// asset
# word = "chainsaw"
# synonyms = ["chain saw", "power saw", "petrol chainsaw", "electric chainsaw"]
# category = "tools"
# support = "surface"
# colors = ["paint"]
# ///
from scene.language import *
from scene.language.modelling import box, darker, fitted, rod, tube

DARK = ((0.1, 0.1, 0.11), {"roughness": 0.6})
STEEL = ((0.75, 0.76, 0.78), {"metallic": 0.85, "roughness": 0.3})


@register("a chainsaw with its bar, chain and handles")
def chainsaw(*, width=0.85, height=0.3, depth=0.24, paint=(0.93, 0.4, 0.07)):
    gloss = {"roughness": 0.35}
    teeth = [box((0.06 + 0.024 * i, y, 0.03), (0.012, 0.014, 0.008), *DARK) for i in range(17) for y in (0.064, 0.136)]
    whole = concat_shapes(
        box((-0.14, 0.1, 0.0), (0.28, 0.17, 0.16), paint, gloss),
        box((-0.16, 0.19, 0.0), (0.2, 0.05, 0.13), darker(paint, 0.85), gloss),
        box((-0.1, 0.1, 0.085), (0.18, 0.12, 0.02), (0.9, 0.9, 0.88)),
        rod((-0.19, 0.1, -0.08), (-0.19, 0.1, -0.1), 0.06, *DARK),
        box((0.24, 0.1, 0.03), (0.44, 0.06, 0.008), *STEEL),
        rod((0.46, 0.1, 0.026), (0.46, 0.1, 0.034), 0.03, *STEEL),
        *teeth,
        tube([(-0.02, 0.15, -0.09), (-0.03, 0.29, -0.07), (-0.03, 0.29, 0.08), (-0.02, 0.12, 0.1)], 0.014, *DARK),
        tube([(-0.26, 0.17, 0.0), (-0.38, 0.17, 0.0), (-0.39, 0.06, 0.0), (-0.26, 0.04, 0.0)], 0.018, *DARK),
        box((0.03, 0.22, 0.02), (0.015, 0.11, 0.17), *DARK),
        *[box((-0.16 + 0.03 * i, 0.216, 0.0), (0.012, 0.006, 0.1), *DARK) for i in range(5)],
    )
    return fitted(whole, width, height, depth)
