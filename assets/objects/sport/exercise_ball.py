# /// asset
# word = "exercise ball"
# synonyms = ["yoga ball", "stability ball", "gym ball", "pilates ball", "fitness ball", "swiss ball"]
# category = "sport"
# support = "floor"
# colors = ["rubber"]
# ///
import math

import numpy as np

from scene.language import *
from scene.language.modelling import ball, darker, fitted, rod


@register("the ball with its ribs")
def ball_part(*, rubber):
    soft = {"roughness": 0.45}
    ribs = [
        rod(
            (0, y, 0),
            (0, y + 0.006, 0),
            math.sqrt(0.325**2 - (y + 0.003 - 0.325) ** 2) + 0.0018,
            darker(rubber, 0.85),
            soft,
        )
        for y in np.linspace(0.06, 0.585, 14)
    ]
    return concat_shapes(ball((0, 0.325, 0), 0.325, rubber, soft), *ribs)


@register("a large ribbed exercise ball")
def exercise_ball(*, width=0.65, height=0.63, depth=0.65, rubber=(0.2, 0.5, 0.7)):
    whole = library_call("ball_part", rubber=rubber)
    return fitted(whole, width, height, depth)
