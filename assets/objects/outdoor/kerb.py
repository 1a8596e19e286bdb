# /// asset
# word = "kerb"
# synonyms = ["curb", "kerbstone", "curbstone", "kerb edge"]
# category = "outdoor"
# support = "floor"
# colors = ["stone"]
# ///
from scene.language import *
from scene.language.modelling import block, darker, fitted


@register("a row of kerbstones with the gutter before it")
def kerb(*, width=4.0, height=0.15, depth=0.45, stone=(0.6, 0.59, 0.56)):
    rough = {"roughness": 0.95}
    parts = [
        block((-1.75 + 0.5 * k, 0, -0.12), (0.492, 0.15, 0.2), darker(stone, 0.92 + 0.06 * (k % 3)), rough)
        for k in range(8)
    ]
    parts += [
        block((-1.75 + 0.5 * k, 0, 0.1), (0.494, 0.03, 0.24), darker(stone, 0.72 + 0.05 * (k % 2)), rough)
        for k in range(8)
    ]
    drain = [block((0.25, 0.03, 0.1), (0.34, 0.006, 0.2), (0.2, 0.2, 0.21))]
    drain += [block((0.12 + 0.052 * k, 0.036, 0.1), (0.022, 0.004, 0.17), (0.05, 0.05, 0.055)) for k in range(6)]
    return fitted(concat_shapes(*parts, *drain), width, height, depth)
