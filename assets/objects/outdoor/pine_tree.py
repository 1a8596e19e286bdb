# /// asset
# word = "pine tree"
# synonyms = ["pine", "fir tree", "spruce", "conifer", "evergreen tree", "fir", "evergreen"]
# phrase = "a tall pine tree with drooping tiers of branches"
# category = "outdoor"
# support = "floor"
# [colors]
# needles = [0.16, 0.36, 0.2]
# bark = [0.36, 0.26, 0.17]
# ///
import math

from scene.language import *
from scene.language.modelling import cone, rod


@register("the trunk")
def trunk(*, height, radius, bark):
    return concat_shapes(
        cone((0, 0, 0), (0, height, 0), radius, bark, {"roughness": 0.95}),
        *[
            rod(
                (0, height * 0.03 * i, 0),
                (0, height * 0.03 * (i + 0.4), 0),
                radius * (1 - 0.03 * i) * 1.02,
                tuple(0.85 * c for c in bark),
            )
            for i in range(6)
        ],
    )


@register("one tier: a skirt of branch tips around a cone")
def tier(*, radius, height, needles, count):
    def tip(i):
        a = 2 * math.pi * i / count
        shade = tuple(c * (0.85 + 0.12 * (i % 3)) for c in needles)
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
            transform_shape(
                library_call(
                    "tier",
                    radius=r,
                    height=step * 1.9,
                    needles=tuple(c * (0.9 + 0.03 * i) for c in needles),
                    count=14 - i,
                ),
                translation_matrix((0, low + step * i, 0)) @ rotation_matrix(0.3 * i, (0, 1, 0), (0, 0, 0)),
            )
        )
    whole = concat_shapes(*parts)
    least, most = compute_shape_min(whole), compute_shape_max(whole)
    fit = scale_matrix(
        (width / (most[0] - least[0]), height / (most[1] - least[1]), width / (most[2] - least[2])), (0, 0, 0)
    )
    return transform_shape(
        whole, fit @ translation_matrix((-(least[0] + most[0]) / 2, -least[1], -(least[2] + most[2]) / 2))
    )
