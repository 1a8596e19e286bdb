# /// asset
# word = "pickup truck"
# synonyms = ["truck", "pickup"]
# stands_for = [
#     "suv", "jeep",
#     "rv", "lorry", "delivery truck",
#     "trailer",
# ]
# category = "outdoor"
# support = "floor"
# colors = ["paint"]
# ///
from scene.language import *
from scene.language.modelling import box, fitted, moved, rod


@register("a wheel")
def wheel_part():
    return concat_shapes(
        rod((-0.13, 0.38, 0), (0.13, 0.38, 0), 0.38, (0.1, 0.1, 0.1), {"roughness": 0.85}),
        rod((-0.135, 0.38, 0), (0.135, 0.38, 0), 0.22, (0.72, 0.73, 0.75), {"metallic": 0.8, "roughness": 0.3}),
        rod((-0.14, 0.38, 0), (0.14, 0.38, 0), 0.06, (0.3, 0.3, 0.31)),
    )


@register("the cab with its windows")
def cab(*, paint):
    gloss = {"roughness": 0.15}
    glass = ((0.16, 0.2, 0.24), {"roughness": 0.05})
    rows = [
        box(
            (0, 1.12 + 0.032 * i, 0.2 - 0.012 * i),
            (1.78 - 0.014 * i, 0.034, 1.72 - 0.03 * i),
            glass[0] if 1 <= i <= 16 else paint,
            glass[1] if 1 <= i <= 16 else gloss,
        )
        for i in range(20)
    ]
    pillars = [box((s * 0.86, 1.4, z), (0.05, 0.6, 0.08), paint, gloss) for s in (-1, 1) for z in (-0.5, 0.2, 0.72)]
    return concat_shapes(*rows, *pillars, box((0, 1.765, -0.02), (1.5, 0.05, 1.2), paint, gloss))


@register("the bonnet, the doors and the bed")
def body_part(*, paint):
    gloss = {"roughness": 0.15}
    dark = (0.12, 0.12, 0.13)
    bed = [box((s * 0.9, 0.93, -1.55), (0.1, 0.5, 1.9), paint, gloss) for s in (-1, 1)] + [
        box((0, 0.93, -2.48), (1.9, 0.5, 0.08), paint, gloss),
        box((0, 0.72, -1.55), (1.8, 0.06, 1.9), dark),
        box((0, 0.93, -0.62), (1.85, 0.5, 0.08), paint, gloss),
    ]
    return concat_shapes(
        box((0, 0.82, 0.2), (1.88, 0.6, 1.75), paint, gloss),
        box((0, 0.85, 1.7), (1.86, 0.52, 1.5), paint, gloss),
        box((0, 1.09, 1.65), (1.6, 0.06, 1.3), paint, gloss),
        *bed,
        box((0, 0.52, 0), (1.7, 0.16, 4.9), dark),
        *[
            box((0, 0.55, z), (1.9, 0.16, 0.16), (0.75, 0.76, 0.78), {"metallic": 0.8, "roughness": 0.25})
            for z in (-2.52, 2.5)
        ],
        *[box((s * 0.945, 1.0, 0.0), (0.01, 0.03, 0.16), dark) for s in (-1, 1)],
    )


@register("the lamps and the grille")
def front():
    lamps = [box((s * 0.76, 0.9, 2.455), (0.24, 0.2, 0.03), (0.98, 0.97, 0.88), {"emission": 0.5}) for s in (-1, 1)]
    tails = [box((s * 0.9, 0.95, -2.525), (0.09, 0.3, 0.02), (0.8, 0.08, 0.06), {"emission": 0.3}) for s in (-1, 1)]
    return concat_shapes(
        *lamps,
        *tails,
        box((0, 0.9, 2.455), (1.2, 0.24, 0.02), (0.1, 0.1, 0.1)),
        *[box((0, 0.82 + 0.055 * i, 2.468), (1.2, 0.016, 0.012), *surface("chrome")) for i in range(4)],
    )


@register("a pickup truck")
def pickup_truck(*, width=1.95, height=1.8, depth=5.2, paint=(0.16, 0.32, 0.58)):
    wheels = [moved(library_call("wheel_part"), (s * 0.82, 0, z)) for s in (-1, 1) for z in (-1.6, 1.65)]
    whole = concat_shapes(
        *wheels, library_call("cab", paint=paint), library_call("body_part", paint=paint), library_call("front")
    )
    return fitted(whole, width, height, depth)
