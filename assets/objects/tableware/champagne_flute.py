# /// asset
# word = "champagne flute"
# synonyms = ["flute glass", "champagne glass", "champagne flutes", "prosecco glass"]
# stands_for = ["sherry glass"]
# category = "tableware"
# support = "surface"
# colors = ["wine"]
# ///
from scene.language import *
from scene.language.modelling import fitted, lathe, rod, round_wall


@register("the glass")
def glass_part():
    look = surface("glass")
    return concat_shapes(
        lathe([(0.032, 0), (0.03, 0.003), (0.004, 0.008)], *look, slices=8),
        rod((0, 0.006, 0), (0, 0.09, 0), 0.0035, *look),
        round_wall((0.008, 0.09), (0.024, 0.13), 0.002, *look, panels=24),
        round_wall((0.024, 0.13), (0.022, 0.23), 0.002, *look, panels=24),
    )


@register("the wine")
def drink(*, wine):
    return lathe([(0.005, 0.092), (0.02, 0.13), (0.02, 0.195)], wine, {"roughness": 0.05, "opacity": 0.75}, slices=30)


@register("a tall flute of sparkling wine")
def champagne_flute(*, width=0.065, height=0.23, depth=0.065, wine=(0.95, 0.84, 0.5)):
    whole = concat_shapes(library_call("glass_part"), library_call("drink", wine=wine))
    return fitted(whole, width, height, depth)
