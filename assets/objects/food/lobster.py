# /// asset
# word = "lobster"
# synonyms = ["lobsters", "crayfish", "boiled lobster", "langoustine"]
# stands_for = ["crab", "crabs"]
# category = "food"
# support = "surface"
# colors = ["shell"]
# ///
from scene.language import *
from scene.language.modelling import ball, darker, ellipsoid, fitted, moved, rotated, tube


@register("a lobster with two claws, legs and a fanned tail")
def lobster(*, width=0.26, height=0.08, depth=0.42, shell=(0.82, 0.17, 0.09)):
    gloss, parts = {"roughness": 0.3}, []
    parts.append(ellipsoid((0, 0.035, 0.03), (0.035, 0.033, 0.075), shell, gloss))
    parts += [
        ellipsoid(
            (0, 0.032 - 0.002 * i, -0.045 - 0.024 * i),
            (0.034 - 0.0022 * i, 0.027 - 0.0018 * i, 0.019),
            darker(shell, 1.0 - 0.08 * (i % 2)),
            gloss,
        )
        for i in range(6)
    ]
    parts += [
        moved(rotated(ellipsoid((0, 0, -0.03), (0.017, 0.005, 0.035), shell, gloss), 0.5 * k), (0, 0.018, -0.17))
        for k in (-2, -1, 0, 1, 2)
    ]
    for s in (-1, 1):
        parts += [
            tube(
                [
                    (s * 0.03, 0.03, 0.05 - 0.03 * i),
                    (s * 0.07, 0.045, 0.06 - 0.032 * i),
                    (s * 0.1, 0.003, 0.055 - 0.04 * i),
                ],
                0.0045,
                shell,
                gloss,
            )
            for i in range(4)
        ]
        parts.append(
            tube([(s * 0.028, 0.03, 0.08), (s * 0.06, 0.035, 0.11), (s * 0.065, 0.03, 0.14)], 0.011, shell, gloss)
        )
        parts.append(
            moved(
                rotated(ellipsoid((0, 0, 0.035), (0.03, 0.018, 0.055), shell, gloss), s * 0.15), (s * 0.07, 0.03, 0.145)
            )
        )
        parts.append(
            moved(
                rotated(ellipsoid((s * -0.026, 0, 0.06), (0.01, 0.012, 0.042), darker(shell, 0.85), gloss), -s * 0.25),
                (s * 0.068, 0.03, 0.14),
            )
        )
        parts.append(ball((s * 0.014, 0.058, 0.095), 0.006, (0.03, 0.03, 0.03), {"roughness": 0.1}))
        parts.append(
            tube([(s * 0.01, 0.045, 0.1), (s * 0.035, 0.075, 0.16), (s * 0.1, 0.06, 0.23)], 0.0018, darker(shell, 0.8))
        )
    return fitted(concat_shapes(*parts), width, height, depth)
