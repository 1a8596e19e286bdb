# /// asset
# word = "DVD player"
# synonyms = ["blu-ray player", "cd player", "disc player", "media player", "dvd recorder", "bluray player"]
# stands_for = ["set-top box", "cable box", "streaming box", "vcr", "video recorder", "docking station", "network switch"]
# category = "electronics"
# support = "surface"
# colors = ["paint"]
# ///
from scene.language import *
from scene.language.modelling import box, darker, fitted, rod


@register("the flat case with its display and buttons")
def player_case(*, paint):
    look, z = (paint, {"roughness": 0.35}), 0.1255
    return concat_shapes(
        box((0, 0.032, -0.01), (0.42, 0.048, 0.26), *look),
        box((0, 0.032, 0.1225), (0.422, 0.05, 0.005), darker(paint, 1.5), {"roughness": 0.15}),
        *[rod((x, 0, z), (x, 0.009, z), 0.016, (0.05, 0.05, 0.05)) for x in (-0.17, 0.17) for z in (-0.11, 0.09)],
        box((0.1, 0.03, z), (0.1, 0.024, 0.002), (0.02, 0.03, 0.05), {"roughness": 0.05}),
        *[
            box(
                (0.068 + 0.018 * k + (0.006 if k > 1 else 0), 0.03, z + 0.0016),
                (0.01, 0.015, 0.001),
                (0.35, 0.75, 1.0),
                {"emission": 1.0},
            )
            for k in range(4)
        ],
        *[
            rod(
                (0.172 + 0.016 * k, 0.03, z - 0.002),
                (0.172 + 0.016 * k, 0.03, z + 0.004),
                0.006,
                (0.6, 0.6, 0.62),
                {"metallic": 0.7},
            )
            for k in range(2)
        ],
        rod((-0.185, 0.03, z - 0.002), (-0.185, 0.03, z + 0.004), 0.01, (0.6, 0.6, 0.62), {"metallic": 0.7}),
        rod((-0.185, 0.047, z), (-0.185, 0.047, z + 0.0008), 0.0025, (0.95, 0.2, 0.15), {"emission": 1.0}),
        box((-0.065, 0.014, z), (0.18, 0.002, 0.001), (0.5, 0.5, 0.52)),
    )


@register("the tray with a disc")
def disc_tray():
    return concat_shapes(
        box((-0.065, 0.0335, 0.15), (0.15, 0.008, 0.1), (0.16, 0.16, 0.17), {"roughness": 0.4}),
        box((-0.065, 0.033, 0.202), (0.17, 0.02, 0.006), (0.13, 0.13, 0.14), {"roughness": 0.2}),
        rod(
            (-0.065, 0.0375, 0.136),
            (-0.065, 0.0387, 0.136),
            0.06,
            (0.82, 0.84, 0.9),
            {"metallic": 0.7, "roughness": 0.12},
        ),
        rod((-0.065, 0.0387, 0.136), (-0.065, 0.0392, 0.136), 0.02, (0.92, 0.93, 0.95), {"roughness": 0.2}),
        rod((-0.065, 0.0392, 0.136), (-0.065, 0.0398, 0.136), 0.0075, (0.12, 0.12, 0.12)),
    )


@register("a flat black DVD player with its disc tray out")
def dvd_player(*, width=0.422, height=0.058, depth=0.345, paint=(0.09, 0.09, 0.1)):
    whole = concat_shapes(library_call("player_case", paint=paint), library_call("disc_tray"))
    return fitted(whole, width, height, depth)
