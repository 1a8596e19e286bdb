# /// asset
# word = "hanging towel"
# synonyms = ["towel over a bar", "draped towel", "towel on a hook"]
# category = "textiles"
# support = "wall"
# colors = ["cloth", "stripe"]
# ///
import numpy as np

from scene.language import *
from scene.language.modelling import darker, drape, fitted, rod

SOFT = {"roughness": 1.0}


def fall(xs, top, hem, z, cloth):
    """One half of the towel, before or behind the bar."""
    return drape([(x, top, z) for x in xs], [(x * 1.02, hem, z * 1.15) for x in xs], 0.012, cloth, SOFT, overlap=2.2)


def bands(xs, low, z, cloth, stripe):
    """Two woven stripes and the fringe above a hem at height `low`."""
    lines = ((0.055, 0.07, stripe), (0.085, 0.092, stripe), (-0.02, 0.002, darker(cloth, 0.9)))
    return [
        drape(
            [(x * 1.02, low + top, z) for x in xs],
            [(x * 1.02, low + base, z) for x in xs],
            0.0135,
            tone,
            SOFT,
            overlap=2.2,
        )
        for base, top, tone in lines
    ]


@register("a towel folded over a bar")
def towel_on_a_bar(*, width=0.4, height=0.6, depth=0.08, cloth=(0.86, 0.9, 0.88), stripe=(0.3, 0.5, 0.58)):
    xs = np.linspace(-0.19, 0.19, 15)
    front, back = 0.024, -0.024
    whole = concat_shapes(
        rod((-0.203, 0.575, 0), (0.203, 0.575, 0), 0.03, cloth, SOFT),
        fall(xs, 0.575, 0.02, front, cloth),
        fall(xs, 0.575, 0.12, back, darker(cloth, 0.92)),
        *bands(xs, 0.02, front * 1.15, cloth, stripe),
        *bands(xs, 0.12, back * 1.15, cloth, stripe),
    )
    return fitted(whole, width, height, depth)
