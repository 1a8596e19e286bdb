# /// asset
# word = "egg"
# synonyms = ["eggs", "brown egg", "boiled egg"]
# category = "food"
# support = "surface"
# colors = ["shell"]
# ///
import numpy as np

from scene.language import *
from scene.language.modelling import ellipsoid, fitted


@register("the smooth shell")
def egg_shell(*, shell):
    steps = np.linspace(0, 1, 24)
    return concat_shapes(
        *[
            ellipsoid(
                (0.0075 * t, 0.0225, 0),
                (0.0235 - 0.001 * t, 0.0225 - 0.003 * t, 0.0225 - 0.003 * t),
                shell,
                {"roughness": 0.35},
            )
            for t in steps
        ]
    )


@register("a hen's egg")
def egg(*, width=0.06, height=0.045, depth=0.045, shell=(0.93, 0.84, 0.73)):
    whole = library_call("egg_shell", shell=shell)
    return fitted(whole, width, height, depth)
