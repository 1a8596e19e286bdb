# /// asset
# word = "printing press"
# synonyms = ["letterpress", "press for printing", "hand press", "etching press", "old printing press", "gutenberg press"]
# category = "tools"
# support = "floor"
# clearance = {front = 0.7}
# colors = ["paint", "sheet"]
# materials = ["wood", "metal"]
# ///
import math

from scene.language import *
from scene.language.modelling import beam, block, box, darker, finish, fitted, lathe, moved, rod


@register("the wooden frame with its head")
def frame(*, look):
    dark = (darker(look[0], 0.8), look[1])
    return concat_shapes(
        *[block((s * 0.48, 0, -0.15), (0.16, 2.0, 0.24), *look) for s in (-1, 1)],
        *[block((s * 0.48, 0, -0.1), (0.22, 0.1, 1.1), *dark) for s in (-1, 1)],
        block((0, 1.88, -0.15), (1.24, 0.18, 0.3), *dark),
        block((0, 1.55, -0.15), (0.84, 0.22, 0.22), *look),
        block((0, 0.2, -0.15), (0.84, 0.14, 0.2), *dark),
        block((0, 2.06, -0.15), (1.32, 0.05, 0.36), *look),
    )


@register("the screw with its bar and the platen")
def screw(*, look, iron):
    rings = [rod((0, 1.2 + 0.05 * i, -0.15), (0, 1.225 + 0.05 * i, -0.15), 0.075, *iron) for i in range(7)]
    return concat_shapes(
        rod((0, 1.08, -0.15), (0, 1.6, -0.15), 0.06, *iron),
        *rings,
        beam((0, 1.14, -0.15), (0.5, 1.14, 0.42), (0.04, 0.04), *iron),
        rod((0.44, 1.14, 0.35), (0.56, 1.14, 0.49), 0.03, *look),
        block((0, 1.0, -0.15), (0.56, 0.08, 0.5), *look),
        block((0, 0.96, -0.15), (0.5, 0.04, 0.44), *iron),
        *[rod((s * 0.2, 1.06, -0.15), (s * 0.2, 1.5, -0.15), 0.014, *iron) for s in (-1, 1)],
    )


@register("the sliding bed with type and a printed sheet")
def bed(*, look, sheet):
    dark = (darker(look[0], 0.75), look[1])
    rows = [
        box((0, 0.902, 0.33 + 0.045 * i), (0.4 - 0.06 * (i % 3), 0.002, 0.018), (0.15, 0.15, 0.16)) for i in range(8)
    ]
    rails = [block((s * 0.22, 0.78, 0.2), (0.06, 0.05, 1.5), *dark) for s in (-1, 1)]
    legs = [block((s * 0.22, 0, 0.86), (0.08, 0.78, 0.08), *dark) for s in (-1, 1)]
    lid = concat_shapes(box((0, 0.3, 0), (0.56, 0.6, 0.02), *look), box((0, 0.3, 0.012), (0.46, 0.5, 0.006), sheet))
    return concat_shapes(
        *rails,
        *legs,
        block((0, 0.83, 0.46), (0.6, 0.06, 0.72), *look),
        box((0, 0.893, 0.48), (0.48, 0.006, 0.5), (0.35, 0.35, 0.37), {"metallic": 0.7, "roughness": 0.4}),
        box((0, 0.898, 0.49), (0.46, 0.005, 0.46), sheet),
        *rows,
        moved(lid, (0, 0.89, 0.82), 0.5, (1, 0, 0)),
    )


@register("the crank")
def crank(*, look, iron):
    return concat_shapes(
        rod((0.2, 0.72, 0.1), (0.5, 0.72, 0.1), 0.03, *iron),
        beam((0.46, 0.72, 0.1), (0.46, 0.55, 0.25), (0.03, 0.03), *iron),
        moved(
            lathe([(0.02, 0), (0.028, 0.06), (0.02, 0.12)], *look, slices=12),
            (0.46, 0.55, 0.25),
            -math.pi / 2,
            (0, 0, 1),
        ),
    )


@register("an old wooden printing press with a screw and a sheet")
def printing_press(
    *, width=1.34, height=2.11, depth=1.7, wood="walnut", paint=None, metal="gunmetal", sheet=(0.95, 0.92, 0.84)
):
    look, iron = finish(wood, paint), finish(metal)
    whole = concat_shapes(
        library_call("frame", look=look),
        library_call("screw", look=look, iron=iron),
        library_call("bed", look=look, sheet=sheet),
        library_call("crank", look=look, iron=iron),
    )
    return fitted(whole, width, height, depth)
