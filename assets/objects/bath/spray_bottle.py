# /// asset
# word = "spray bottle"
# synonyms = [
#     "cleaning spray", "cleaner", "window cleaner", "disinfectant", "mister", "plant mister", "cleaning bottle",
#     "cleaning supplies", "cleaning products", "weed killer",
# ]
# stands_for = ["bleach"]
# category = "bath"
# support = "surface"
# colors = ["liquid", "trigger"]
# ///
import math

import numpy as np

from scene.language import *
from scene.language.modelling import box, darker, ellipsoid, fitted, lathe, rod, stretched, tube


@register("the bottle on its flat foot")
def bottle_part(*, liquid):
    gloss = {"roughness": 0.15}
    body = lathe(
        [
            (0.035, 0),
            (0.0385, 0.005),
            (0.0385, 0.1),
            (0.037, 0.118),
            (0.031, 0.138),
            (0.02, 0.158),
            (0.0145, 0.17),
            (0.0145, 0.18),
        ],
        liquid,
        gloss,
        slices=60,
    )
    label = concat_shapes(
        rod((0, 0.03, 0), (0, 0.095, 0), 0.039, (0.97, 0.97, 0.95), {"roughness": 0.5}),
        rod((0, 0.078, 0), (0, 0.09, 0), 0.0394, darker(liquid, 0.6), {"roughness": 0.5}),
        *[
            ellipsoid((x, y, 0.038), (r, r, 0.0035), liquid)
            for x, y, r in ((-0.012, 0.05, 0.007), (0.004, 0.06, 0.009), (0.014, 0.045, 0.005))
        ],
    )
    return stretched(concat_shapes(body, label), (1, 1, 0.86))


@register("the trigger head with its nozzle")
def head_part(*, trigger):
    look = (trigger, {"roughness": 0.35})
    return concat_shapes(
        rod((0, 0.176, 0), (0, 0.2, 0), 0.019, *look),
        *[
            rod(
                (0.0185 * math.cos(a), 0.177, 0.0185 * math.sin(a)),
                (0.0185 * math.cos(a), 0.199, 0.0185 * math.sin(a)),
                0.0016,
                *look,
            )
            for a in np.linspace(0, 2 * math.pi, 19)[:-1]
        ],
        rod((0, 0.198, 0), (0, 0.226, 0), 0.0115, *look),
        box((0, 0.239, 0.006), (0.024, 0.03, 0.07), *look),
        rod((-0.012, 0.254, -0.029), (0.012, 0.254, -0.029), 0.012, *look),
        box((0, 0.255, 0.006), (0.018, 0.012, 0.066), *look),
        rod((0, 0.243, 0.04), (0, 0.243, 0.048), 0.009, *look),
        rod((0, 0.243, 0.047), (0, 0.243, 0.06), 0.0105, (0.96, 0.96, 0.95)),
        rod((0, 0.243, 0.0595), (0, 0.243, 0.0605), 0.003, (0.1, 0.1, 0.1)),
        tube([(0, 0.23, 0.03), (0, 0.212, 0.037), (0, 0.192, 0.035), (0, 0.176, 0.041)], 0.0055, (0.96, 0.96, 0.95)),
    )


@register("a spray bottle with a trigger")
def spray_bottle(*, width=0.08, height=0.27, depth=0.1, liquid=(0.45, 0.72, 0.88), trigger=(0.2, 0.4, 0.7)):
    whole = concat_shapes(library_call("bottle_part", liquid=liquid), library_call("head_part", trigger=trigger))
    return fitted(whole, width, height, depth)
