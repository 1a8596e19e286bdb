# /// asset
# word = "roll of tape"
# synonyms = [
#     "tape", "tape roll", "duct tape", "masking tape", "adhesive tape", "packing tape", "sticky tape", "washi tape",
#     "painter tape", "electrical tape",
# ]
# category = "office"
# support = "surface"
# colors = ["tape"]
# ///
from scene.language import *
from scene.language.modelling import box, darker, fitted, round_wall


@register("the roll on its core")
def roll_part(*, tape):
    return concat_shapes(
        round_wall((0.055, 0), (0.055, 0.05), 0.016, tape, {"roughness": 0.4}, panels=48),
        round_wall((0.04, 0.0005), (0.04, 0.0495), 0.004, (0.72, 0.58, 0.4), panels=40),
        box((0.055, 0.025, 0.014), (0.002, 0.05, 0.03), darker(tape, 0.9)),
    )


@register("a roll of tape")
def tape_roll(*, width=0.11, height=0.05, depth=0.11, tape=(0.78, 0.66, 0.42)):
    whole = library_call("roll_part", tape=tape)
    return fitted(whole, width, height, depth)
