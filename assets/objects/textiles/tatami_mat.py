# /// asset
# word = "tatami mat"
# synonyms = ["tatami", "tatami mats", "japanese mat", "straw mat", "rush mat", "bamboo mat"]
# category = "textiles"
# support = "rug"
# colors = ["paint", "border"]
# ///
from scene.language import *
from scene.language.modelling import box, darker, fitted


@register("the woven rush")
def weave(*, width, depth, paint):
    n = 60
    parts = [box((0, 0.35, 0), (width, 0.7, depth), paint, {"roughness": 0.95})]
    parts += [
        box(
            (0, 0.72, (i - (n - 1) / 2) * depth / n),
            (width, 0.06, depth / n * 0.5),
            darker(paint, 0.86 + 0.05 * (i % 3)),
        )
        for i in range(n)
    ]
    parts += [box(((i - 5.5) * width / 12, 0.77, 0), (0.004, 0.04, depth), darker(paint, 0.8)) for i in range(12)]
    return concat_shapes(*parts)


@register("the cloth borders along both long sides")
def borders(*, width, depth, border):
    parts = []
    for s in (-1, 1):
        z = s * (depth / 2 - 0.03)
        parts.append(box((0, 0.45, z), (width, 0.9, 0.06), border, {"roughness": 0.9}))
        parts += [
            box(((i - 14.5) * width / 30, 0.95, z), (0.02, 0.1, 0.02), tuple(min(1.0, 1.9 * c + 0.05) for c in border))
            for i in range(30)
        ]
    return concat_shapes(*parts)


@register("a tatami mat of woven rush with cloth borders")
def tatami_mat(*, width=1.82, height=0.003, depth=0.91, paint=(0.78, 0.76, 0.5), border=(0.12, 0.22, 0.16)):
    whole = concat_shapes(
        library_call("weave", width=width, depth=depth, paint=paint),
        library_call("borders", width=width, depth=depth, border=border),
    )
    return fitted(whole, width, height, depth)
