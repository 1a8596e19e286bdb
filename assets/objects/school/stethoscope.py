# /// asset
# word = "stethoscope"
# stands_for = [
#     "syringe", "pipette", "dropper", "thermometer gun", "medical instruments", "surgical instruments", "otoscope",
# ]
# category = "school"
# support = "surface"
# colors = ["rubber"]
# ///
from scene.language import *
from scene.language.modelling import ball, fitted, rod, tube


@register("the tubes")
def tubes(*, rubber):
    low = tube(
        [(0, 0.008, 0.0), (0.02, 0.008, 0.06), (0.06, 0.008, 0.11), (0.03, 0.008, 0.15), (-0.03, 0.008, 0.14)],
        0.0055,
        rubber,
        {"roughness": 0.4},
    )
    ears = [
        concat_shapes(
            tube([(0, 0.008, 0.0), (s * 0.03, 0.008, -0.05), (s * 0.055, 0.008, -0.09)], 0.005, rubber),
            tube(
                [(s * 0.055, 0.008, -0.09), (s * 0.06, 0.008, -0.14), (s * 0.035, 0.01, -0.17)],
                0.0032,
                *surface("chrome"),
            ),
            ball((s * 0.033, 0.01, -0.172), 0.0075, (0.1, 0.1, 0.1)),
        )
        for s in (-1, 1)
    ]
    return concat_shapes(low, *ears)


@register("the chest piece")
def chest_piece():
    steel = surface("chrome")
    return concat_shapes(
        rod((-0.055, 0, 0.14), (-0.055, 0.012, 0.14), 0.024, *steel),
        rod((-0.055, 0.012, 0.14), (-0.055, 0.024, 0.14), 0.014, *steel),
        rod((-0.055, 0.0125, 0.14), (-0.055, 0.0135, 0.14), 0.02, (0.92, 0.92, 0.9)),
    )


@register("a stethoscope")
def stethoscope(*, width=0.2, height=0.025, depth=0.34, rubber=(0.12, 0.2, 0.4)):
    whole = concat_shapes(library_call("tubes", rubber=rubber), library_call("chest_piece"))
    return fitted(whole, width, height, depth)
