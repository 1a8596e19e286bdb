# /// asset
# word = "skis"
# synonyms = ["ski", "pair of skis", "skis and poles", "alpine skis", "ski set"]
# stands_for = ["ski poles", "cross-country skis"]
# category = "sport"
# support = "floor"
# colors = ["paint", "accent"]
# ///
from scene.language import *
from scene.language.modelling import beam, box, ellipsoid, fitted, hoop, moved, rod


@register("a ski with its binding")
def ski(*, paint, accent):
    gloss, dark = {"roughness": 0.2}, (0.12, 0.12, 0.13)
    tip = [
        beam(
            (0, 1.58 + 0.026 * i, 0.0014 * i * i),
            (0, 1.61 + 0.026 * i, 0.0014 * (i + 1.1) ** 2),
            (0.1 - 0.0016 * i * i, 0.014),
            paint,
            gloss,
        )
        for i in range(7)
    ]
    return concat_shapes(
        box((0, 0.8, 0), (0.09, 1.6, 0.016), paint, gloss),
        box((0, 1.25, 0.0015), (0.05, 0.5, 0.016), accent, gloss),
        box((0, 0.3, 0.0015), (0.05, 0.34, 0.016), accent, gloss),
        *tip,
        box((0, 0.88, 0.03), (0.075, 0.1, 0.045), dark),
        box((0, 0.93, 0.055), (0.06, 0.03, 0.03), (0.7, 0.72, 0.74)),
        box((0, 0.6, 0.03), (0.07, 0.12, 0.045), dark),
        beam((0, 0.6, 0.05), (0, 0.5, 0.085), (0.05, 0.02), (0.7, 0.72, 0.74)),
    )


@register("a pole with its grip, strap and basket")
def pole(*, paint):
    return concat_shapes(
        rod((0, 0, 0), (0, 1.2, 0), 0.009, (0.75, 0.77, 0.8), {"metallic": 0.7, "roughness": 0.3}),
        rod((0, 0.07, 0), (0, 0.08, 0), 0.048, paint),
        rod((0, 1.08, 0), (0, 1.22, 0), 0.017, (0.1, 0.1, 0.11)),
        ellipsoid((0, 1.225, 0), (0.022, 0.014, 0.022), (0.1, 0.1, 0.11)),
        hoop(0.05, 0.005, (0.1, 0.1, 0.11), center=(0.03, 1.14, 0), axis=(0, 0, 1), parts=16),
    )


@register("the wooden rack")
def rack():
    wood = surface("oak")
    return concat_shapes(
        box((0, 0.02, 0), (0.62, 0.04, 0.34), *wood),
        *[beam((s * 0.28, 0.03, -0.12), (s * 0.28, 1.06, -0.12), (0.05, 0.05), *wood) for s in (-1, 1)],
        *[box((0, y, -0.12), (0.62, 0.06, 0.03), *wood) for y in (0.45, 1.02)],
        box((0, 0.055, 0.1), (0.62, 0.03, 0.03), *wood),
    )


@register("a pair of skis with bindings and two poles, on a leaning rack")
def skis(*, width=0.64, height=1.8, depth=0.36, paint=(0.82, 0.14, 0.16), accent=(0.95, 0.95, 0.93)):
    items = [(library_call("ski", paint=paint, accent=accent), (s * 0.09, 0.045, 0.06)) for s in (-1, 1)]
    items += [(library_call("pole", paint=paint), (s * 0.22, 0.045, 0.06)) for s in (-1, 1)]
    leaning = [moved(shape, at, -0.155, (1, 0, 0)) for shape, at in items]
    return fitted(concat_shapes(library_call("rack"), *leaning), width, height, depth)
