# /// asset
# word = "forklift"
# synonyms = ["forklift truck", "fork lift", "lift truck", "fork truck", "stacker truck"]
# category = "outdoor"
# support = "floor"
# clearance = {front = 1.0}
# colors = ["paint"]
# ///
from scene.language import *
from scene.language.modelling import beam, block, box, darker, fitted, moved, pad, pipe, rod, upright_pad

BLACK = (0.09, 0.09, 0.1)
IRON = ((0.2, 0.21, 0.23), {"metallic": 0.6, "roughness": 0.45})


@register("the body with its counterweight")
def body_part(*, paint):
    gloss = {"roughness": 0.35}
    return concat_shapes(
        block((0, 0.22, -0.1), (1.0, 0.3, 1.7), BLACK),
        block((0, 0.3, -0.78), (1.08, 0.75, 0.56), paint, gloss),
        rod((-0.54, 0.68, -1.04), (0.54, 0.68, -1.04), 0.36, paint, gloss),
        block((0, 0.42, -0.25), (1.06, 0.5, 0.6), paint, gloss),
        block((0, 0.45, 0.5), (1.06, 0.62, 0.3), paint, gloss),
        box((0, 0.48, 0.15), (1.06, 0.06, 0.5), BLACK),
        box((0, 0.72, -1.395), (0.5, 0.2, 0.02), darker(paint, 0.35)),
        *[rod((s * 0.38, 0.92, -1.33), (s * 0.38, 0.92, -1.36), 0.05, (0.85, 0.1, 0.08)) for s in (-1, 1)],
    )


@register("a wheel")
def wheel(*, radius, wide):
    return concat_shapes(
        rod((-wide / 2, radius, 0), (wide / 2, radius, 0), radius, BLACK, {"roughness": 0.9}),
        rod((-wide / 2 - 0.01, radius, 0), (wide / 2 + 0.01, radius, 0), radius * 0.55, (0.85, 0.85, 0.83)),
        rod((-wide / 2 - 0.02, radius, 0), (wide / 2 + 0.02, radius, 0), radius * 0.2, BLACK),
    )


@register("the overhead guard")
def guard():
    bar = 0.03
    parts = []
    parts += [
        pipe(
            [(s * 0.48, 1.0, 0.6), (s * 0.46, 2.05, 0.25), (s * 0.46, 2.08, -0.6), (s * 0.48, 1.0, -0.85)],
            bar,
            BLACK,
        )
        for s in (-1, 1)
    ]
    parts += [
        beam((-0.46, 2.07, 0.22 - 0.13 * i), (0.46, 2.07, 0.22 - 0.13 * i), (0.04, 0.04), BLACK) for i in range(7)
    ]
    parts += [
        rod((s * 0.4, 2.0, 0.3), (s * 0.4, 2.0, 0.36), 0.055, (0.98, 0.95, 0.8), {"emission": 0.6}) for s in (-1, 1)
    ]
    return concat_shapes(*parts)


@register("the seat and the steering wheel")
def cab():
    return concat_shapes(
        pad((0, 0.92, -0.3), (0.5, 0.14, 0.5), BLACK),
        upright_pad((0, 1.02, -0.52), (0.48, 0.5, 0.12), BLACK),
        rod((0, 0.95, 0.45), (0, 1.2, 0.25), 0.025, BLACK),
        moved(rod((0, -0.012, 0), (0, 0.012, 0), 0.17, (0.16, 0.16, 0.17)), (0, 1.21, 0.24), -0.65, (1, 0, 0)),
        *[rod((0.2 + 0.06 * i, 1.05, 0.45), (0.2 + 0.06 * i, 1.25, 0.4), 0.012, IRON[0]) for i in range(3)],
    )


@register("the mast with its chains and forks")
def mast():
    parts = []
    for s in (-1, 1):
        parts.append(block((s * 0.34, 0.1, 0.78), (0.08, 2.0, 0.13), *IRON))
        parts.append(block((s * 0.26, 0.1, 0.8), (0.06, 1.95, 0.09), *IRON))
        parts.append(
            rod(
                (s * 0.13, 0.2, 0.78),
                (s * 0.13, 1.9, 0.78),
                0.035,
                (0.75, 0.76, 0.78),
                {"metallic": 1.0, "roughness": 0.2},
            )
        )
        parts.append(block((s * 0.26, 0.09, 0.91), (0.12, 0.62, 0.045), *IRON))
        parts.append(block((s * 0.26, 0.06, 1.42), (0.12, 0.045, 1.06), *IRON))
    parts += [box((0, y, 0.78), (0.76, 0.09, 0.08), *IRON) for y in (0.3, 1.2, 2.06)]
    parts += [box((0, y, 0.875), (0.9, 0.08, 0.04), *IRON) for y in (0.28, 0.62)]
    rack = [box((x * 0.22, 0.95, 0.875), (0.03, 0.6, 0.03), *IRON) for x in (-2, -1, 0, 1, 2)]
    return concat_shapes(*parts, *rack, box((0, 1.24, 0.875), (0.92, 0.04, 0.035), *IRON))


@register("a forklift truck")
def forklift(*, width=1.2, height=2.12, depth=3.4, paint=(0.96, 0.66, 0.06)):
    whole = concat_shapes(
        library_call("body_part", paint=paint),
        library_call("guard"),
        library_call("cab"),
        library_call("mast"),
        *[moved(library_call("wheel", radius=0.34, wide=0.24), (s * 0.48, 0, 0.48)) for s in (-1, 1)],
        *[moved(library_call("wheel", radius=0.27, wide=0.2), (s * 0.47, 0, -0.9)) for s in (-1, 1)],
    )
    return fitted(whole, width, height, depth)
