# /// asset
# word = "punching bag"
# synonyms = ["boxing bag", "heavy bag", "punch bag", "boxing stand", "boxing ring bag"]
# stands_for = ["speed bag"]
# category = "sport"
# support = "floor"
# colors = ["leather", "frame_color"]
# ///
import math

import numpy as np

from scene.language import *
from scene.language.modelling import darker, ellipsoid, fitted, moved, pipe, rod


@register("the stand")
def bag_stand(*, width, height, depth, frame_color):
    look = (frame_color, {"roughness": 0.4})
    r = 0.032
    path = [
        (0, 0.06, -depth * 0.44),
        (0, height * 0.93, -depth * 0.44),
        (0, height - r, -depth * 0.34),
        (0, height - r, depth * 0.1),
    ]
    feet = [rod((0, 0.035, -depth * 0.44), (x * width * 0.46, 0.035, depth * 0.42), 0.033, *look) for x in (-1, 1)]
    return concat_shapes(
        pipe(path, r, *look),
        *feet,
        rod((-width * 0.34, 0.035, -depth * 0.44), (width * 0.34, 0.035, -depth * 0.44), 0.035, *look),
        rod((0, height * 0.6, -depth * 0.44), (0, height * 0.92, -depth * 0.2), 0.02, *look),
        *[
            rod((x * width * 0.42, 0.07, depth * 0.36), (x * width * 0.42, 0.1, depth * 0.36), 0.09, (0.35, 0.35, 0.37))
            for x in (-1, 1)
        ],
    )


@register("the bag with its seams")
def bag(*, radius, height, leather):
    look = (leather, {"roughness": 0.4})
    dark = darker(leather, 0.35)
    return concat_shapes(
        rod((0, radius * 0.3, 0), (0, height - radius * 0.3, 0), radius, *look),
        ellipsoid((0, radius * 0.3, 0), (radius, radius * 0.3, radius), *look),
        ellipsoid((0, height - radius * 0.3, 0), (radius, radius * 0.3, radius), *look),
        *[
            rod((0, height * y, 0), (0, height * (y + t), 0), radius * 1.012, tone)
            for y, t, tone in (
                (0.1, 0.02, dark),
                (0.85, 0.02, dark),
                (0.46, 0.08, (0.95, 0.94, 0.9)),
                (0.55, 0.015, dark),
                (0.44, 0.015, dark),
            )
        ],
    )


@register("the four chains")
def chains(*, radius, rise):
    def links(i):
        a = math.pi / 4 + i * math.pi / 2
        foot, top = np.array((radius * 0.8 * math.cos(a), 0.0, radius * 0.8 * math.sin(a))), np.array((0.0, rise, 0.0))
        return concat_shapes(
            rod(foot, top, 0.007, (0.7, 0.7, 0.72), {"metallic": 1.0, "roughness": 0.3}),
            *[
                ellipsoid(
                    foot + (top - foot) * t,
                    (0.013, 0.018, 0.013),
                    (0.6, 0.6, 0.62),
                    {"metallic": 1.0, "roughness": 0.3},
                )
                for t in (0.15, 0.35, 0.55, 0.75)
            ],
        )

    return concat_shapes(loop(4, links), ellipsoid((0, rise, 0), (0.03,) * 3, (0.6, 0.6, 0.62)))


@register("a punching bag hanging by chains from a stand")
def punching_bag(*, width=1.1, height=2.1, depth=1.15, leather=(0.7, 0.16, 0.14), frame_color=(0.15, 0.15, 0.16)):
    radius, tall, rise = 0.18, height * 0.52, height * 0.14
    base = height - 0.064 - rise - tall
    whole = concat_shapes(
        library_call("bag_stand", width=width, height=height, depth=depth, frame_color=frame_color),
        moved(library_call("bag", radius=radius, height=tall, leather=leather), (0, base, depth * 0.08)),
        moved(library_call("chains", radius=radius, rise=rise), (0, base + tall - 0.02, depth * 0.08)),
    )
    return fitted(whole, width, height, depth)
