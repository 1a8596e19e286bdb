# /// asset
# word = "dumbbell"
# synonyms = ["dumbbells", "hand weights", "weights", "pair of dumbbells", "free weights"]
# category = "sport"
# support = "surface"
# colors = ["plates", "rings"]
# materials = ["grip"]
# ///
from scene.language import *
from scene.language.modelling import fitted, rod


@register("one dumbbell")
def one_dumbbell(*, length, radius, plates, rings, grip):
    look = (plates, {"roughness": 0.55})
    parts = [
        rod((-length * 0.3, radius, 0), (length * 0.3, radius, 0), radius * 0.26, *surface(grip)),
        *[
            rod(
                (-length * 0.16 + 0.012 * i, radius, 0),
                (-length * 0.16 + 0.012 * i + 0.006, radius, 0),
                radius * 0.3,
                (0.55, 0.56, 0.58),
            )
            for i in range(5)
        ],
    ]
    for s in (-1, 1):
        parts += [
            rod((s * length * 0.22, radius, 0), (s * length * 0.34, radius, 0), radius * 0.985, *look),
            rod((s * length * 0.35, radius, 0), (s * length * 0.43, radius, 0), radius * 0.8, *look),
            rod((s * length * 0.27, radius, 0), (s * length * 0.29, radius, 0), radius * 1.03, rings),
            rod((s * length * 0.42, radius, 0), (s * length * 0.5, radius, 0), radius * 0.36, *surface(grip)),
            rod((s * length * 0.34, radius, 0), (s * length * 0.351, radius, 0), radius * 0.6, rings),
        ]
    return concat_shapes(*parts)


@register("a pair of dumbbells with round plates")
def dumbbell(*, width=0.34, height=0.13, depth=0.34, plates=(0.16, 0.16, 0.17), rings=(0.8, 0.25, 0.2), grip="chrome"):
    r = height / 2 / 1.03
    one = {"length": 0.32, "radius": r, "plates": plates, "rings": rings, "grip": grip}
    whole = concat_shapes(
        place("one_dumbbell", at=(0, 0, -depth * 0.24), turn=6, **one),
        place("one_dumbbell", at=(0.01, 0, depth * 0.22), turn=-14, **one),
    )
    return fitted(whole, width, None, depth)
