# /// asset
# word = "lipstick"
# synonyms = ["makeup", "cosmetics"]
# stands_for = [
#     "mascara", "lip balm", "foundation", "eyeliner", "eyeshadow palette", "compact powder", "makeup palette",
#     "lip gloss", "concealer", "makeup kit", "blush",
# ]
# category = "bath"
# support = "surface"
# colors = ["tone"]
# ///
from scene.language import *
from scene.language.modelling import ellipsoid, fitted, rod


@register("the open stick")
def stick_part(*, tone):
    gold = surface("gold")
    return concat_shapes(
        rod((-0.02, 0, 0), (-0.02, 0.032, 0), 0.0115, (0.1, 0.1, 0.1), {"roughness": 0.15}),
        rod((-0.02, 0.032, 0), (-0.02, 0.05, 0), 0.0095, *gold),
        rod((-0.02, 0.05, 0), (-0.02, 0.065, 0), 0.0078, tone, {"roughness": 0.25}),
        ellipsoid((-0.02, 0.065, 0), (0.0078, 0.0085, 0.0078), tone, {"roughness": 0.25}),
    )


@register("the cap")
def cap_part():
    return concat_shapes(
        rod((0.02, 0, 0), (0.02, 0.045, 0), 0.0118, (0.1, 0.1, 0.1), {"roughness": 0.15}),
        rod((0.02, 0, 0), (0.02, 0.005, 0), 0.0122, *surface("gold")),
    )


@register("a lipstick with its cap")
def lipstick(*, width=0.07, height=0.075, depth=0.025, tone=(0.75, 0.08, 0.16)):
    whole = concat_shapes(library_call("stick_part", tone=tone), library_call("cap_part"))
    return fitted(whole, width, height, depth)
