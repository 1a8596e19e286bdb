# /// asset
# word = "spinning top"
# synonyms = ["toy top", "whirligig", "humming top", "spinning tops"]
# category = "toys"
# support = "surface"
# colors = ["first", "second"]
# ///
from scene.language import *
from scene.language.modelling import ball, fitted, lathe, rod, rotated


@register("a striped spinning top that leans on its tip")
def spinning_top(*, width=0.1, height=0.12, depth=0.1, first=(0.82, 0.16, 0.14), second=(0.96, 0.78, 0.2)):
    gloss = {"roughness": 0.25}
    top = concat_shapes(
        lathe([(0.003, 0), (0.008, 0.01), (0.03, 0.028)], (0.85, 0.65, 0.4), gloss, slices=12),
        lathe([(0.03, 0.028), (0.05, 0.046)], first, gloss, slices=14),
        rod((0, 0.046, 0), (0, 0.054, 0), 0.052, second, gloss),
        lathe([(0.05, 0.054), (0.034, 0.066)], (0.2, 0.45, 0.75), gloss, slices=10),
        lathe([(0.034, 0.066), (0.01, 0.078)], second, gloss, slices=10),
        rod((0, 0.07, 0), (0, 0.115, 0), 0.006, (0.85, 0.65, 0.4), gloss),
        ball((0, 0.118, 0), 0.01, first, gloss),
    )
    return fitted(rotated(top, 0.3, (0, 0, 1)), width, height, depth)
