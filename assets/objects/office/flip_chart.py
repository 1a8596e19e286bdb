# /// asset
# word = "flip chart"
# synonyms = ["flipchart", "flip chart easel", "paper easel", "presentation easel"]
# category = "office"
# support = "floor"
# clearance = {front = 0.7}
# colors = ["paint", "sheet"]
# ///
from scene.language import *
from scene.language.modelling import ball, beam, block, box, fitted, moved, rod, tube


@register("the three legs")
def legs(*, paint):
    metal = {"metallic": 0.5, "roughness": 0.4}
    return concat_shapes(
        *[beam((s * 0.42, 0, 0.3), (s * 0.22, 1.9, -0.06), (0.035, 0.02), paint, metal) for s in (-1, 1)],
        beam((0, 0, -0.48), (0, 1.75, -0.08), (0.035, 0.02), paint, metal),
        *[ball((s * 0.42, 0.014, 0.3), 0.02, (0.08, 0.08, 0.09)) for s in (-1, 1)],
        ball((0, 0.014, -0.48), 0.02, (0.08, 0.08, 0.09)),
    )


@register("the board with its pad of paper")
def board(*, sheet):
    blue, red = (0.12, 0.3, 0.7), (0.8, 0.15, 0.15)
    bars = [
        box((-0.2 + 0.09 * i, 0.31 + 0.5 * h, 0.026), (0.055, h, 0.002), tone)
        for i, (h, tone) in enumerate(((0.1, blue), (0.16, blue), (0.13, red), (0.24, blue)))
    ]
    curve = tube([(-0.22, 0.46, 0.029), (-0.1, 0.52, 0.029), (0.0, 0.5, 0.029), (0.14, 0.62, 0.029)], 0.004, red)
    lines = [
        box((0.0 - 0.03 * (i % 2), 0.86 - 0.05 * i, 0.026), (0.42 - 0.06 * (i % 2), 0.01, 0.002), (0.25, 0.25, 0.28))
        for i in range(3)
    ]
    return concat_shapes(
        box((0, 0.5, 0), (0.7, 1.02, 0.018), (0.93, 0.94, 0.95)),
        box((0, 0.48, 0.016), (0.62, 0.92, 0.014), sheet),
        box((0, 0.99, 0.02), (0.66, 0.05, 0.03), (0.4, 0.42, 0.45)),
        *[rod((s * 0.2, 0.99, 0.03), (s * 0.2, 0.99, 0.045), 0.014, (0.1, 0.1, 0.11)) for s in (-1, 1)],
        box((0, 0.93, 0.024), (0.3, 0.035, 0.002), blue),
        *bars,
        box((-0.06, 0.305, 0.026), (0.44, 0.006, 0.002), (0.25, 0.25, 0.28)),
        curve,
        *lines,
        block((0, -0.03, 0.045), (0.66, 0.012, 0.08), (0.4, 0.42, 0.45)),
        *[
            rod((-0.12 + 0.08 * i, -0.008, 0.05), (-0.06 + 0.08 * i, -0.008, 0.05), 0.009, tone)
            for i, tone in enumerate((blue, red, (0.1, 0.1, 0.11)))
        ],
    )


@register("a flip chart on three legs with a drawing")
def flip_chart(*, width=0.86, height=1.92, depth=0.84, paint=(0.55, 0.57, 0.6), sheet=(0.98, 0.98, 0.97)):
    whole = concat_shapes(
        library_call("legs", paint=paint), moved(library_call("board", sheet=sheet), (0, 0.88, 0.15), -0.18, (1, 0, 0))
    )
    return fitted(whole, width, height, depth)
