# /// asset
# word = "balance beam"
# synonyms = ["gymnastics beam", "gymnastic beam", "balancing beam", "gym beam"]
# category = "sport"
# support = "floor"
# colors = ["cover"]
# ///
from scene.language import *
from scene.language.modelling import beam, box, fitted, plate, rod


@register("a gymnast's balance beam on two splayed feet")
def balance_beam(*, width=3.6, height=1.1, depth=0.9, cover=(0.78, 0.6, 0.4)):
    steel = ((0.72, 0.73, 0.75), {"metallic": 0.8, "roughness": 0.3})
    parts = [
        plate((0, 0.96, 0), (3.6, 0.14, 0.13), 0.03, cover, {"roughness": 0.85}),
        box((0, 0.94, 0), (3.4, 0.04, 0.08), *steel),
    ]
    for s in (-1, 1):
        x = s * 1.25
        parts += [
            rod((x, 0.3, 0), (x, 0.95, 0), 0.05, *steel),
            rod((x, 0.26, 0), (x, 0.42, 0), 0.065, (0.15, 0.25, 0.5)),
            *[beam((x, 0.3, 0), (x, 0.03, t * 0.42), (0.07, 0.05), *steel) for t in (-1, 1)],
            *[box((x, 0.02, t * 0.42), (0.14, 0.04, 0.08), (0.1, 0.1, 0.11)) for t in (-1, 1)],
        ]
    return fitted(concat_shapes(*parts), width, height, depth)
