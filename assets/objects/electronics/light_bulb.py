# /// asset
# word = "light bulb"
# synonyms = ["bulb", "lightbulb", "bare bulb", "edison bulb", "light bulbs", "bare light bulb", "filament bulb"]
# category = "lighting"
# support = "ceiling"
# colors = ["glow", "metal"]
# ///
import numpy as np

from scene.language import *
from scene.language.modelling import ball, fitted, lathe, rod


@register("the cord with its rose")
def cord_part(*, metal):
    return concat_shapes(
        lathe([(0.02, 0.57), (0.045, 0.592), (0.045, 0.6)], metal, slices=10),
        rod((0, 0.17, 0), (0, 0.58, 0), 0.003, (0.12, 0.12, 0.12)),
        rod((0, 0.12, 0), (0, 0.18, 0), 0.018, metal, {"metallic": 0.8, "roughness": 0.3}),
    )


@register("the glowing bulb")
def bulb_part(*, glow):
    shine = {"emission": 2.2, "roughness": 0.1}
    return concat_shapes(
        ball((0, 0.045, 0), 0.043, glow, shine),
        *[ball((0, 0.045 + 0.075 * t, 0), 0.043 - 0.027 * t**0.7, glow, shine) for t in np.linspace(0, 1, 14)],
    )


@register("a bare bulb on a cord")
def light_bulb(*, width=0.09, height=0.6, depth=0.09, glow=(1.0, 0.9, 0.65), metal=(0.75, 0.6, 0.3)):
    whole = concat_shapes(library_call("cord_part", metal=metal), library_call("bulb_part", glow=glow))
    return fitted(whole, width, height, depth)
