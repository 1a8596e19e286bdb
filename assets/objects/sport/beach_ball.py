# /// asset
# word = "beach ball"
# synonyms = ["inflatable ball"]
# stands_for = ["stress ball", "ping pong ball", "bouncy ball"]
# category = "sport"
# support = "surface"
# colors = ["first", "second", "third"]
# ///
import math

from scene.language import *
from scene.language.modelling import ellipsoid, fitted, rotated


@register("the ball, built of discs whose rims carry the stripes")
def striped_ball(*, radius, first, second, third):
    tints = (first, (0.98, 0.98, 0.97), second, (0.98, 0.98, 0.97), third, (0.98, 0.98, 0.97))

    def stripe(i):
        """A sphere swept a little about the axis and squeezed sideways: only its own sixth shows above the others."""
        lens = ellipsoid(
            (radius * 0.36, 0, 0), (radius * 0.64, radius * 0.93, radius * 0.56), tints[i], {"roughness": 0.25}
        )
        return rotated(lens, 2 * math.pi * i / 6)

    caps = [
        ellipsoid(
            (0, s * radius * 0.9, 0),
            (radius * 0.26, radius * 0.1, radius * 0.26),
            (0.98, 0.98, 0.97),
            {"roughness": 0.25},
        )
        for s in (-1, 1)
    ]
    return concat_shapes(
        loop(6, stripe),
        *caps,
        ellipsoid((0, radius * 0.985, 0), (radius * 0.05, radius * 0.03, radius * 0.05), (0.85, 0.86, 0.88)),
    )


@register("a beach ball with coloured stripes")
def beach_ball(*, width=0.4, height=0.4, first=(0.9, 0.2, 0.2), second=(0.2, 0.5, 0.85), third=(0.98, 0.82, 0.2)):
    ball = rotated(
        rotated(
            library_call("striped_ball", radius=width / 2, first=first, second=second, third=third), 0.4, (1, 0, 0)
        ),
        0.35,
        (0, 0, 1),
    )
    return fitted(ball, width, height, width)
