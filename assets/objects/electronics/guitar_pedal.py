# /// asset
# word = "guitar pedal"
# synonyms = ["effects pedal", "effects pedals", "guitar pedals", "distortion pedal", "stompbox", "overdrive pedal", "fx pedal"]
# stands_for = ["pedalboard", "pedal board", "wah pedal"]
# category = "electronics"
# support = "floor"
# colors = ["paint"]
# ///
import numpy as np

from scene.language import *
from scene.language.modelling import box, ellipsoid, fitted, moved, rod


@register("the sloping case")
def pedal_case(*, paint):
    look = (paint, {"roughness": 0.3})
    return concat_shapes(
        box((0, 0.003, 0), (0.074, 0.006, 0.126), (0.08, 0.08, 0.08), {"roughness": 0.9}),
        *[
            box((0, 0.006 + high / 2, z), (0.0735, high, 0.00212), *look)
            for z, high in zip(np.linspace(-0.0605, 0.0605, 58), np.linspace(0.0495, 0.0355, 58), strict=True)
        ],
        *[rod((s * 0.0365, 0.035, -0.03), (s * 0.049, 0.035, -0.03), 0.007, *surface("steel")) for s in (-1, 1)],
        *[rod((s * 0.0365, 0.035, -0.03), (s * 0.04, 0.035, -0.03), 0.0095, (0.1, 0.1, 0.1)) for s in (-1, 1)],
    )


@register("the knobs, the lamp and the foot switch")
def pedal_top():
    dark, steel = (0.06, 0.06, 0.07), surface("chrome")
    knobs = []
    for k in range(3):
        x, z = -0.0225 + 0.0225 * k, -0.04 + (0.014 if k == 1 else 0)
        knobs += [
            rod((x, 0.05, z), (x, 0.066, z), 0.0085, dark),
            box((x, 0.0665, z - 0.004), (0.0018, 0.0012, 0.008), (0.97, 0.96, 0.92)),
        ]
    return concat_shapes(
        *knobs,
        moved(box((0, 0, 0), (0.056, 0.002, 0.022), (0.97, 0.95, 0.88)), (0, 0.0525, 0.003), 0.115, (1, 0, 0)),
        *[
            moved(
                box((-0.018 + 0.009 * k, 0.002, 0), (0.006, 0.001, 0.012), dark), (0, 0.0525, 0.003), 0.115, (1, 0, 0)
            )
            for k in range(5)
        ],
        ellipsoid((0.024, 0.0522, 0.0205), (0.0035, 0.004, 0.0035), (0.95, 0.15, 0.1), {"emission": 1.5}),
        rod((0, 0.045, 0.038), (0, 0.054, 0.038), 0.0125, *steel),
        rod((0, 0.054, 0.038), (0, 0.063, 0.038), 0.0075, *steel),
        ellipsoid((0, 0.063, 0.038), (0.0075, 0.003, 0.0075), *steel),
    )


@register("a guitar effects pedal with three knobs and a foot switch")
def guitar_pedal(*, width=0.098, height=0.067, depth=0.126, paint=(0.95, 0.5, 0.12)):
    whole = concat_shapes(library_call("pedal_case", paint=paint), library_call("pedal_top"))
    return fitted(whole, width, height, depth)
