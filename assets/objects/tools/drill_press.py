# /// asset
# word = "drill press"
# synonyms = ["pillar drill", "bench drill", "drill stand", "drilling machine", "column drill"]
# category = "tools"
# support = "floor"
# clearance = {front = 0.6}
# colors = ["paint"]
# ///
import math

from scene.language import *
from scene.language.modelling import ball, block, box, cone, darker, fitted, plate, rod

STEEL = ((0.78, 0.79, 0.81), {"metallic": 0.9, "roughness": 0.25})


@register("the base and the column")
def stand(*, paint):
    slots = [box((0.0, 0.061, z), (0.24, 0.004, 0.02), (0.12, 0.12, 0.13)) for z in (0.04, 0.14)]
    return concat_shapes(
        plate((0, 0, 0.04), (0.42, 0.06, 0.56), 0.05, darker(paint, 0.85)),
        *slots,
        rod((0, 0.06, -0.15), (0, 0.12, -0.15), 0.09, darker(paint, 0.85)),
        rod((0, 0.06, -0.15), (0, 1.45, -0.15), 0.05, *STEEL),
    )


@register("the table with its crank")
def table_part(*, paint):
    return concat_shapes(
        rod((0, 0.7, -0.15), (0, 0.84, -0.15), 0.075, paint),
        block((0, 0.76, -0.03), (0.1, 0.06, 0.2), paint),
        plate((0, 0.82, 0.08), (0.36, 0.03, 0.34), 0.04, *STEEL),
        rod((0, 0.84, 0.08), (0, 0.852, 0.08), 0.02, (0.08, 0.08, 0.09)),
        *[box((s * 0.1, 0.851, 0.08), (0.016, 0.003, 0.2), (0.12, 0.12, 0.13)) for s in (-1, 1)],
        rod((0.07, 0.77, -0.15), (0.13, 0.77, -0.15), 0.014, *STEEL),
        box((0.135, 0.73, -0.15), (0.012, 0.09, 0.02), *STEEL),
        rod((0.13, 0.69, -0.15), (0.18, 0.69, -0.15), 0.012, (0.08, 0.08, 0.09)),
        box((0.0, 0.87, 0.08), (0.2, 0.035, 0.09), (0.75, 0.55, 0.34)),
    )


@register("the head with its belt cover and motor")
def head(*, paint):
    gloss = {"roughness": 0.35}
    return concat_shapes(
        block((0, 1.3, 0.0), (0.2, 0.24, 0.38), paint, gloss),
        plate((0, 1.54, -0.06), (0.26, 0.11, 0.6), 0.1, darker(paint, 0.75), gloss),
        rod((0, 1.28, -0.3), (0, 1.5, -0.3), 0.1, (0.2, 0.21, 0.23)),
        *[rod((0, 1.3 + 0.03 * i, -0.3), (0, 1.312 + 0.03 * i, -0.3), 0.107, (0.14, 0.15, 0.16)) for i in range(6)],
        box((0, 1.44, 0.193), (0.15, 0.06, 0.008), (0.93, 0.93, 0.92)),
        rod((-0.05, 1.36, 0.19), (-0.05, 1.36, 0.205), 0.02, (0.15, 0.65, 0.25)),
        rod((0.05, 1.36, 0.19), (0.05, 1.36, 0.21), 0.024, (0.85, 0.1, 0.08)),
    )


@register("the spindle with its chuck and bit")
def spindle():
    return concat_shapes(
        rod((0, 1.16, 0.08), (0, 1.32, 0.08), 0.045, *STEEL),
        rod((0, 1.08, 0.08), (0, 1.16, 0.08), 0.035, *STEEL),
        cone((0, 1.08, 0.08), (0, 1.02, 0.08), 0.033, (0.5, 0.51, 0.53), {"metallic": 0.9, "roughness": 0.3}),
        rod((0, 0.93, 0.08), (0, 1.06, 0.08), 0.007, *STEEL),
        *[rod((0, 0.935 + 0.014 * i, 0.08), (0, 0.94 + 0.014 * i, 0.08), 0.0085, (0.4, 0.41, 0.43)) for i in range(8)],
    )


@register("the feed handle with three spokes")
def feed():
    parts = [rod((0.1, 1.38, 0.03), (0.17, 1.38, 0.03), 0.032, *STEEL)]
    for i in range(3):
        a = 0.5 + 2 * math.pi * i / 3
        end = (0.2, 1.38 + 0.2 * math.sin(a), 0.03 + 0.2 * math.cos(a))
        parts += [rod((0.15, 1.38, 0.03), end, 0.009, *STEEL), ball(end, 0.022, (0.08, 0.08, 0.09))]
    return concat_shapes(*parts)


@register("a floor-standing drill press")
def drill_press(*, width=0.46, height=1.65, depth=0.74, paint=(0.2, 0.42, 0.36)):
    whole = concat_shapes(
        library_call("stand", paint=paint),
        library_call("table_part", paint=paint),
        library_call("head", paint=paint),
        library_call("spindle"),
        library_call("feed"),
    )
    return fitted(whole, width, height, depth)
