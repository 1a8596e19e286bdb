# /// asset
# word = "tomato"
# synonyms = ["ripe tomato", "cherry tomato"]
# stands_for = ["vegetable", "vegetables"]
# category = "food"
# support = "surface"
# colors = ["skin"]
# ///
import itertools
import math

from scene.language import *
from scene.language.modelling import ellipsoid, rod


@register("the round fruit, wider than tall")
def flesh(*, radius, height, skin):
    return loop(
        6,
        lambda i: ellipsoid(
            (radius * 0.16 * math.cos(i * 1.047), height / 2, radius * 0.16 * math.sin(i * 1.047)),
            (radius * 0.84, height / 2, radius * 0.84),
            skin,
            {"roughness": 0.2},
        ),
    )


@register("the green calyx and its curved stalk")
def calyx(*, radius, base, top):
    green, dark = (0.25, 0.48, 0.14), (0.2, 0.38, 0.12)

    def sepal(i):
        inner = ellipsoid((radius * 0.2, 0, 0), (radius * 0.24, radius * 0.035, radius * 0.12), green)
        outer = ellipsoid((radius * 0.2, 0, 0), (radius * 0.24, radius * 0.03, radius * 0.075), green)
        curled = translation_matrix((radius * 0.28, 0, 0)) @ rotation_matrix(0.12, (0, 0, 1), (0, 0, 0))
        turn = rotation_matrix(i * 1.257 + 0.3, (0, 1, 0), (0, 0, 0)) @ rotation_matrix(-0.13, (0, 0, 1), (0, 0, 0))
        return transform_shape(
            concat_shapes(inner, transform_shape(outer, curled)),
            translation_matrix((0, base + radius * 0.03, 0)) @ turn,
        )

    rise, r = top - base - radius * 0.05, radius * 0.055
    points = [(radius * 0.16 * t * t, base + rise * t, 0) for t in (0, 0.35, 0.7, 1.0)]
    return concat_shapes(
        loop(5, sepal),
        ellipsoid((0, base + radius * 0.03, 0), (radius * 0.13, radius * 0.07, radius * 0.13), green),
        *[rod(a, b, r, dark) for a, b in itertools.pairwise(points)],
        *[ellipsoid(p, (r, r, r), dark) for p in points[1:-1]],
        ellipsoid(points[-1], (r * 1.25, r * 0.8, r * 1.25), dark),
    )


@register("a ripe red tomato with a green calyx")
def tomato(*, width=0.075, height=0.07, skin=(0.86, 0.16, 0.1)):
    body = height * 0.84
    return concat_shapes(
        library_call("flesh", radius=width / 2, height=body, skin=skin),
        library_call("calyx", radius=width / 2, base=body * 0.98, top=height),
    )
