# /// asset
# word = "seesaw"
# synonyms = ["see-saw", "teeter-totter", "teeter totter"]
# category = "outdoor"
# support = "floor"
# colors = ["paint"]
# ///
from scene.language import *
from scene.language.modelling import ball, box, darker, fitted, moved, rod, tube


@register("the beam with its seats and handles")
def beam_part(*, paint):
    gloss = {"roughness": 0.3}
    ends = [
        concat_shapes(
            box((0, 0.05, s * 1.12), (0.3, 0.05, 0.28), (0.2, 0.45, 0.75), gloss),
            tube([(0, 0.02, s * 0.85), (0, 0.28, s * 0.85)], 0.016, *surface("steel")),
            rod((-0.14, 0.28, s * 0.85), (0.14, 0.28, s * 0.85), 0.016, *surface("steel")),
        )
        for s in (-1, 1)
    ]
    return concat_shapes(box((0, 0, 0), (0.14, 0.07, 2.5), paint, gloss), *ends)


@register("the stand")
def stand_part(*, paint):
    return concat_shapes(
        *[
            concat_shapes(
                tube([(s * 0.22, 0.03, -0.28), (s * 0.1, 0.5, 0), (s * 0.22, 0.03, 0.28)], 0.028, darker(paint, 0.6)),
                ball((s * 0.1, 0.5, 0), 0.04, darker(paint, 0.6)),
            )
            for s in (-1, 1)
        ],
        rod((-0.12, 0.5, 0), (0.12, 0.5, 0), 0.025, *surface("steel")),
    )


@register("a seesaw with two seats")
def seesaw(*, width=0.5, height=0.95, depth=2.6, paint=(0.85, 0.2, 0.15)):
    whole = concat_shapes(
        moved(library_call("beam_part", paint=paint), (0, 0.53, 0), 0.26, (1, 0, 0)),
        library_call("stand_part", paint=paint),
    )
    return fitted(whole, width, height, depth)
