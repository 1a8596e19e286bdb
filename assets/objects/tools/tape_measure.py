# /// asset
# word = "tape measure"
# synonyms = ["measuring tape", "tape rule"]
# category = "tools"
# support = "surface"
# colors = ["paint"]
# ///
from scene.language import *
from scene.language.modelling import box, fitted, rod


@register("the rounded case")
def case_part(*, paint):
    rubber = {"roughness": 0.5}
    return concat_shapes(
        rod((-0.025, 0.04, -0.03), (0.025, 0.04, -0.03), 0.037, paint, rubber),
        box((0, 0.02, -0.012), (0.05, 0.038, 0.07), paint, rubber),
        *[rod((s * 0.0251, 0.04, -0.03), (s * 0.0262, 0.04, -0.03), 0.026, (0.14, 0.14, 0.15)) for s in (-1, 1)],
        box((0, 0.07, -0.005), (0.018, 0.012, 0.02), (0.14, 0.14, 0.15)),
    )


@register("the steel blade")
def blade(*, paint):
    marks = [
        box(
            (-0.006 if i % 2 else -0.003, 0.0095, 0.03 + 0.008 * i),
            (0.006 if i % 2 else 0.012, 0.0006, 0.0012),
            (0.1, 0.1, 0.1),
        )
        for i in range(9)
    ]
    return concat_shapes(
        box((0, 0.0085, 0.06), (0.024, 0.0014, 0.09), (0.98, 0.85, 0.2)),
        *marks,
        box((0, 0.006, 0.105), (0.026, 0.012, 0.002), *surface("steel")),
    )


@register("a tape measure with its blade out")
def tape_measure(*, width=0.08, height=0.075, depth=0.16, paint=(0.95, 0.75, 0.1)):
    whole = concat_shapes(library_call("case_part", paint=paint), library_call("blade", paint=paint))
    return fitted(whole, width, height, depth)
