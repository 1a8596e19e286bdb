# /// asset
# word = "cutting mat"
# synonyms = ["self-healing mat", "craft mat", "self healing cutting mat", "hobby mat"]
# category = "office"
# support = "surface"
# colors = ["paint", "lines"]
# ///
from scene.language import *
from scene.language.modelling import beam, box, fitted, plate


@register("the grid with its scale")
def grid(*, lines):
    y, parts = 0.0031, []
    for i in range(22):
        x = -0.21 + 0.02 * i
        parts.append(box((x, y, 0), (0.0014 if i % 5 == 0 else 0.0007, 0.0004, 0.26), lines))
    for i in range(14):
        z = -0.13 + 0.02 * i
        parts.append(box((0, y, z), (0.42, 0.00041, 0.0014 if i % 5 == 0 else 0.0007), lines))
    parts += [
        box((-0.21 + 0.004 * i, y, s * 0.136), (0.0006, 0.0004, 0.006 if i % 5 else 0.01), lines)
        for i in range(106)
        for s in (-1, 1)
    ]
    parts += [
        beam((-0.2, y, 0.12), (0.04, y, -0.12), (0.001, 0.0004), lines),
        beam((0.2, y, 0.12), (-0.04, y, -0.12), (0.001, 0.0004), lines),
    ]
    return concat_shapes(*parts)


@register("a green cutting mat with a grid")
def cutting_mat(*, width=0.45, height=0.0035, depth=0.3, paint=(0.1, 0.38, 0.28), lines=(0.9, 0.88, 0.6)):
    whole = concat_shapes(
        plate((0, 0, 0), (0.45, 0.003, 0.3), 0.012, paint, {"roughness": 0.7}), library_call("grid", lines=lines)
    )
    return fitted(whole, width, height, depth)
