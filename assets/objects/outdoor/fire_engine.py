# /// asset
# word = "fire engine"
# synonyms = [
#     "fire truck", "firetruck", "ladder truck", "fire brigade truck", "toy fire engine", "toy fire truck",
#     "model fire engine",
# ]
# category = "outdoor"
# support = "floor"
# colors = ["paint"]
# [variants.width]
# "model" = 0.11
# "toy" = 0.11
# [variants.height]
# "model" = 0.115
# "toy" = 0.115
# [variants.depth]
# "model" = 0.277
# "toy" = 0.277
# ///
from scene.language import *
from scene.language.modelling import block, box, darker, fitted, moved, rod

GLASS = ((0.14, 0.18, 0.22), {"roughness": 0.05})
CHROME = ((0.78, 0.79, 0.81), {"metallic": 0.85, "roughness": 0.25})
WHITE, YELLOW, DARK = (0.95, 0.95, 0.94), (0.97, 0.86, 0.12), (0.12, 0.12, 0.13)


@register("a wheel")
def wheel_part():
    return concat_shapes(
        rod((-0.16, 0.48, 0), (0.16, 0.48, 0), 0.48, (0.09, 0.09, 0.09), {"roughness": 0.85}),
        rod((-0.17, 0.48, 0), (0.17, 0.48, 0), 0.27, *CHROME),
        rod((-0.18, 0.48, 0), (0.18, 0.48, 0), 0.09, (0.75, 0.1, 0.1)),
    )


@register("the cab with its windows")
def cab(*, paint):
    gloss = {"roughness": 0.15}
    parts = [
        block((0, 0.5, 2.35), (2.3, 0.95, 1.9), paint, gloss),
        block((0, 1.45, 2.3), (2.26, 0.9, 1.78), paint, gloss),
        block((0, 2.35, 2.25), (2.16, 0.14, 1.66), darker(paint, 0.9), gloss),
        box((0, 1.88, 3.2), (1.96, 0.68, 0.04), *GLASS),
        block((0, 1.38, 3.305), (2.3, 0.1, 0.02), WHITE),
    ]
    for s in (-1, 1):
        parts += [box((s * 1.135, 1.9, z), (0.02, 0.6, 0.68), *GLASS) for z in (2.72, 1.86)]
        parts.append(box((s * 1.16, 1.15, 2.35), (0.01, 0.16, 1.9), YELLOW, {"roughness": 0.4}))
        parts.append(box((s * 1.165, 1.02, 2.3), (0.012, 0.7, 0.014), darker(paint, 0.5)))
        parts.append(rod((s * 1.2, 1.7, 3.1), (s * 1.34, 1.7, 3.1), 0.02, *CHROME))
        parts.append(box((s * 1.36, 1.8, 3.1), (0.06, 0.44, 0.16), DARK))
    return concat_shapes(*parts)


@register("the front with bumper, grille and lamps")
def front():
    parts = [
        block((0, 0.36, 3.42), (2.34, 0.36, 0.26), *CHROME),
        box((0, 1.03, 3.31), (1.2, 0.44, 0.03), DARK),
        *[box((0, 0.88 + 0.075 * i, 3.33), (1.2, 0.026, 0.02), *CHROME) for i in range(5)],
    ]
    for s in (-1, 1):
        parts.append(box((s * 0.87, 1.03, 3.315), (0.4, 0.26, 0.04), (0.99, 0.97, 0.88), {"emission": 0.6}))
        parts.append(box((s * 0.87, 0.54, 3.555), (0.24, 0.12, 0.02), (0.98, 0.6, 0.1), {"emission": 0.3}))
    return concat_shapes(*parts)


@register("the body with its roller shutters, pump panel and hoses")
def body_part(*, paint):
    gloss = {"roughness": 0.15}
    parts = [
        block((0, 0.44, 0), (1.9, 0.2, 6.4), DARK),
        block((0, 0.62, -0.95), (2.34, 1.75, 4.6), paint, gloss),
        block((0, 2.37, -0.95), (2.36, 0.07, 4.62), CHROME[0], CHROME[1]),
    ]
    for s in (-1, 1):
        x = s * 1.172
        for z in (0.55, -0.62, -2.55):
            parts.append(box((x, 1.62, z), (0.02, 1.16, 0.98), (0.72, 0.73, 0.75), {"metallic": 0.6, "roughness": 0.4}))
            parts += [
                box((x + s * 0.011, 1.12 + 0.11 * k, z), (0.004, 0.012, 0.98), (0.4, 0.41, 0.43)) for k in range(11)
            ]
        parts.append(box((x, 0.9, -0.95), (0.015, 0.14, 4.6), YELLOW, {"roughness": 0.4}))
        parts.append(box((x, 1.62, -1.58), (0.02, 1.16, 0.7), (0.5, 0.51, 0.53), {"metallic": 0.6, "roughness": 0.4}))
        parts += [
            rod((x, 1.9 - 0.3 * k, -1.45 - 0.26 * (k % 2)), (x + s * 0.05, 1.9 - 0.3 * k, -1.45 - 0.26 * (k % 2)), 0.09, *look)
            for k, look in enumerate((CHROME, ((0.8, 0.1, 0.1), {"roughness": 0.3}), CHROME))
        ]  # fmt: skip
        parts.append(box((s * 0.95, 1.1, -3.26), (0.2, 0.5, 0.03), (0.85, 0.08, 0.06), {"emission": 0.3}))
    return concat_shapes(*parts)


@register("the ladder on the roof, and the blue lights")
def top():
    steel = CHROME
    parts = [rod((s * 0.32, 2.66, -3.3), (s * 0.32, 2.66, 2.0), 0.04, *steel) for s in (-1, 1)]
    parts += [rod((s * 0.32, 2.86, -3.3), (s * 0.32, 2.86, 2.0), 0.028, *steel) for s in (-1, 1)]
    parts += [rod((-0.32, 2.66, -3.2 + 0.3 * i), (0.32, 2.66, -3.2 + 0.3 * i), 0.02, *steel) for i in range(18)]
    parts += [block((0, 2.44, z), (0.8, 0.2, 0.12), DARK) for z in (-2.6, 0.6)]
    parts.append(block((0, 2.49, 2.75), (1.7, 0.07, 0.3), DARK))
    parts += [block((s * 0.6, 2.56, 2.75), (0.46, 0.16, 0.26), (0.15, 0.35, 0.95), {"emission": 0.9}) for s in (-1, 1)]
    return concat_shapes(*parts)


@register("a red fire engine with a ladder")
def fire_engine(*, width=2.78, height=2.89, depth=6.95, paint=(0.78, 0.07, 0.06)):
    wheels = [moved(library_call("wheel_part"), (s * 0.98, 0, z)) for s in (-1, 1) for z in (-2.0, 2.2)]
    whole = concat_shapes(
        *wheels,
        library_call("cab", paint=paint),
        library_call("front"),
        library_call("body_part", paint=paint),
        library_call("top"),
    )
    return fitted(whole, width, height, depth)
