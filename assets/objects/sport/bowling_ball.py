# /// asset
# word = "bowling ball"
# synonyms = ["bowling balls", "ten pin bowling ball", "tenpin ball"]
# category = "sport"
# support = "floor"
# colors = ["paint"]
# ///
from scene.language import *
from scene.language.modelling import ball, fitted, rod, rotated


@register("the three finger holes")
def holes(*, r):
    black = (0.01, 0.01, 0.01)
    spots = ((0.0, -0.1), (-0.13, 0.13), (0.13, 0.13))
    parts = []
    for a, b in spots:
        hole = rod((0, r * 0.9, 0), (0, r * 1.003, 0), r * 0.13, black)
        parts.append(rotated(rotated(hole, 0.75 + 1.9 * b, (1, 0, 0)), 2.0 * a, (0, 1, 0)))
    return concat_shapes(*parts)


@register("a glossy bowling ball with three holes")
def bowling_ball(*, width=0.218, height=0.218, depth=0.218, paint=(0.1, 0.16, 0.5)):
    r = 0.109
    sphere = ball((0, 0, 0), r, paint, {"roughness": 0.05})
    return fitted(concat_shapes(sphere, library_call("holes", r=r)), width, height, depth)
