# /// asset
# word = "bell"
# synonyms = ["hand bell", "handbell", "dinner bell", "brass bell"]
# stands_for = ["church bell", "temple bell", "school bell", "cow bell"]
# category = "decor"
# support = "surface"
# colors = ["metal"]
# materials = ["wood"]
# ///
from scene.language import *
from scene.language.modelling import fitted, lathe, round_wall


@register("the flaring bell")
def cup_part(*, metal):
    look = {"metallic": 1.0, "roughness": 0.2}
    return concat_shapes(
        lathe([(0.05, 0.006), (0.04, 0.02), (0.033, 0.05), (0.026, 0.075), (0.008, 0.084)], metal, look, slices=60),
        round_wall((0.052, 0), (0.048, 0.012), 0.004, metal, look, panels=34),
    )


@register("the handle")
def handle_part(*, wood):
    return concat_shapes(
        lathe([(0.006, 0.08), (0.011, 0.1), (0.0085, 0.12), (0.0125, 0.145), (0.007, 0.16)], *surface(wood), slices=50)
    )


@register("a brass hand bell")
def bell(*, width=0.1, height=0.16, depth=0.1, metal=(0.88, 0.7, 0.32), wood="walnut"):
    whole = concat_shapes(library_call("cup_part", metal=metal), library_call("handle_part", wood=wood))
    return fitted(whole, width, height, depth)
