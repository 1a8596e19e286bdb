# /// asset
# word = "sleeping dog"
# synonyms = [
#     "lying dog", "dog asleep", "resting dog", "sleeping puppy", "napping dog", "lying puppy", "sleeping dogs",
# ]
# category = "pets"
# support = "floor"
# colors = ["fur"]
# ///
from scene.language import *
from scene.language.modelling import ball, darker, ellipsoid, fitted, moved, rod, rotated, tube


@register("a dog that lies with its head on its paws")
def lying_dog(*, width=0.36, height=0.33, depth=0.95, fur=(0.78, 0.56, 0.3)):
    soft, ear = {"roughness": 0.95}, darker(fur, 0.65)
    thighs = [ellipsoid((s * 0.11, 0.1, -0.24), (0.075, 0.1, 0.13), fur, soft) for s in (-1, 1)]
    feet = [ellipsoid((s * 0.14, 0.03, -0.13), (0.04, 0.03, 0.1), fur, soft) for s in (-1, 1)]
    forelegs = [
        tube([(s * 0.09, 0.09, 0.1), (s * 0.1, 0.035, 0.2), (s * 0.075, 0.032, 0.43)], 0.034, fur, soft)
        for s in (-1, 1)
    ]
    paws = [ellipsoid((s * 0.075, 0.03, 0.45), (0.042, 0.03, 0.055), darker(fur, 1.15), soft) for s in (-1, 1)]
    head = concat_shapes(
        ellipsoid((0, 0, 0), (0.095, 0.085, 0.105), fur, soft),
        ellipsoid((0, -0.025, 0.105), (0.055, 0.045, 0.085), darker(fur, 1.1), soft),
        ellipsoid((0, -0.005, 0.185), (0.024, 0.018, 0.016), (0.06, 0.05, 0.05), {"roughness": 0.2}),
        *[
            moved(
                rotated(ellipsoid((0, -0.055, 0), (0.022, 0.08, 0.05), ear, soft), s * 0.35, (0, 0, 1)),
                (s * 0.085, 0.04, -0.015),
            )
            for s in (-1, 1)
        ],
        *[rod((s * 0.035, 0.022, 0.09), (s * 0.062, 0.016, 0.075), 0.004, (0.12, 0.08, 0.05)) for s in (-1, 1)],
    )
    whole = concat_shapes(
        ellipsoid((0, 0.14, -0.08), (0.14, 0.13, 0.3), fur, soft),
        ellipsoid((0, 0.155, 0.1), (0.125, 0.125, 0.16), fur, soft),
        tube([(0, 0.16, 0.18), (0, 0.17, 0.28)], 0.085, fur, soft),
        *thighs,
        *feet,
        *forelegs,
        *paws,
        moved(head, (0, 0.16, 0.33)),
        tube(
            [(0, 0.1, -0.36), (0.09, 0.035, -0.42), (0.17, 0.03, -0.36), (0.2, 0.03, -0.26)],
            0.028,
            darker(fur, 0.9),
            soft,
        ),
        ball((0, 0.05, -0.3), 0.05, fur, soft),
    )
    return fitted(whole, width, height, depth)
