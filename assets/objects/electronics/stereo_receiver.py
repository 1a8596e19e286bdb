# /// asset
# word = "stereo receiver"
# synonyms = [
#     "receiver", "AV receiver", "audio receiver", "hi-fi receiver", "stereo amplifier", "hi-fi amplifier", "stereo", "hifi",
#     "hi-fi", "home theater receiver",
# ]
# stands_for = ["tuner", "audio interface", "headphone amplifier", "dac"]
# category = "electronics"
# support = "surface"
# colors = ["paint"]
# ///
import numpy as np

from scene.language import *
from scene.language.modelling import box, darker, fitted, moved, rod


@register("the case with its vents")
def receiver_case(*, paint):
    black = ((0.1, 0.1, 0.105), {"roughness": 0.5})
    return concat_shapes(
        box((0, 0.08, -0.01), (0.43, 0.13, 0.33), *black),
        *[box((0, 0.1455, -0.14 + 0.018 * k), (0.3, 0.003, 0.007), (0.03, 0.03, 0.03)) for k in range(13)],
        box((0, 0.08, 0.1605), (0.435, 0.135, 0.012), paint, {"metallic": 0.7, "roughness": 0.35}),
        *[rod((x, 0, z), (x, 0.016, z), 0.022, *black) for x in (-0.17, 0.17) for z in (-0.12, 0.11)],
    )


@register("the knobs, buttons and display")
def receiver_front(*, paint):
    metal = (darker(paint, 0.92), {"metallic": 0.85, "roughness": 0.25})
    z = 0.1665
    tick = box((0, 0.043, 0), (0.002, 0.005, 0.001), (0.2, 0.2, 0.2))
    scale = [moved(tick, (0.145, 0.082, z + 0.0004), a, (0, 0, 1)) for a in np.linspace(-2.3, 2.3, 15)]
    digits = [
        box((-0.075 + 0.021 * k, 0.105, z + 0.0028), (0.013, 0.022, 0.001), (0.4, 0.95, 0.85), {"emission": 1.0})
        for k in range(5)
    ]
    return concat_shapes(
        rod((0.145, 0.082, z - 0.001), (0.145, 0.082, z + 0.028), 0.034, *metal),
        rod(
            (0.145, 0.082, z + 0.028),
            (0.145, 0.082, z + 0.0295),
            0.029,
            darker(paint, 0.75),
            {"metallic": 0.8, "roughness": 0.3},
        ),
        box((0.145, 0.106, z + 0.0298), (0.003, 0.014, 0.002), (0.1, 0.1, 0.1)),
        *scale,
        box((-0.035, 0.105, z + 0.001), (0.2, 0.045, 0.003), (0.03, 0.04, 0.05), {"roughness": 0.1}),
        *digits,
        *[
            box(
                (0.03 + 0.006 * k, 0.097 + 0.002 * k, z + 0.0028),
                (0.004, 0.004 + 0.004 * k, 0.001),
                (0.4, 0.95, 0.85),
                {"emission": 1.0},
            )
            for k in range(4)
        ],
        rod((-0.185, 0.105, z), (-0.185, 0.105, z + 0.008), 0.014, *metal),
        rod((-0.185, 0.128, z), (-0.185, 0.128, z + 0.001), 0.003, (0.95, 0.2, 0.15), {"emission": 1.0}),
        *[rod((-0.12 + 0.042 * k, 0.05, z), (-0.12 + 0.042 * k, 0.05, z + 0.016), 0.0125, *metal) for k in range(5)],
        *[box((-0.12 + 0.042 * k, 0.058, z + 0.0165), (0.002, 0.008, 0.002), (0.1, 0.1, 0.1)) for k in range(5)],
        rod((-0.185, 0.05, z), (-0.185, 0.05, z + 0.002), 0.008, (0.05, 0.05, 0.05)),
    )


@register("a silver stereo receiver with a big volume knob and a lit display")
def stereo_receiver(*, width=0.435, height=0.148, depth=0.37, paint=(0.76, 0.77, 0.78)):
    whole = concat_shapes(library_call("receiver_case", paint=paint), library_call("receiver_front", paint=paint))
    return fitted(whole, width, height, depth)
