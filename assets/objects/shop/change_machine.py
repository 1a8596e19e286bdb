# /// asset
# word = "change machine"
# synonyms = ["coin machine", "coin changer", "money changer", "bill changer", "token machine"]
# category = "shop"
# support = "floor"
# clearance = {front = 0.7}
# colors = ["paint", "panel_color"]
# ///
from scene.language import *
from scene.language.modelling import block, box, darker, finish, fitted, rod


@register("the cabinet with its lit head")
def cabinet(*, paint, panel_color):
    gloss = {"roughness": 0.4}
    return concat_shapes(
        block((0, 0, 0), (0.58, 0.08, 0.44), (0.12, 0.12, 0.13)),
        block((0, 0.08, 0), (0.62, 1.4, 0.48), paint, gloss),
        block((0, 1.48, 0), (0.66, 0.24, 0.52), panel_color, {"emission": 0.4}),
        *[box((-0.2 + 0.08 * i, 1.6, 0.262), (0.055, 0.09, 0.006), (0.98, 0.97, 0.93)) for i in range(6)],
        box((0, 0.98, 0.243), (0.54, 0.8, 0.01), darker(paint, 0.45)),
        box((0, 0.32, 0.243), (0.5, 0.36, 0.01), darker(paint, 0.85)),
        rod((0.2, 0.4, 0.245), (0.2, 0.4, 0.258), 0.024, *finish("chrome")),
    )


@register("the screen, the slots and the coin tray")
def face(*, panel_color):
    coins = [
        rod(
            (-0.09 + 0.04 * i, 0.565 + 0.008 * (i % 2), 0.27 + 0.012 * (i % 3)),
            (-0.09 + 0.04 * i, 0.571 + 0.008 * (i % 2), 0.272 + 0.012 * (i % 3)),
            0.016,
            *finish("gold"),
        )
        for i in range(5)
    ]
    return concat_shapes(
        box((-0.09, 1.22, 0.252), (0.3, 0.2, 0.01), *finish("lit screen")),
        *[box((-0.09, 1.27 - 0.045 * i, 0.258), (0.22 - 0.05 * i, 0.02, 0.003), (0.96, 0.97, 0.98)) for i in range(3)],
        box((0.17, 1.24, 0.252), (0.12, 0.14, 0.02), *finish("steel")),
        box((0.17, 1.25, 0.263), (0.08, 0.008, 0.004), (0.02, 0.02, 0.02)),
        box((0.17, 1.2, 0.263), (0.08, 0.02, 0.004), (0.2, 0.85, 0.35), {"emission": 1.4}),
        box((0.17, 1.04, 0.252), (0.1, 0.13, 0.02), *finish("steel")),
        box((0.17, 1.06, 0.263), (0.007, 0.05, 0.004), (0.02, 0.02, 0.02)),
        *[
            rod((-0.18 + 0.09 * i, 1.04, 0.25), (-0.18 + 0.09 * i, 1.04, 0.268), 0.028, tone)
            for i, tone in enumerate(((0.2, 0.65, 0.3), (0.95, 0.75, 0.15), (0.85, 0.15, 0.12)))
        ],
        *[box((-0.18 + 0.09 * i, 0.95, 0.252), (0.06, 0.03, 0.006), (0.9, 0.9, 0.88)) for i in range(3)],
        box((0, 0.66, 0.25), (0.34, 0.2, 0.014), *finish("steel")),
        box((0, 0.67, 0.256), (0.26, 0.12, 0.006), (0.03, 0.03, 0.03)),
        block((0, 0.545, 0.28), (0.3, 0.015, 0.08), *finish("steel")),
        block((0, 0.545, 0.317), (0.3, 0.05, 0.008), *finish("steel")),
        *coins,
        box((0, 1.4, 0.25), (0.54, 0.03, 0.012), panel_color),
    )


@register("a change machine with a screen, slots and a coin tray")
def change_machine(*, width=0.66, height=1.72, depth=0.58, paint=(0.2, 0.35, 0.6), panel_color=(0.95, 0.65, 0.12)):
    whole = concat_shapes(
        library_call("cabinet", paint=paint, panel_color=panel_color), library_call("face", panel_color=panel_color)
    )
    return fitted(whole, width, height, depth)
