# /// asset
# word = "soldering station"
# synonyms = ["soldering iron", "solder station", "soldering iron stand"]
# category = "tools"
# support = "surface"
# colors = ["paint", "grip"]
# ///
import math

from scene.language import *
from scene.language.modelling import arc, box, cone, disc, finish, fitted, hoop, moved, pipe, plate, rod


@register("the base unit with its display and knob")
def unit(*, paint):
    return concat_shapes(
        plate((-0.07, 0, 0), (0.13, 0.1, 0.15), 0.012, paint, {"roughness": 0.4}),
        box((-0.07, 0.052, 0.0755), (0.12, 0.09, 0.004), (0.1, 0.1, 0.11)),
        box((-0.085, 0.07, 0.078), (0.07, 0.032, 0.003), (0.03, 0.05, 0.06)),
        *[
            box((-0.105 + 0.02 * i, 0.07, 0.08), (0.011, 0.02, 0.002), (0.3, 0.85, 0.95), {"emission": 1.2})
            for i in range(3)
        ],
        rod((-0.1, 0.028, 0.075), (-0.1, 0.028, 0.092), 0.016, (0.75, 0.76, 0.78)),
        rod((-0.04, 0.028, 0.075), (-0.04, 0.028, 0.084), 0.008, (0.9, 0.15, 0.1)),
        rod((-0.035, 0.07, 0.075), (-0.035, 0.07, 0.08), 0.004, (0.2, 0.9, 0.3), {"emission": 1.5}),
    )


@register("the stand with its spring and sponge")
def stand():
    steel = finish("steel")
    coil = []
    coil += [
        moved(
            hoop(0.017 - 0.0005 * i, 0.0018, *steel, axis=(0, 0, 1), parts=16),
            (0.075, 0.072 - 0.0035 * i, 0.012 - 0.009 * i),
        )
        for i in range(9)
    ]
    return concat_shapes(
        plate((0.075, 0, 0), (0.1, 0.018, 0.15), 0.012, (0.1, 0.1, 0.11)),
        box((0.075, 0.02, 0.045), (0.07, 0.01, 0.045), (0.9, 0.75, 0.2)),
        pipe([(0.075, 0.015, -0.06), (0.075, 0.045, -0.065), (0.075, 0.06, -0.04)], 0.004, *steel),
        *coil,
    )


@register("the iron with its cord")
def iron(*, grip):
    steel = finish("steel")
    return concat_shapes(
        rod((0.075, 0.084, 0.045), (0.075, 0.13, 0.15), 0.0105, grip),
        rod((0.075, 0.08, 0.035), (0.075, 0.086, 0.05), 0.014, (0.08, 0.08, 0.09)),
        rod((0.075, 0.055, -0.03), (0.075, 0.082, 0.04), 0.0045, *steel),
        cone((0.075, 0.055, -0.03), (0.075, 0.047, -0.05), 0.0045, *finish("copper")),
        pipe(
            [(0.075, 0.13, 0.15), (0.07, 0.14, 0.18), (0.03, 0.06, 0.19), (-0.02, 0.01, 0.16), (-0.04, 0.02, 0.08)],
            0.004,
            (0.07, 0.07, 0.08),
        ),
    )


@register("a spool of solder")
def solder():
    coil = [
        hoop(
            0.017,
            0.0016,
            (0.8, 0.81, 0.83),
            {"metallic": 0.9, "roughness": 0.3},
            center=(0.16, 0.008 + 0.003 * i, 0.03),
            parts=18,
        )
        for i in range(7)
    ]
    return concat_shapes(
        *[disc((0.16, y, 0.03), (0.026, 0.026), 0.003, (0.1, 0.3, 0.6)) for y in (0.0, 0.032)],
        rod((0.16, 0, 0.03), (0.16, 0.034, 0.03), 0.0165, (0.1, 0.3, 0.6)),
        *coil,
        pipe([(x, y, 0.03) for x, y in arc(0.03, -0.3, math.pi / 2, 6, (0.155, 0.01))], 0.0014, (0.8, 0.81, 0.83)),
    )


@register("a soldering station with its iron in a spring stand")
def soldering_station(*, width=0.32, height=0.15, depth=0.27, paint=(0.16, 0.32, 0.52), grip=(0.95, 0.6, 0.1)):
    whole = concat_shapes(
        library_call("unit", paint=paint),
        library_call("stand"),
        library_call("iron", grip=grip),
        library_call("solder"),
    )
    return fitted(whole, width, height, depth)
