# /// asset
# word = "thermostat"
# synonyms = ["wall thermostat", "smart thermostat", "room thermostat", "heating control"]
# category = "electronics"
# support = "wall"
# colors = ["paint"]
# ///
import math

from scene.language import *
from scene.language.modelling import ball, box, fitted, plate, rod, rotated


@register("the dial with its digits")
def dial():
    glow = ((1.0, 0.62, 0.25), {"emission": 1.5})
    ticks = [
        rotated(
            box((0, 0.031, 0.0268), (0.0016, 0.006, 0.0006), (0.8, 0.85, 0.9) if abs(i) > 3 else glow[0]),
            -i * 0.22,
            (0, 0, 1),
        )
        for i in range(-10, 11)
    ]
    segments = [(0, 0.011, 0.006, 0.0016), (0, 0, 0.006, 0.0016), (0, -0.011, 0.006, 0.0016)]
    digits = [box((a - 0.0065, b, 0.0268), (w, h, 0.0006), *glow) for a, b, w, h in segments]
    for x, y in ((-0.0029, 0.0055), (-0.0101, -0.0055), (0.0075, 0.0055), (0.0075, -0.0055)):
        digits.append(box((x, y, 0.0268), (0.0016, 0.0115, 0.0006), *glow))
    return concat_shapes(
        rod((0, 0, 0.006), (0, 0, 0.024), 0.042, (0.75, 0.77, 0.79), {"metallic": 0.9, "roughness": 0.25}),
        rod((0, 0, 0.02), (0, 0, 0.0265), 0.037, (0.05, 0.06, 0.07), {"roughness": 0.1}),
        *ticks,
        *digits,
        ball((0, -0.028, 0.0262), 0.0014, (0.3, 0.9, 0.4), {"emission": 1.0}),
    )


@register("a round wall thermostat on its plate")
def thermostat(*, width=0.11, height=0.11, depth=0.027, paint=(0.95, 0.95, 0.94)):
    back = rotated(plate((0, -0.007, 0), (0.11, 0.007, 0.11), 0.016, paint, {"roughness": 0.4}), math.pi / 2, (1, 0, 0))
    return fitted(concat_shapes(back, library_call("dial")), width, height, depth)
