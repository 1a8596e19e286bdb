# /// asset
# word = "model house"
# synonyms = [
#     "model railway house", "model cottage", "toy cottage", "model village house",
#     "miniature cottage", "model church", "toy church",
# ]
# category = "toys"
# support = "surface"
# colors = ["paint", "roof"]
# [variants]
# kind = {"church" = "church"}
# height = {"church" = 0.22}
# ///
from scene.language import *
from scene.language.modelling import ball, beam, block, box, cone, darker, fitted, leafage, rod

WOOD, PANE = (0.42, 0.28, 0.17), (0.98, 0.9, 0.6)


@register("a gabled roof")
def gable(*, wide, deep, low, rise, roof):
    parts = []
    for s in (-1, 1):
        parts.append(
            beam(
                (0, low - 0.004, s * (deep / 2 + 0.008)),
                (0, low + rise, 0),
                (wide + 0.014, 0.006),
                roof,
                {"roughness": 0.9},
            )
        )
        for k in range(4):
            t = 0.12 + 0.24 * k
            parts.append(
                box(
                    (0, low + rise * t + 0.0042, s * (deep / 2 + 0.008) * (1 - t)),
                    (wide + 0.015, 0.0022, 0.004),
                    darker(roof, 0.82),
                )
            )
    for k in range(8):  # the wall below the ridge, in steps
        t = (k + 0.5) / 8
        parts.append(box((0, low + rise * t, 0), (wide * 0.985, rise / 8, deep * (1 - t)), (0.93, 0.88, 0.78)))
    return concat_shapes(*parts)


@register("a lit window with its shutters")
def window(*, at, shutter):
    x, y, z = at
    panes = [
        box((x, y, z), (0.018, 0.022, 0.002), PANE, {"emission": 0.25}),
        box((x, y, z + 0.001), (0.0018, 0.024, 0.002), (0.97, 0.97, 0.95)),
        box((x, y, z + 0.001), (0.02, 0.0018, 0.002), (0.97, 0.97, 0.95)),
    ]
    return concat_shapes(*panes, *[box((x + s * 0.0135, y, z), (0.007, 0.024, 0.003), shutter) for s in (-1, 1)])


@register("a spire with its clock")
def spire(*, roof):
    return concat_shapes(
        block((-0.058, 0.004, 0), (0.042, 0.135, 0.042), (0.93, 0.88, 0.78)),
        cone((-0.058, 0.139, 0), (-0.058, 0.225, 0), 0.032, roof, {"roughness": 0.9}),
        rod((-0.058, 0.12, 0.02), (-0.058, 0.12, 0.0225), 0.011, (0.97, 0.97, 0.94)),
        box((-0.058, 0.1235, 0.0232), (0.0014, 0.008, 0.001), (0.1, 0.1, 0.1)),
        box((-0.055, 0.12, 0.0232), (0.006, 0.0014, 0.001), (0.1, 0.1, 0.1)),
    )


@register("a little house for a model landscape")
def model_house(*, width=0.17, height=0.14, depth=0.14, kind="house", paint=(0.93, 0.86, 0.7), roof=(0.66, 0.24, 0.17)):
    wide, deep, low = 0.115, 0.085, 0.062
    parts = [
        block((0, 0, 0), (0.17, 0.004, 0.14), (0.4, 0.55, 0.26), {"roughness": 1.0}),
        block((0, 0.004, 0), (wide, low, deep), paint, {"roughness": 0.9}),
        block((0, 0.004, 0), (wide + 0.003, 0.008, deep + 0.003), (0.55, 0.53, 0.5)),
        library_call("gable", wide=wide, deep=deep, low=low + 0.004, rise=0.048, roof=roof),
        box((0.0, 0.024, deep / 2), (0.02, 0.038, 0.003), WOOD),
        ball((0.006, 0.024, deep / 2 + 0.002), 0.0015, (0.9, 0.75, 0.3)),
        *[library_call("window", at=(x, 0.04, deep / 2 + 0.001), shutter=(0.24, 0.42, 0.36)) for x in (-0.036, 0.036)],
        block((0, 0.004, deep / 2 + 0.014), (0.02, 0.0015, 0.024), (0.72, 0.68, 0.6)),
        leafage(
            [((0.068, 0.012, 0.05), (0.013, 0.012, 0.013)), ((-0.07, 0.01, 0.045), (0.011, 0.01, 0.011))],
            (0.25, 0.42, 0.17),
            0.005,
        ),
    ]
    if kind == "church":
        parts.append(library_call("spire", roof=darker(roof, 0.6)))
    else:
        parts += [
            block((0.034, 0.09, -0.018), (0.014, 0.04, 0.014), (0.6, 0.33, 0.26)),
            block((0.034, 0.129, -0.018), (0.018, 0.004, 0.018), (0.5, 0.48, 0.46)),
        ]
    return fitted(concat_shapes(*parts), width, height, depth)
