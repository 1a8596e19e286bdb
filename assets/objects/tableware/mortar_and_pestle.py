# /// asset
# word = "mortar and pestle"
# synonyms = ["mortar", "pestle", "pestle and mortar"]
# category = "tableware"
# support = "surface"
# colors = ["stone"]
# ///
from scene.language import *
from scene.language.modelling import ball, darker, ellipsoid, fitted, lathe, moved, round_wall, tube


@register("the mortar")
def mortar_part(*, stone):
    rough = {"roughness": 0.8}
    return concat_shapes(
        lathe([(0.05, 0), (0.054, 0.012), (0.044, 0.025), (0.06, 0.05), (0.072, 0.08)], stone, rough, slices=30),
        round_wall((0.072, 0.078), (0.078, 0.11), 0.014, stone, rough, panels=36),
        ellipsoid((0, 0.084, 0), (0.062, 0.01, 0.062), darker(stone, 0.7), rough),
    )


@register("the pestle")
def pestle_part(*, stone):
    return concat_shapes(
        tube([(0, 0, 0), (0, 0.12, 0)], 0.011, stone, {"roughness": 0.8}),
        ball((0, 0, 0), 0.02, stone),
        ball((0, 0.13, 0), 0.014, stone),
    )


@register("a stone mortar with its pestle")
def mortar_and_pestle(*, width=0.16, height=0.2, depth=0.16, stone=(0.62, 0.61, 0.58)):
    whole = concat_shapes(
        library_call("mortar_part", stone=stone),
        moved(library_call("pestle_part", stone=stone), (-0.012, 0.105, 0), -0.45, (0, 0, 1)),
    )
    return fitted(whole, width, height, depth)
