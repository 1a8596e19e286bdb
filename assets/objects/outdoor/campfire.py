# /// asset
# word = "campfire"
# synonyms = ["bonfire", "fire pit"]
# category = "outdoor"
# support = "floor"
# colors = ["flame_color", "stone"]
# ///
import math

import numpy as np

from scene.language import *
from scene.language.modelling import cone, darker, ellipsoid, fitted, rod


@register("the ring of stones")
def stone_ring(*, radius, stone):
    rng = np.random.default_rng(2)

    def one(i):
        shade = rng.uniform(0.8, 1.12)
        size = (radius * rng.uniform(0.18, 0.25), radius * rng.uniform(0.13, 0.2), radius * rng.uniform(0.18, 0.25))
        return ellipsoid(
            (radius * math.cos(i * 0.4833), radius * 0.1, radius * math.sin(i * 0.4833)),
            size,
            darker(stone, shade),
            {"roughness": 0.95},
        )

    return loop(13, one)


@register("the logs, leaning together")
def logs(*, radius, height):
    bark, cut = (0.38, 0.25, 0.16), (0.82, 0.64, 0.42)

    def log(i):
        a = i * 2 * math.pi / 7
        foot, top = (
            np.array((radius * 0.72 * math.cos(a), radius * 0.05, radius * 0.72 * math.sin(a))),
            np.array((-radius * 0.08 * math.cos(a), height, -radius * 0.08 * math.sin(a))),
        )
        return concat_shapes(
            rod(foot, top, radius * 0.1, bark, {"roughness": 0.95}),
            rod(top, top + (top - foot) * 0.01, radius * 0.09, cut),
            rod(foot + (foot - top) * 0.01, foot, radius * 0.09, cut),
        )

    return concat_shapes(
        loop(7, log),
        *[
            ellipsoid(
                (radius * 0.3 * math.cos(a), radius * 0.06, radius * 0.3 * math.sin(a)),
                (radius * 0.14, radius * 0.08, radius * 0.14),
                (0.9, 0.3, 0.08),
                {"emission": 1.5},
            )
            for a in np.linspace(0, 5, 6)
        ],
    )


@register("the flames")
def flames(*, radius, height, flame_color):
    tints = (flame_color, (1.0, 0.78, 0.25), (0.98, 0.4, 0.1))

    def tongue(i):
        a, r = i * 2.4, radius * (0.34 if i else 0.0)
        tall = height * (1.0 if i == 0 else 0.55 + 0.12 * (i % 3))
        return concat_shapes(
            cone(
                (r * math.cos(a), height * 0.16, r * math.sin(a)),
                (r * 0.5 * math.cos(a), tall, r * 0.5 * math.sin(a)),
                radius * 0.17,
                tints[i % 3],
                {"emission": 3.0},
            ),
            ellipsoid(
                (r * math.cos(a), height * 0.17, r * math.sin(a)),
                (radius * 0.17, height * 0.1, radius * 0.17),
                tints[i % 3],
                {"emission": 3.0},
            ),
        )

    return loop(9, tongue)


@register("a campfire of logs in a ring of stones")
def campfire(*, width=1.0, height=0.7, flame_color=(1.0, 0.55, 0.12), stone=(0.55, 0.54, 0.52)):
    radius = width * 0.41
    whole = concat_shapes(
        rod((0, 0, 0), (0, 0.012, 0), radius, (0.2, 0.18, 0.17)),
        library_call("stone_ring", radius=radius, stone=stone),
        library_call("logs", radius=radius, height=height * 0.6),
        library_call("flames", radius=radius, height=height, flame_color=flame_color),
    )
    return fitted(whole, width, height, width)
