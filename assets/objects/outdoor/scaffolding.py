# /// asset
# word = "scaffolding"
# synonyms = ["scaffold", "scaffold tower", "building scaffold", "scaffolding tower"]
# category = "outdoor"
# support = "floor"
# colors = ["boards"]
# ///
from scene.language import *
from scene.language.modelling import block, box, fitted, rod


@register("scaffolding of steel tubes with plank decks and ladders")
def scaffolding(*, width=4.2, height=4.6, depth=1.3, boards=(0.78, 0.6, 0.36)):
    steel = ((0.66, 0.67, 0.69), {"metallic": 0.7, "roughness": 0.35})
    parts = []
    for x in (-2.0, 0.0, 2.0):
        parts += [rod((x, 0, z), (x, 4.6, z), 0.03, *steel) for z in (-0.55, 0.55)]
        parts += [block((x, 0, z), (0.22, 0.03, 0.22), (0.6, 0.46, 0.28)) for z in (-0.55, 0.55)]
        parts += [rod((x, y, -0.58), (x, y, 0.58), 0.025, *steel) for y in (1.75, 3.5)]
    for y in (1.78, 3.53):
        parts += [
            box((0, y, -0.42 + 0.21 * k), (4.1, 0.04, 0.2), boards if k % 2 else tuple(0.92 * c for c in boards))
            for k in range(5)
        ]
        parts += [rod((-2.05, y + h, 0.56), (2.05, y + h, 0.56), 0.022, *steel) for h in (0.5, 1.0)]
        parts.append(box((0, y + 0.09, 0.56), (4.1, 0.16, 0.025), boards))
    parts += [rod((x0, 0.1, 0.58), (x0 + 2.0, 1.75, 0.58), 0.02, *steel) for x0 in (-2.0, 0.0)]
    parts += [rod((x0 + 2.0, 1.85, -0.58), (x0, 3.5, -0.58), 0.02, *steel) for x0 in (-2.0, 0.0)]
    for s in (-1, 1):
        parts.append(rod((1.3 + s * 0.18, 0, 0.75), (1.3 + s * 0.18, 2.7, 0.35), 0.022, (0.9, 0.65, 0.15)))
    parts += [
        rod((1.12, 0.3 * i, 0.75 - 0.0445 * i), (1.48, 0.3 * i, 0.75 - 0.0445 * i), 0.016, (0.9, 0.65, 0.15))
        for i in range(1, 9)
    ]
    return fitted(concat_shapes(*parts), width, height, depth)
