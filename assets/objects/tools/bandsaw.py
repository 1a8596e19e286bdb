# /// asset
# word = "bandsaw"
# synonyms = ["band saw", "wood bandsaw", "vertical bandsaw"]
# category = "tools"
# support = "floor"
# clearance = {front = 0.7}
# colors = ["paint"]
# ///
import math

from scene.language import *
from scene.language.modelling import block, box, darker, fitted, moved, plate, rod, rotated

STEEL = ((0.76, 0.77, 0.79), {"metallic": 0.9, "roughness": 0.25})


@register("the stand, the column and the wheel covers")
def body_part(*, paint):
    gloss = {"roughness": 0.35}
    return concat_shapes(
        block((0, 0, 0), (0.56, 0.5, 0.44), darker(paint, 0.55), gloss),
        box((0, 0.27, 0.224), (0.46, 0.36, 0.01), darker(paint, 0.7)),
        rod((0, 0.75, -0.1), (0, 0.75, 0.13), 0.27, paint, gloss),
        block((0, 0.5, 0.015), (0.54, 0.24, 0.23), paint, gloss),
        block((-0.22, 0.7, -0.02), (0.11, 0.9, 0.16), paint, gloss),
        rod((0, 1.58, -0.1), (0, 1.58, 0.13), 0.27, paint, gloss),
        *[rod((0, y, 0.13), (0, y, 0.14), 0.2, darker(paint, 0.85), gloss) for y in (0.75, 1.58)],
        *[rod((0, y, 0.135), (0, y, 0.16), 0.035, (0.1, 0.1, 0.11)) for y in (0.75, 1.58)],
        rod((0.1, 1.83, 0.0), (0.1, 1.92, 0.0), 0.012, *STEEL),
        rod((0.1, 1.91, 0.0), (0.1, 1.94, 0.0), 0.05, (0.1, 0.1, 0.11)),
        box((-0.22, 1.3, 0.075), (0.08, 0.14, 0.03), (0.15, 0.15, 0.16)),
        rod((-0.22, 1.33, 0.09), (-0.22, 1.33, 0.105), 0.02, (0.15, 0.6, 0.25)),
        rod((-0.22, 1.27, 0.09), (-0.22, 1.27, 0.11), 0.024, (0.85, 0.1, 0.08)),
    )


@register("the table with its fence and the blade")
def table_part():
    teeth = [
        moved(
            rotated(box((0, 0, 0), (0.003, 0.012, 0.012), *STEEL), math.pi / 4, (1, 0, 0)),
            (0.18, 1.06 + 0.02 * i, 0.035),
        )
        for i in range(11)
    ]
    return concat_shapes(
        block((0.16, 0.96, 0.03), (0.16, 0.06, 0.16), (0.2, 0.21, 0.22)),
        plate((0.2, 1.02, 0.04), (0.56, 0.035, 0.52), 0.03, *STEEL),
        box((0.18, 1.056, 0.17), (0.004, 0.003, 0.26), (0.1, 0.1, 0.11)),
        box((0.32, 1.09, 0.04), (0.03, 0.07, 0.5), (0.3, 0.31, 0.33)),
        box((0.18, 1.2, 0.02), (0.003, 0.5, 0.022), *STEEL),
        *teeth,
        block((0.18, 1.26, 0.0), (0.04, 0.18, 0.05), (0.2, 0.21, 0.22)),
        box((0.09, 1.075, 0.16), (0.14, 0.04, 0.18), (0.78, 0.6, 0.38)),
    )


@register("a bandsaw with its table and a piece of wood")
def bandsaw(*, width=0.78, height=1.94, depth=0.56, paint=(0.2, 0.42, 0.4)):
    return fitted(
        concat_shapes(library_call("body_part", paint=paint), library_call("table_part")), width, height, depth
    )
