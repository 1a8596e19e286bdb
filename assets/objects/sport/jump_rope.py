# /// asset
# word = "jump rope"
# synonyms = ["skipping rope"]
# stands_for = [
#     "resistance band", "resistance bands", "climbing rope", "battle rope", "lasso", "leash", "dog leash",
#     "extension cord", "cable", "power cord", "cables", "coiled cable", "ethernet cable",
# ]
# category = "sport"
# support = "floor"
# colors = ["cord", "handle"]
# ///
import math

from scene.language import *
from scene.language.modelling import darker, fitted, moved, rod, tube


@register("the coils")
def coils(*, cord):
    points = []
    for i in range(110):
        a = i * 0.26
        r = 0.1 + 0.008 * math.sin(i * 0.7)
        points.append((r * math.cos(a), 0.008 + 0.00026 * i, 0.9 * r * math.sin(a)))
    return tube(points, 0.006, cord, {"roughness": 0.7})


@register("a handle")
def grip(*, handle):
    return concat_shapes(
        rod((-0.06, 0.014, 0), (0.06, 0.014, 0), 0.013, handle),
        *[rod((x, 0.014, 0), (x + 0.006, 0.014, 0), 0.0145, darker(handle, 0.7)) for x in (-0.05, 0, 0.045)],
    )


@register("a coiled rope with two handles")
def jump_rope(*, width=0.32, height=0.05, depth=0.3, cord=(0.12, 0.12, 0.13), handle=(0.85, 0.2, 0.15)):
    whole = concat_shapes(
        library_call("coils", cord=cord),
        moved(library_call("grip", handle=handle), (0.09, 0, 0.11), 0.7),
        moved(library_call("grip", handle=handle), (0.1, 0, -0.1), -0.4),
    )
    return fitted(whole, width, height, depth)
