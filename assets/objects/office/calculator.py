# /// asset
# word = "calculator"
# synonyms = ["desktop calculator", "pocket calculator"]
# stands_for = ["adding machine"]
# category = "office"
# support = "surface"
# colors = ["casing", "keys"]
# ///
import math

from scene.language import *
from scene.language.modelling import box, fitted, moved


@register("the wedge-shaped case with its display")
def case(*, width, depth, low, high, casing):
    rise = math.atan2(high - low, depth)
    top = moved(
        box((0, 0, 0), (width, low, depth / math.cos(rise)), casing, {"roughness": 0.4}),
        (0, (low + high) / 2 - low * 0.5 * 0.98, 0),
        rise,
        (1, 0, 0),
    )
    return concat_shapes(
        box((0, low * 0.3, 0), (width * 0.96, low * 0.6, depth * 0.96), casing),
        top,
        box((0, (high - low) * 0.5, -depth * 0.4), (width * 0.96, high - low, depth * 0.12), casing),
    )


@register("the keys and the digits")
def face(*, width, depth, keys):
    orange, grey = (0.92, 0.5, 0.2), (0.55, 0.57, 0.6)
    pad = [
        box(
            ((i - 1.5) * width * 0.225, 0.003, depth * (-0.12 + 0.125 * j)),
            (width * 0.175, 0.007, depth * 0.09),
            orange if i == 3 else (grey if j == 0 else keys),
        )
        for i in range(4)
        for j in range(5)
    ]
    digits = [
        box((width * (0.1 + 0.075 * i), 0.0035, -depth * 0.34), (width * 0.05, 0.001, depth * 0.1), (0.13, 0.17, 0.13))
        for i in range(4)
    ]
    holes = [
        box((width * (0.1 + 0.075 * i), 0.0045, depth * z), (width * 0.024, 0.001, depth * 0.03), (0.72, 0.78, 0.66))
        for i in range(4)
        for z in (-0.362, -0.318)
    ]
    return concat_shapes(
        *pad,
        box((0, 0.0015, -depth * 0.34), (width * 0.88, 0.003, depth * 0.19), (0.72, 0.78, 0.66), {"roughness": 0.15}),
        *digits,
        *holes,
    )


@register("a desktop calculator with a display and number keys")
def calculator(*, width=0.12, depth=0.17, height=0.04, casing=(0.25, 0.27, 0.3), keys=(0.9, 0.9, 0.88)):
    low, high = height * 0.35, height
    rise = math.atan2(high - low, depth)
    whole = concat_shapes(
        library_call("case", width=width, depth=depth, low=low, high=high, casing=casing),
        moved(library_call("face", width=width, depth=depth, keys=keys), (0, (low + high) / 2, 0), rise, (1, 0, 0)),
    )
    return fitted(whole, None, height, depth)
