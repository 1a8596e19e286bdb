# /// asset
# word = "picnic blanket"
# synonyms = ["picnic rug", "picnic cloth", "spread blanket", "checkered blanket", "chequered blanket", "checked blanket", "tartan blanket"]
# category = "textiles"
# support = "rug"
# colors = ["cloth", "light"]
# ///
from scene.language import *
from scene.language.modelling import block, darker, fitted, moved

SOFT = {"roughness": 1.0}


@register("a checked blanket that is spread on the ground")
def picnic_blanket(*, width=1.9, height=0.02, depth=1.5, cloth=(0.78, 0.16, 0.18), light=(0.95, 0.92, 0.86)):
    step = 0.1
    middle = tuple((a + b) / 2 for a, b in zip(cloth, light, strict=True))
    parts = [block((0, 0, 0), (1.9, 0.012, 1.5), light, SOFT)]
    for i in range(19):
        for k in range(15):
            if i % 2 or k % 2:
                continue
            at = (-0.9 + step * i, 0.0, -0.7 + step * k)
            parts.append(block((at[0], 0, at[2]), (step, 0.0145, step), cloth, SOFT))
    parts += [block((-0.9 + step * i, 0, 0), (step, 0.0132, 1.5), middle, SOFT) for i in range(0, 19, 2)]
    parts += [block((0, 0, -0.7 + step * k), (1.9, 0.0132, step), middle, SOFT) for k in range(0, 15, 2)]
    for x in (-0.93, 0.93):
        parts += [block((x * 1.035, 0, -0.73 + 0.05 * k), (0.05, 0.006, 0.012), light, SOFT) for k in range(30)]
    corner = moved(block((0, 0.012, 0), (0.24, 0.008, 0.2), darker(light, 0.9), SOFT), (0.82, 0, 0.64), 0.5)
    return fitted(concat_shapes(*parts, corner), width, height, depth)
