# /// asset
# word = "ashtray"
# synonyms = ["ash tray"]
# stands_for = [
#     "cigar", "cigarette", "cigars", "smoking pipe", "incense holder", "incense stick", "trinket dish",
#     "ring dish", "trinket tray", "catchall", "catchall tray", "jewelry dish", "key bowl", "trinket bowl",
# ]
# category = "decor"
# support = "surface"
# colors = ["ware"]
# ///
from scene.language import *
from scene.language.modelling import box, darker, fitted, rod, rotated, round_wall


@register("the dish with notches")
def dish_part(*, ware):
    gloss = {"roughness": 0.15}
    return concat_shapes(
        rod((0, 0, 0), (0, 0.01, 0), 0.06, ware, gloss),
        round_wall((0.061, 0.005), (0.065, 0.036), 0.014, ware, gloss, panels=36),
        *[rotated(box((0.057, 0.036, 0), (0.022, 0.008, 0.012), darker(ware, 0.7)), a) for a in (0.5, 2.6, 4.7)],
    )


@register("a round ashtray with three rests")
def ashtray(*, width=0.13, height=0.04, depth=0.13, ware=(0.35, 0.5, 0.52)):
    whole = library_call("dish_part", ware=ware)
    return fitted(whole, width, height, depth)
