# /// asset
# word = "robot"
# synonyms = ["toy robot", "robot toy", "robot figure", "transformer", "android"]
# stands_for = ["wind-up toy"]
# category = "toys"
# support = "surface"
# colors = ["paint"]
# ///
from scene.language import *
from scene.language.modelling import ball, box, darker, fitted, rod, stretched, tube


@register("the head with its aerial")
def head_part(*, paint):
    look = {"metallic": 0.4, "roughness": 0.35}
    return concat_shapes(
        box((0, 0.265, 0), (0.11, 0.085, 0.09), paint, look),
        *[
            concat_shapes(
                rod((s * 0.026, 0.275, 0.044), (s * 0.026, 0.275, 0.052), 0.016, (0.98, 0.9, 0.4), {"emission": 1.0}),
                rod((s * 0.026, 0.275, 0.05), (s * 0.026, 0.275, 0.054), 0.006, (0.1, 0.1, 0.1)),
                rod((s * 0.055, 0.265, 0), (s * 0.068, 0.265, 0), 0.018, (0.85, 0.2, 0.15)),
            )
            for s in (-1, 1)
        ],
        *[box((0.014 * i, 0.24, 0.046), (0.008, 0.014, 0.003), (0.15, 0.15, 0.16)) for i in range(-2, 3)],
        rod((0, 0.305, 0), (0, 0.335, 0), 0.003, *surface("steel")),
        ball((0, 0.338, 0), 0.008, (0.85, 0.2, 0.15)),
    )


@register("the body with its dials")
def body_part(*, paint):
    look = {"metallic": 0.4, "roughness": 0.35}
    return concat_shapes(
        box((0, 0.155, 0), (0.14, 0.125, 0.11), paint, look),
        rod((0, 0.215, 0), (0, 0.23, 0), 0.028, darker(paint, 0.6)),
        box((0, 0.17, 0.056), (0.09, 0.055, 0.004), (0.15, 0.17, 0.2)),
        *[
            ball((-0.03 + 0.02 * i, 0.18, 0.058), 0.006, tone, {"emission": 0.6})
            for i, tone in enumerate(((0.9, 0.2, 0.2), (0.95, 0.8, 0.2), (0.3, 0.8, 0.4), (0.2, 0.5, 0.9)))
        ],
        box((0, 0.158, 0.058), (0.07, 0.01, 0.003), (0.9, 0.9, 0.9)),
    )


@register("an arm and a leg")
def limb(*, paint):
    return concat_shapes(
        ball((0.085, 0.195, 0), 0.02, darker(paint, 0.7)),
        tube([(0.088, 0.19, 0), (0.1, 0.14, 0.005), (0.1, 0.105, 0.03)], 0.014, darker(paint, 0.85)),
        *[box((0.1 + s * 0.01, 0.092, 0.042), (0.007, 0.02, 0.02), (0.85, 0.2, 0.15)) for s in (-1, 1)],
        rod((0.035, 0.03, 0), (0.035, 0.1, 0), 0.02, darker(paint, 0.8)),
        box((0.037, 0.016, 0.01), (0.058, 0.032, 0.09), darker(paint, 0.6)),
    )


@register("a toy robot")
def toy_robot(*, width=0.22, height=0.34, depth=0.14, paint=(0.5, 0.6, 0.68)):
    side = library_call("limb", paint=paint)
    whole = concat_shapes(
        library_call("head_part", paint=paint),
        library_call("body_part", paint=paint),
        side,
        stretched(side, (-1, 1, 1)),
    )
    return fitted(whole, width, height, depth)
