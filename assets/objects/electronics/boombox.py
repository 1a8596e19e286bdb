# /// asset
# word = "boombox"
# synonyms = ["boom box", "ghetto blaster", "radio cassette player", "cassette radio", "cassette recorder"]
# stands_for = ["cassette player", "cassette deck", "tape deck"]
# category = "electronics"
# support = "surface"
# colors = ["paint"]
# ///
import math

from scene.language import *
from scene.language.modelling import box, ellipsoid, fitted, hoop, moved, rod, tube


@register("the case with its handle and aerial")
def boombox_case(*, paint):
    dark, metal = ((0.12, 0.12, 0.13), {"roughness": 0.5}), (paint, {"metallic": 0.6, "roughness": 0.35})
    return concat_shapes(
        box((0, 0.135, 0), (0.56, 0.26, 0.12), *dark),
        box((0, 0.135, 0.062), (0.55, 0.25, 0.012), *metal),
        *[rod((x - 0.02, 0.004, 0), (x + 0.02, 0.004, 0), 0.004, *dark) for x in (-0.2, 0.2)],
        *[box((x, 0.003, 0), (0.05, 0.006, 0.08), *dark) for x in (-0.2, 0.2)],
        tube([(-0.24, 0.24, 0), (-0.24, 0.325, 0), (0.24, 0.325, 0), (0.24, 0.24, 0)], 0.011, *metal),
        tube([(0.2, 0.27, -0.05), (0.06, 0.44, -0.05)], 0.003, *surface("chrome")),
        ellipsoid((0.06, 0.442, -0.05), (0.005,) * 3, *surface("chrome")),
    )


@register("a loudspeaker behind its grille")
def boombox_speaker(*, x):
    dark = ((0.08, 0.08, 0.085), {"roughness": 0.6})
    chrome = surface("chrome")
    return concat_shapes(
        rod((x, 0.115, 0.066), (x, 0.115, 0.072), 0.094, *dark),
        moved(hoop(0.093, 0.005, *chrome), (x, 0.115, 0.072), math.pi / 2, (1, 0, 0)),
        *[
            moved(hoop(r, 0.0014, (0.3, 0.3, 0.32), parts=30), (x, 0.115, 0.0735), math.pi / 2, (1, 0, 0))
            for r in (0.045, 0.06, 0.075)
        ],
        ellipsoid((x, 0.115, 0.072), (0.032, 0.032, 0.012), (0.22, 0.22, 0.24), {"roughness": 0.3}),
    )


@register("the cassette door, the tuner and the buttons")
def boombox_controls():
    dark, z = (0.06, 0.06, 0.07), 0.0685
    reels = [rod((s * 0.024, 0.1, z + 0.0035), (s * 0.024, 0.1, z + 0.007), 0.012, (0.95, 0.95, 0.93)) for s in (-1, 1)]
    return concat_shapes(
        box((0, 0.095, z), (0.13, 0.09, 0.006), dark, {"roughness": 0.1}),
        box((0, 0.098, z + 0.003), (0.1, 0.06, 0.003), (0.85, 0.55, 0.2)),
        *reels,
        *[rod((s * 0.024, 0.1, z + 0.006), (s * 0.024, 0.1, z + 0.008), 0.005, dark) for s in (-1, 1)],
        *[
            box(
                (-0.055 + 0.022 * k, 0.033, z + 0.003),
                (0.019, 0.022, 0.012),
                (0.9, 0.2, 0.15) if k == 0 else (0.88, 0.88, 0.9),
            )
            for k in range(6)
        ],
        box((0, 0.165, z), (0.13, 0.026, 0.004), (0.96, 0.93, 0.8)),
        *[
            box((-0.055 + 0.01 * k, 0.17, z + 0.0026), (0.0015, 0.01 if k % 3 else 0.015, 0.001), dark)
            for k in range(12)
        ],
        box((0.021, 0.165, z + 0.0042), (0.003, 0.026, 0.002), (0.9, 0.15, 0.1)),
        *[
            rod((-0.235 + 0.05 * k, 0.236, z - 0.002), (-0.235 + 0.05 * k, 0.236, z + 0.012), 0.014, dark)
            for k in range(3)
        ],
        *[box((0.1 + 0.022 * k, 0.236, z + 0.002), (0.006, 0.028, 0.003), dark) for k in range(6)],
        *[
            box((0.1 + 0.022 * k, 0.229 + 0.005 * (k % 3), z + 0.006), (0.014, 0.006, 0.008), (0.9, 0.9, 0.92))
            for k in range(6)
        ],
        *[
            box(
                (-0.05 + 0.02 * k, 0.2, z + 0.001),
                (0.014, 0.01, 0.002),
                (0.25, 0.85, 0.35) if k < 4 else (0.9, 0.25, 0.2),
                {"emission": 0.9},
            )
            for k in range(6)
        ],
    )


@register("a boombox with two loudspeakers, a cassette door and a handle")
def boombox(*, width=0.56, height=0.447, depth=0.15, paint=(0.7, 0.71, 0.73)):
    whole = concat_shapes(
        library_call("boombox_case", paint=paint),
        library_call("boombox_speaker", x=-0.175),
        library_call("boombox_speaker", x=0.175),
        library_call("boombox_controls"),
    )
    return fitted(whole, width, height, depth)
