# /// asset
# word = "tissue box"
# synonyms = ["box of tissues", "tissues", "tissue", "facial tissues", "kleenex", "kleenex box", "tissue box cover"]
# category = "bath"
# support = "surface"
# colors = ["cardboard"]
# ///
import math

from scene.language import *
from scene.language.modelling import box, cone, ellipsoid, fitted, moved, rod, rotated, stretched


@register("the printed box with an oval slot")
def tissue_case(*, cardboard):
    pale = tuple(0.45 * c + 0.55 for c in cardboard)
    slot = ((0.1, 0.1, 0.11), None)
    flowers = []
    for x, y, r in (
        (-0.08, 0.03, 0.013),
        (-0.045, 0.062, 0.009),
        (0.0, 0.028, 0.011),
        (0.05, 0.055, 0.014),
        (0.09, 0.026, 0.009),
    ):
        for k in range(5):
            a = 2 * math.pi * k / 5 + x * 20
            flowers.append(
                rod(
                    (x + r * math.cos(a), y + r * math.sin(a), 0.05),
                    (x + r * math.cos(a), y + r * math.sin(a), 0.0615),
                    r * 0.62,
                    pale,
                )
            )
        flowers.append(rod((x, y, 0.05), (x, y, 0.0625), r * 0.5, (0.95, 0.78, 0.3)))
    return concat_shapes(
        box((0, 0.045, 0), (0.23, 0.09, 0.12), cardboard, {"roughness": 0.7}),
        ellipsoid((0, 0.09, 0), (0.075, 0.0022, 0.026), pale),
        ellipsoid((0, 0.0905, 0), (0.066, 0.0028, 0.019), *slot),
        *flowers,
    )


@register("the tissue that peeps out")
def tissue_sheet():
    white = ((0.985, 0.985, 0.985), {"roughness": 0.95})

    def fold(x, z, turn, lean, high, wide):
        leaf = stretched(cone((0, -0.012, 0), (0, high, 0), 1.0, *white), (wide, 1, 0.006))
        return moved(rotated(leaf, lean, (0, 0, 1)), (x, 0.093, z), turn)

    return concat_shapes(
        fold(0.0, 0.0, 0.1, 0.12, 0.088, 0.046),
        fold(0.016, 0.006, 0.3, -0.42, 0.07, 0.034),
        fold(-0.02, 0.004, -0.25, 0.62, 0.066, 0.032),
        fold(0.004, -0.007, 0.5, -0.1, 0.074, 0.036),
        fold(-0.006, 0.009, -0.5, 0.3, 0.056, 0.036),
    )


@register("a box of tissues with one pulled up through its slot")
def tissue_box(*, width=0.23, height=0.17, depth=0.12, cardboard=(0.55, 0.75, 0.8)):
    whole = concat_shapes(library_call("tissue_case", cardboard=cardboard), library_call("tissue_sheet"))
    return fitted(whole, width, height, depth)
