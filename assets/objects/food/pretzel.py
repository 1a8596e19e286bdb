# /// asset
# word = "pretzel"
# synonyms = ["pretzels", "soft pretzel", "brezel", "bavarian pretzel"]
# category = "food"
# support = "surface"
# colors = ["crust"]
# ///
import math

from scene.language import *
from scene.language.modelling import box, darker, fitted, moved, rotated, tube


@register("a twisted pretzel with salt")
def pretzel(*, width=0.15, height=0.028, depth=0.12, crust=(0.5, 0.24, 0.09)):
    look = (crust, {"roughness": 0.3})
    bow = [
        (0.07 * math.cos(a), 0.012, 0.05 - 0.055 * (1 - math.sin(a)) + 0.02)
        for a in [math.pi * (-0.25 + 1.5 * i / 20) for i in range(21)]
    ]
    left = [bow[-1], (-0.02, 0.014, -0.005), (0.0, 0.022, 0.012), (0.02, 0.014, 0.03), (0.036, 0.018, 0.056)]
    right = [bow[0], (0.02, 0.014, -0.005), (0.0, 0.014, 0.012), (-0.02, 0.014, 0.03), (-0.036, 0.018, 0.056)]
    salt = [
        moved(rotated(box((0, 0, 0), (0.004, 0.004, 0.004), (0.98, 0.98, 0.96)), i), (bow[i][0], 0.024, bow[i][2]))
        for i in range(2, 19)
    ]
    whole = concat_shapes(
        tube(bow, 0.0125, *look),
        tube(left, 0.009, darker(crust, 1.1), {"roughness": 0.3}),
        tube(right, 0.009, *look),
        *salt,
    )
    return fitted(whole, width, height, depth)
