# /// asset
# word = "spray can"
# synonyms = [
#     "aerosol can", "spray paint", "spray paint can", "can of spray paint", "hairspray", "deodorant spray",
#     "air freshener", "bug spray", "can of hairspray", "aerosol", "can of air freshener",
# ]
# stands_for = ["shaving cream", "shaving foam", "deodorant", "whipped cream can", "pepper spray"]
# category = "bath"
# support = "surface"
# colors = ["paint"]
# ///
from scene.language import *
from scene.language.modelling import darker, fitted, lathe, moved, rod, round_wall


@register("the can with its label and nozzle")
def aerosol_body(*, paint):
    steel = surface("steel")
    gloss = {"roughness": 0.25}
    return concat_shapes(
        rod((0, 0, 0), (0, 0.006, 0), 0.0335, *steel),
        rod((0, 0.005, 0), (0, 0.142, 0), 0.0325, paint, gloss),
        rod((0, 0.03, 0), (0, 0.075, 0), 0.033, (0.95, 0.95, 0.93), gloss),
        rod((0, 0.05, 0), (0, 0.055, 0), 0.0333, paint, gloss),
        rod((0, 0.102, 0.02), (0, 0.102, 0.0335), 0.013, (0.97, 0.85, 0.3), gloss),
        rod((0, 0.14, 0), (0, 0.146, 0), 0.0335, *steel),
        lathe([(0.0325, 0.145), (0.03, 0.149), (0.026, 0.154), (0.02, 0.159), (0.013, 0.163)], *steel, slices=36),
        rod((0, 0.16, 0), (0, 0.169, 0), 0.011, *steel),
        rod((0, 0.168, 0), (0, 0.184, 0), 0.0065, (0.97, 0.97, 0.97)),
        rod((0, 0.178, 0.003), (0, 0.178, 0.0075), 0.0022, (0.1, 0.1, 0.1)),
    )


@register("the cap")
def aerosol_cap(*, paint):
    return concat_shapes(
        round_wall((0.03, 0.0), (0.03, 0.034), 0.0015, paint, {"roughness": 0.3}, panels=40),
        rod((0, 0.033, 0), (0, 0.036, 0), 0.0303, paint, {"roughness": 0.3}),
        rod((0, 0.036, 0), (0, 0.0375, 0), 0.024, darker(paint, 0.85), {"roughness": 0.3}),
    )


@register("a spray can with a nozzle, its cap beside it")
def spray_can(*, width=0.14, height=0.185, depth=0.085, paint=(0.2, 0.5, 0.75)):
    whole = concat_shapes(
        library_call("aerosol_body", paint=paint), moved(library_call("aerosol_cap", paint=paint), (0.075, 0, 0.02))
    )
    return fitted(whole, width, height, depth)
