# /// asset
# word = "ball return"
# synonyms = ["bowling ball return", "bowling ball rack", "ball return machine"]
# category = "sport"
# support = "floor"
# colors = ["paint"]
# ///
from scene.language import *
from scene.language.modelling import ball, block, box, darker, fitted, pipe, plate, rod

TONES = [
    (0.12, 0.2, 0.65),
    (0.8, 0.12, 0.15),
    (0.15, 0.5, 0.25),
    (0.95, 0.55, 0.1),
    (0.5, 0.15, 0.55),
    (0.08, 0.08, 0.09),
]


@register("the hood that the balls come out of")
def hood(*, paint):
    gloss = {"roughness": 0.25}
    return concat_shapes(
        block((0, 0, -0.62), (0.5, 0.5, 0.5), paint, gloss),
        rod((-0.25, 0.5, -0.62), (0.25, 0.5, -0.62), 0.25, paint, gloss),
        box((0, 0.6, -0.39), (0.34, 0.26, 0.06), (0.03, 0.03, 0.04)),
        box((0, 0.3, -0.36), (0.3, 0.16, 0.02), darker(paint, 0.5)),
    )


@register("the rack with its rails")
def rack(*, paint):
    steel = ((0.8, 0.81, 0.83), {"metallic": 1.0, "roughness": 0.2})
    rails = [rod((x, 0.5, -0.4), (x, 0.5, 0.72), 0.016, *steel) for x in (-0.24, -0.07, 0.07, 0.24)]
    ends = [pipe([(x, 0.5, 0.72), (x, 0.56, 0.76), (x, 0.62, 0.76)], 0.016, *steel) for x in (-0.24, -0.07, 0.07, 0.24)]
    return concat_shapes(
        plate((0, 0, 0.2), (0.6, 0.05, 1.2), 0.12, (0.1, 0.1, 0.11)),
        block((0, 0.04, 0.2), (0.2, 0.38, 0.6), darker(paint, 0.5)),
        plate((0, 0.4, 0.18), (0.62, 0.06, 1.2), 0.15, paint, {"roughness": 0.25}),
        *[block((0, 0.44, z), (0.52, 0.05, 0.04), *steel) for z in (-0.2, 0.18, 0.6)],
        *rails,
        *ends,
        rod((-0.24, 0.62, 0.76), (0.24, 0.62, 0.76), 0.016, *steel),
    )


@register("six bowling balls in two rows")
def balls():
    return concat_shapes(
        *[
            ball((s * 0.155, 0.59, -0.12 + 0.23 * i), 0.108, TONES[(2 * i + (s > 0)) % 6], {"roughness": 0.06})
            for s in (-1, 1)
            for i in range(3)
        ]
    )


@register("a ball return with bowling balls")
def ball_return(*, width=0.62, height=0.75, depth=1.67, paint=(0.72, 0.1, 0.12)):
    whole = concat_shapes(library_call("hood", paint=paint), library_call("rack", paint=paint), library_call("balls"))
    return fitted(whole, width, height, depth)
