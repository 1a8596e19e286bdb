# /// asset
# word = "judge's bench"
# synonyms = ["judge bench", "judge's desk", "judicial bench", "magistrate's bench", "court bench"]
# category = "office"
# support = "floor"
# clearance = {back = 0.9}
# materials = ["wood"]
# ///
import math

from scene.language import *
from scene.language.modelling import block, box, darker, finish, fitted, rod


@register("the panelled front and the sides")
def front(*, wood):
    look = finish(wood)
    dark = (darker(look[0], 0.72), look[1])
    parts = [
        block((0, 0, 0.28), (2.8, 1.08, 0.06), *look),
        block((0, 0, 0.3), (2.86, 0.14, 0.07), *dark),
        block((0, 1.0, 0.3), (2.86, 0.09, 0.08), *dark),
    ]
    for i in range(5):
        x = -1.1 + 0.55 * i
        parts.append(box((x, 0.58, 0.316), (0.44, 0.7, 0.012), *dark))
        parts.append(box((x, 0.58, 0.324), (0.34, 0.58, 0.012), *look))
    for s in (-1, 1):
        parts.append(block((s * 1.37, 0, -0.02), (0.06, 1.08, 0.6), *look))
        parts.append(box((s * 1.404, 0.58, -0.02), (0.01, 0.66, 0.44), *dark))
        parts.append(block((s * 1.37, 0, 0.28), (0.13, 1.14, 0.13), *dark))
        parts.append(block((s * 1.37, 1.14, 0.28), (0.17, 0.04, 0.17), *look))
    return concat_shapes(*parts)


@register("the desk behind, the raised ledge and the seal")
def top(*, wood):
    look = finish(wood)
    gold = ((0.8, 0.62, 0.24), {"metallic": 0.8, "roughness": 0.35})
    parts = [
        block((0, 0.78, -0.04), (2.7, 0.04, 0.62), darker(look[0], 0.85), look[1]),
        block((0, 1.09, 0.22), (2.96, 0.05, 0.3), *look),
        rod((0, 0.58, 0.33), (0, 0.58, 0.345), 0.27, *gold),
        rod((0, 0.58, 0.34), (0, 0.58, 0.355), 0.22, darker(look[0], 0.5)),
        rod((0, 0.45, 0.36), (0, 0.73, 0.36), 0.013, *gold),
        box((0, 0.68, 0.36), (0.26, 0.02, 0.016), *gold),
    ]
    for s in (-1, 1):
        parts.append(rod((s * 0.12, 0.56, 0.352), (s * 0.12, 0.56, 0.366), 0.05, *gold))
        parts.append(rod((s * 0.12, 0.6, 0.36), (s * 0.12, 0.68, 0.36), 0.004, *gold))
    parts += [
        rod(
            (0.245 * math.cos(math.pi * k / 12), 0.58 + 0.245 * math.sin(math.pi * k / 12), 0.345),
            (0.245 * math.cos(math.pi * k / 12), 0.58 + 0.245 * math.sin(math.pi * k / 12), 0.352),
            0.012,
            darker(look[0], 0.5),
        )
        for k in range(24)
    ]
    return concat_shapes(*parts)


@register("a panelled judge's bench with a seal on its front")
def judges_bench(*, width=2.96, height=1.18, depth=0.75, wood="walnut"):
    return fitted(concat_shapes(library_call("front", wood=wood), library_call("top", wood=wood)), width, height, depth)
