# /// asset
# word = "volleyball"
# synonyms = ["volleyballs"]
# stands_for = ["medicine ball", "handball", "dodgeball"]
# category = "sport"
# support = "surface"
# colors = ["paint", "seams"]
# ///
import itertools
import math

from scene.language import *
from scene.language.modelling import ball, fitted, rod


@register("a volleyball of curved panels")
def volleyball(*, width=0.21, height=0.21, depth=0.21, paint=(0.96, 0.94, 0.88), seams=(0.2, 0.3, 0.5)):
    r, lines = 0.103, []
    for axis in range(3):
        for side in (-1, 1):
            for k in (-1.0, -0.34, 0.34, 1.0):
                points = []
                for i in range(13):
                    v = -1 + i / 6
                    p = [0.0, 0.0, 0.0]
                    p[axis], p[(axis + 1) % 3], p[(axis + 2) % 3] = float(side), k, v
                    n = math.sqrt(sum(c * c for c in p)) / r
                    points.append(tuple(c / n for c in p))
                lines += [rod(a, b, 0.0018, seams) for a, b in itertools.pairwise(points)]
    return fitted(concat_shapes(ball((0, 0, 0), 0.103, paint, {"roughness": 0.6}), *lines), width, height, depth)
