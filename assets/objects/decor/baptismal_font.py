# /// asset
# word = "baptismal font"
# synonyms = ["font", "church font", "holy water font", "stone font", "stoup"]
# category = "decor"
# support = "floor"
# materials = ["stone"]
# ///
from scene.language import *
from scene.language.modelling import disc, finish, fitted, lathe, round_wall


@register("a basin of stone on a foot, with water in it")
def baptismal_font(*, width=0.75, height=1.0, stone="limestone") -> Shape:
    look = finish(stone)
    radius = width / 2
    foot = [
        (radius * 0.8, 0), (radius * 0.8, 0.07), (radius * 0.68, 0.09), (radius * 0.66, 0.14), (radius * 0.4, 0.2),
        (radius * 0.34, 0.5), (radius * 0.42, 0.62), (radius * 0.85, height * 0.78), (radius * 0.9, height * 0.82),
    ]  # fmt: skip
    return fitted(
        concat_shapes(
            lathe(foot, *look, slices=44),
            round_wall((radius * 0.97, height * 0.8), (radius, height), 0.09, *look, panels=8),
            disc((0, height * 0.82, 0), (radius * 0.86, radius * 0.86), 0.1, *finish("water")),
        ),
        width,
        height,
        width,
    )
