# /// asset
# word = "sitting dog"
# synonyms = ["sitting puppy", "seated dog", "dog sitting", "sitting dogs"]
# category = "pets"
# support = "floor"
# colors = ["fur"]
# ///
from scene.language import *
from scene.language.modelling import darker, ellipsoid, fitted, hoop, moved, rotated, taper, tube


@register("a dog that sits and looks up")
def sitting_dog(*, width=0.34, height=0.68, depth=0.6, fur=(0.78, 0.56, 0.3)):
    soft, ear, pale = {"roughness": 0.95}, darker(fur, 0.65), darker(fur, 1.15)
    trunk = [
        ellipsoid((0, 0.15 + 0.26 * t, -0.1 + 0.17 * t), (0.135 - 0.03 * t, 0.12, 0.15 - 0.045 * t), fur, soft)
        for t in [i / 9 for i in range(10)]
    ]
    parts = [*trunk, ellipsoid((0, 0.36, 0.145), (0.075, 0.12, 0.05), pale, soft)]
    for s in (-1, 1):
        parts += [
            ellipsoid((s * 0.12, 0.12, -0.06), (0.07, 0.11, 0.13), fur, soft),
            ellipsoid((s * 0.14, 0.03, 0.06), (0.045, 0.03, 0.09), pale, soft),
            ellipsoid((s * 0.075, 0.37, 0.1), (0.058, 0.07, 0.06), fur, soft),
            taper((s * 0.075, 0.38, 0.1), (s * 0.075, 0.04, 0.16), 0.055, 0.036, fur, soft),
            ellipsoid((s * 0.075, 0.028, 0.185), (0.043, 0.028, 0.06), pale, soft),
        ]
    head = [
        ellipsoid((0, 0, 0), (0.092, 0.09, 0.1), fur, soft),
        ellipsoid((0, -0.028, 0.1), (0.05, 0.045, 0.08), pale, soft),
        ellipsoid((0, -0.008, 0.178), (0.022, 0.018, 0.015), (0.05, 0.04, 0.04), {"roughness": 0.2}),
        ellipsoid((0, -0.07, 0.13), (0.02, 0.008, 0.03), (0.88, 0.4, 0.42)),
    ]
    for s in (-1, 1):
        head.append(ellipsoid((s * 0.038, 0.03, 0.085), (0.014, 0.016, 0.012), (0.05, 0.03, 0.02), {"roughness": 0.1}))
        head.append(
            moved(
                rotated(ellipsoid((0, -0.06, 0), (0.02, 0.085, 0.05), ear, soft), s * 0.25, (0, 0, 1)),
                (s * 0.09, 0.05, -0.01),
            )
        )
    parts += [
        tube([(0, 0.43, 0.07), (0, 0.53, 0.1)], 0.075, fur, soft),
        hoop(0.083, 0.014, (0.75, 0.12, 0.1), center=(0, 0.47, 0.085), parts=24),
        moved(concat_shapes(*head), (0, 0.59, 0.12)),
        tube([(0, 0.06, -0.24), (0.08, 0.035, -0.32), (0.18, 0.035, -0.3)], 0.028, darker(fur, 0.9), soft),
    ]
    return fitted(concat_shapes(*parts), width, height, depth)
