# /// asset
# word = "bench grinder"
# synonyms = ["double grinder", "grinding machine", "bench grinding machine", "electric grinder", "tool grinder"]
# category = "tools"
# support = "surface"
# colors = ["paint"]
# ///
from scene.language import *
from scene.language.modelling import block, box, darker, fitted, moved, rod, rotated


@register("a bench grinder with two stone wheels")
def bench_grinder(*, width=0.46, height=0.3, depth=0.24, paint=(0.16, 0.4, 0.32)):
    gloss, dark = {"roughness": 0.35}, (0.13, 0.13, 0.14)
    parts = [
        block((0, 0, 0), (0.2, 0.03, 0.22), dark),
        block((0, 0.03, 0), (0.14, 0.08, 0.13), paint, gloss),
        rod((-0.11, 0.16, 0), (0.11, 0.16, 0), 0.075, paint, gloss),
        *[rod((s * 0.085, 0.16, 0), (s * 0.1, 0.16, 0), 0.078, darker(paint, 0.7)) for s in (-1, 1)],
        rod((-0.2, 0.16, 0), (0.2, 0.16, 0), 0.012, (0.75, 0.76, 0.78), {"metallic": 0.8}),
        box((0, 0.07, 0.07), (0.05, 0.035, 0.02), (0.8, 0.1, 0.08)),
    ]
    for s, stone in ((-1, (0.62, 0.62, 0.64)), (1, (0.35, 0.36, 0.38))):
        parts += [
            rod((s * 0.155, 0.16, 0), (s * 0.19, 0.16, 0), 0.1, stone, {"roughness": 0.95}),
            rod((s * 0.19, 0.16, 0), (s * 0.202, 0.16, 0), 0.03, (0.75, 0.76, 0.78), {"metallic": 0.8}),
            *[
                moved(
                    rotated(box((0, 0, 0), (0.055, 0.07, 0.012), darker(paint, 0.8), gloss), -a, (1, 0, 0)),
                    (s * 0.172, 0.16 + dy, dz),
                )
                for a, dy, dz in ((0.0, 0.02, -0.112), (0.8, 0.085, -0.08), (1.57, 0.115, -0.01), (0.0, -0.045, -0.105))
            ],
            block((s * 0.172, 0.13, 0.115), (0.07, 0.012, 0.04), (0.7, 0.71, 0.73), {"metallic": 0.7}),
            box((s * 0.172, 0.105, 0.09), (0.02, 0.05, 0.08), dark),
            moved(
                rotated(
                    box((0, 0, 0), (0.075, 0.07, 0.004), (0.75, 0.88, 0.92), {"opacity": 0.4, "roughness": 0.05}),
                    0.6,
                    (1, 0, 0),
                ),
                (s * 0.172, 0.27, 0.09),
            ),
        ]
    return fitted(concat_shapes(*parts), width, height, depth)
