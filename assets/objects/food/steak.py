# /// asset
# word = "steak"
# synonyms = ["t-bone steak", "meat", "piece of meat", "beef steak", "grilled steak", "ribeye", "cut of meat"]
# stands_for = ["roast beef", "ribs", "pork chop", "bacon"]
# category = "food"
# support = "surface"
# colors = ["meat"]
# ///
from scene.language import *
from scene.language.modelling import box, darker, ellipsoid, fitted, moved, rod, stretched, tube

LOBES = ((-0.035, 0.0, 0.062, 0.052), (0.045, 0.01, 0.05, 0.042), (0.0, -0.025, 0.06, 0.03), (0.075, 0.03, 0.025, 0.02))


def slab(low, high, grow, color, material=None):
    return concat_shapes(
        *[
            moved(
                stretched(rod((0, low, 0), (0, high - 0.0005 * k, 0), 1.0, color, material), (a + grow, 1, b + grow)),
                (x, 0, z),
            )
            for k, (x, z, a, b) in enumerate(LOBES)
        ]
    )


@register("the meat with its rim of fat")
def slab_of_meat(*, meat):
    return concat_shapes(
        slab(0.001, 0.021, 0.005, (0.93, 0.84, 0.66), {"roughness": 0.35}),
        slab(0.0, 0.024, 0.0, meat, {"roughness": 0.4}),
    )


@register("the bone and the marks of the grill")
def bone_and_marks(*, meat):
    bone = ((0.95, 0.91, 0.8), {"roughness": 0.5})
    marks = []
    for k in range(7):
        x = -0.075 + 0.025 * k
        half = 0.032 if abs(k - 3) < 3 else 0.018
        marks.append(moved(box((0, 0.0249, 0), (0.0045, 0.0014, 2 * half), darker(meat, 0.3)), (x, 0, -0.004), 0.5))
    return concat_shapes(
        tube([(0.004, 0.0225, -0.05), (0.006, 0.0225, 0.0), (0.0, 0.0225, 0.04)], 0.0065, *bone),
        tube([(-0.03, 0.0225, -0.047), (0.045, 0.0225, -0.047)], 0.0065, *bone),
        *marks,
        moved(
            concat_shapes(
                rod((-0.02, 0, 0), (0.025, 0, 0), 0.001, (0.3, 0.4, 0.2)),
                *[
                    moved(
                        ellipsoid((0.006, 0, 0), (0.007, 0.0012, 0.0018), (0.25, 0.45, 0.2)),
                        (-0.016 + 0.006 * k, 0.001, 0),
                        (1 if k % 2 else -1) * 1.0,
                    )
                    for k in range(7)
                ],
            ),
            (0.04, 0.0265, 0.012),
            0.8,
        ),
    )


@register("a grilled T-bone steak with a rim of fat")
def steak(*, width=0.205, height=0.029, depth=0.12, meat=(0.5, 0.22, 0.15)):
    return fitted(
        concat_shapes(library_call("slab_of_meat", meat=meat), library_call("bone_and_marks", meat=meat)),
        width,
        height,
        depth,
    )
