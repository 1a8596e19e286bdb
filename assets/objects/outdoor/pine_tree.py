# /// asset
# word = "pine tree"
# synonyms = ["pine", "fir tree", "spruce", "conifer", "evergreen tree", "fir", "evergreen"]
# category = "outdoor"
# support = "floor"
# colors = ["needles", "bark"]
# ///
import math

from scene.language import *
from scene.language.modelling import cone, darker, fitted, moved, rod


@register("the trunk")
def trunk(*, height, radius, bark):
    return concat_shapes(
        cone((0, 0, 0), (0, height, 0), radius, bark, {"roughness": 0.95}),
        *[
            rod(
                (0, height * 0.03 * i, 0),
                (0, height * 0.03 * (i + 0.4), 0),
                radius * (1 - 0.03 * i) * 1.02,
                darker(bark, 0.85),
            )
            for i in range(6)
        ],
    )


@register("one tier: a skirt of branch tips around a cone")
def tier(*, radius, height, needles, count):
    def tip(i):
        a = 2 * math.pi * i / count
        shade = darker(needles, 0.85 + 0.12 * (i % 3))
        return cone(
            (radius * 0.35 * math.cos(a), height * 0.55, radius * 0.35 * math.sin(a)),
            (radius * math.cos(a), -height * 0.04, radius * math.sin(a)),
            radius * 0.27,
            shade,
            {"roughness": 0.98},
        )

    return concat_shapes(
        cone((0, height * 0.1, 0), (0, height, 0), radius * 0.78, needles, {"roughness": 0.98}), loop(count, tip)
    )


@register("a tall pine tree with drooping tiers of branches")
def pine_tree(*, width=2.2, height=4.8, needles=(0.16, 0.36, 0.2), bark=(0.36, 0.26, 0.17)):
    tiers, low = 7, height * 0.13
    step = (height - low) / (tiers + 0.9)
    parts = [library_call("trunk", height=height * 0.9, radius=height * 0.04, bark=bark)]
    for i in range(tiers):
        r = width / 2 * (1 - i / (tiers + 0.5))
        parts.append(
            moved(
                library_call(
                    "tier",
                    radius=r,
                    height=step * 1.9,
                    needles=darker(needles, 0.9 + 0.03 * i),
                    count=14 - i,
                ),
                (0, low + step * i, 0),
                0.3 * i,
            )
        )
    whole = concat_shapes(*parts)
    return fitted(whole, width, height, width)
