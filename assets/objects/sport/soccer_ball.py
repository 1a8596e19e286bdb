# /// asset
# word = "soccer ball"
# synonyms = ["football", "ball"]
# stands_for = ["rubber ball", "playground ball"]
# category = "sport"
# support = "surface"
# colors = ["leather", "patches"]
# ///
import math

import numpy as np

from scene.language import *
from scene.language.modelling import ellipsoid, fitted, rod, rotated


@register("the ball with its twelve dark patches and seams")
def football(*, radius, leather, patches):
    golden = (1 + math.sqrt(5)) / 2
    corners = [
        np.array(p) / math.hypot(1, golden)
        for s in (-1, 1)
        for t in (-1, 1)
        for p in ((0, s, t * golden), (s, t * golden, 0), (t * golden, 0, s))
    ]

    def toward(v):
        """Turns +y to the direction v."""
        axis = np.cross((0, 1, 0), v)
        return (
            identity_matrix()
            if np.linalg.norm(axis) < 1e-9
            else rotation_matrix(math.atan2(np.linalg.norm(axis), v[1]), axis, (0, 0, 0))
        )

    spots = [
        transform_shape(
            ellipsoid(
                (0, radius * 0.93, 0), (radius * 0.34, radius * 0.085, radius * 0.34), patches, {"roughness": 0.5}
            ),
            toward(v),
        )
        for v in corners
    ]
    seams = []
    for i, a in enumerate(corners):
        for b in corners[i + 1 :]:
            if np.linalg.norm(a - b) < 1.1:
                p, q = a * 0.62 + b * 0.38, a * 0.38 + b * 0.62
                seams.append(
                    rod(
                        p / np.linalg.norm(p) * radius * 0.992,
                        q / np.linalg.norm(q) * radius * 0.992,
                        radius * 0.014,
                        (0.35, 0.35, 0.36),
                    )
                )
    return concat_shapes(ellipsoid((0, 0, 0), (radius * 0.995,) * 3, leather, {"roughness": 0.35}), *spots, *seams)


@register("a white soccer ball with black pentagons")
def soccer_ball(*, width=0.22, height=0.22, leather=(0.96, 0.96, 0.95), patches=(0.1, 0.1, 0.11)):
    ball = rotated(library_call("football", radius=width / 2, leather=leather, patches=patches), 0.5, (1, 0, 0.3))
    return fitted(ball, None, height, None)
