# /// asset
# word = "clamp"
# synonyms = ["bar clamp", "g-clamp", "c-clamp", "f-clamp", "woodworking clamp", "clamps", "screw clamp"]
# category = "tools"
# support = "surface"
# colors = ["paint"]
# materials = ["metal", "grip"]
# ///
import math

from scene.language import *
from scene.language.modelling import box, finish, fitted, lathe, moved, rod, rotated


@register("the bar with its fixed jaw")
def bar(*, steel, paint):
    notches = [box((-0.17 + 0.012 * i, 0.03, 0.004), (0.004, 0.01, 0.0125), (0.35, 0.36, 0.38)) for i in range(26)]
    return concat_shapes(
        box((0, 0.015, 0), (0.42, 0.024, 0.009), *steel),
        *[moved(n, (0, -0.009, -0.004)) for n in notches],
        box((0.195, 0.015, 0.045), (0.03, 0.024, 0.1), paint, {"roughness": 0.4}),
        box((0.185, 0.015, 0.085), (0.04, 0.022, 0.026), paint, {"roughness": 0.4}),
        rotated_pad(0.165),
    )


def rotated_pad(x):
    return rod((x - 0.004, 0.015, 0.085), (x + 0.004, 0.015, 0.085), 0.014, (0.85, 0.2, 0.1))


@register("the sliding jaw with its screw and handle")
def sliding_jaw(*, steel, paint, wood):
    grip = lathe([(0.009, 0), (0.014, 0.012), (0.0135, 0.06), (0.0145, 0.085), (0.008, 0.095)], *wood, slices=30)
    return concat_shapes(
        box((-0.06, 0.015, 0.03), (0.034, 0.026, 0.09), paint, {"roughness": 0.4}),
        box((-0.06, 0.015, 0.085), (0.05, 0.026, 0.034), paint, {"roughness": 0.4}),
        rod((-0.16, 0.015, 0.085), (0.03, 0.015, 0.085), 0.0065, *steel),
        *[
            rod((-0.15 + 0.0075 * i, 0.015, 0.085), (-0.147 + 0.0075 * i, 0.015, 0.085), 0.008, *steel)
            for i in range(22)
        ],
        rod((0.028, 0.015, 0.085), (0.036, 0.015, 0.085), 0.014, (0.85, 0.2, 0.1)),
        moved(rotated(grip, math.pi / 2, (0, 0, 1)), (-0.155, 0.015, 0.085)),
    )


@register("a bar clamp with a wooden handle")
def bar_clamp(*, width=0.46, height=0.029, depth=0.13, metal="steel", grip="cherry wood", paint=(0.12, 0.14, 0.16)):
    steel, wood = finish(metal), finish(grip)
    whole = concat_shapes(
        library_call("bar", steel=steel, paint=paint), library_call("sliding_jaw", steel=steel, paint=paint, wood=wood)
    )
    return fitted(whole, width, height, depth)
