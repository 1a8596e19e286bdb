# /// asset
# word = "elliptical trainer"
# synonyms = ["elliptical", "elliptical machine", "cross trainer"]
# stands_for = ["stair climber", "stepper", "stair stepper"]
# category = "sport"
# support = "floor"
# colors = ["paint"]
# ///
from scene.language import *
from scene.language.modelling import box, darker, fitted, moved, rod, stretched, tube


@register("the frame with its housing")
def frame_part(*, paint):
    return concat_shapes(
        box((0, 0.04, 0), (0.1, 0.07, 1.6), paint),
        *[box((0, 0.025, z), (0.6, 0.05, 0.09), darker(paint, 0.8)) for z in (-0.78, 0.78)],
        rod((-0.13, 0.36, 0.42), (0.13, 0.36, 0.42), 0.3, paint, {"roughness": 0.35}),
        rod((-0.14, 0.36, 0.42), (0.14, 0.36, 0.42), 0.12, (0.75, 0.14, 0.12)),
        tube([(0, 0.5, 0.4), (0, 1.45, 0.3)], 0.045, paint),
        moved(box((0, 0, 0), (0.34, 0.24, 0.05), (0.1, 0.1, 0.11)), (0, 1.5, 0.27), 0.5, (1, 0, 0)),
        moved(
            box((0, 0.02, -0.027), (0.22, 0.12, 0.004), (0.35, 0.6, 0.75), {"emission": 0.5}),
            (0, 1.5, 0.27),
            0.5,
            (1, 0, 0),
        ),
    )


@register("a pedal with its arm")
def side_part(*, lift):
    steel = surface("steel")
    return concat_shapes(
        tube([(0, 0.36 + lift, 0.36), (0, 0.2 + lift * 0.5, -0.72)], 0.024, *steel),
        box((0, 0.27 + lift * 0.7, -0.3), (0.16, 0.04, 0.38), (0.15, 0.15, 0.16)),
        tube(
            [(0, 0.36 + lift, 0.34), (0.03, 1.05, 0.3), (0.05, 1.35, 0.14 + lift), (0.02, 1.6, 0.06 + lift)],
            0.02,
            *steel,
        ),
        tube([(0.05, 1.35, 0.14 + lift), (0.02, 1.6, 0.06 + lift)], 0.028, (0.12, 0.12, 0.13)),
    )


@register("an elliptical trainer with moving handles")
def elliptical(*, width=0.65, height=1.65, depth=1.7, paint=(0.26, 0.27, 0.3)):
    right = moved(library_call("side_part", lift=0.08), (0.2, 0, 0))
    left = stretched(moved(library_call("side_part", lift=-0.08), (0.2, 0, 0)), (-1, 1, 1))
    whole = concat_shapes(library_call("frame_part", paint=paint), left, right)
    return fitted(whole, width, height, depth)
