# /// asset
# word = "3D printer"
# synonyms = ["3d printer", "three d printer", "filament printer", "additive printer"]
# category = "tools"
# support = "surface"
# clearance = {front = 0.4}
# colors = ["paint", "print_color"]
# ///
import math

from scene.language import *
from scene.language.modelling import block, box, darker, finish, fitted, hoop, rod, tube


@register("the frame of aluminium bars on its base")
def frame(*, paint):
    bar = (darker(paint, 0.35), {"metallic": 0.5, "roughness": 0.45})
    return concat_shapes(
        block((0, 0, 0.02), (0.42, 0.07, 0.4), paint),
        box((0, 0.036, 0.222), (0.16, 0.045, 0.012), (0.08, 0.09, 0.1)),
        box((-0.02, 0.036, 0.229), (0.08, 0.032, 0.003), *finish("lit screen")),
        rod((0.05, 0.036, 0.225), (0.05, 0.036, 0.24), 0.013, (0.85, 0.85, 0.85)),
        *[block((s * 0.19, 0.07, -0.04), (0.04, 0.42, 0.04), *bar) for s in (-1, 1)],
        box((0, 0.49, -0.04), (0.42, 0.04, 0.04), *bar),
        *[rod((s * 0.15, 0.07, -0.015), (s * 0.15, 0.47, -0.015), 0.006, *finish("steel")) for s in (-1, 1)],
    )


@register("the heated bed")
def print_bed():
    return concat_shapes(
        box((0, 0.085, 0.02), (0.05, 0.02, 0.36), *finish("aluminium")),
        box((0, 0.105, 0.03), (0.29, 0.008, 0.29), (0.15, 0.15, 0.16)),
        box((0, 0.112, 0.03), (0.27, 0.005, 0.27), (0.32, 0.33, 0.35), {"roughness": 0.25}),
        *[
            rod((s * 0.13, 0.09, 0.03 + t * 0.13), (s * 0.13, 0.1, 0.03 + t * 0.13), 0.012, (0.75, 0.6, 0.2))
            for s in (-1, 1)
            for t in (-1, 1)
        ],
    )


@register("the gantry with its print head")
def head(*, paint):
    return concat_shapes(
        box((0, 0.28, -0.005), (0.42, 0.03, 0.03), (0.16, 0.17, 0.18), {"metallic": 0.5, "roughness": 0.4}),
        *[box((s * 0.19, 0.28, -0.005), (0.07, 0.07, 0.06), darker(paint, 0.5)) for s in (-1, 1)],
        box((0.02, 0.275, 0.035), (0.07, 0.09, 0.055), (0.1, 0.1, 0.11)),
        rod((0.02, 0.285, 0.062), (0.02, 0.285, 0.07), 0.025, (0.25, 0.26, 0.28)),
        rod((0.02, 0.205, 0.03), (0.02, 0.235, 0.03), 0.012, *finish("steel")),
        rod((0.02, 0.196, 0.03), (0.02, 0.206, 0.03), 0.005, *finish("brass")),
    )


@register("a half-printed vase")
def half_print(*, tone):
    layers = []
    for i in range(16):
        r = 0.042 + 0.014 * math.sin(0.28 * i)
        layers.append(
            rod(
                (0.02, 0.115 + 0.005 * i, 0.03),
                (0.02, 0.1198 + 0.005 * i, 0.03),
                r,
                darker(tone, 0.92 + 0.08 * (i % 2)),
            )
        )
    return concat_shapes(*layers)


@register("the spool of filament on top")
def spool(*, tone):
    return concat_shapes(
        block((0, 0.51, -0.04), (0.03, 0.12, 0.03), (0.15, 0.16, 0.17)),
        rod((-0.045, 0.61, -0.04), (0.045, 0.61, -0.04), 0.014, (0.15, 0.16, 0.17)),
        rod((-0.03, 0.61, -0.04), (0.03, 0.61, -0.04), 0.078, tone),
        *[rod((s * 0.03, 0.61, -0.04), (s * 0.036, 0.61, -0.04), 0.098, (0.1, 0.1, 0.11)) for s in (-1, 1)],
        *[
            hoop(0.06, 0.006, (0.35, 0.36, 0.38), center=(s * 0.037, 0.61, -0.04), axis=(1, 0, 0), parts=16)
            for s in (-1, 1)
        ],
        tube(
            [(0, 0.68, -0.02), (0.01, 0.66, 0.05), (0.02, 0.55, 0.07), (0.02, 0.42, 0.055), (0.02, 0.32, 0.035)],
            0.003,
            (0.9, 0.9, 0.9),
        ),
    )


@register("a 3D printer with a half-printed vase and a spool of filament")
def printer_3d(*, width=0.45, height=0.71, depth=0.45, paint=(0.86, 0.87, 0.88), print_color=(0.95, 0.45, 0.1)):
    whole = concat_shapes(
        library_call("frame", paint=paint),
        library_call("print_bed"),
        library_call("head", paint=paint),
        library_call("half_print", tone=print_color),
        library_call("spool", tone=print_color),
    )
    return fitted(whole, width, height, depth)
