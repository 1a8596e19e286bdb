# /// asset
# word = "palm"
# synonyms = ["palm tree", "potted palm", "areca palm", "palm plant", "kentia palm"]
# phrase = "a potted palm with arching fronds on a ringed trunk"
# category = "plants"
# support = "floor"
# [colors]
# leaf = [0.27, 0.52, 0.2]
# pot_color = [0.303, 0.329, 0.357]
# [materials]
# pot = "slate"
# ///
import itertools

from scene.language import *
from scene.language.modelling import ellipsoid, finish, rod


@register("the square planter")
def planter(*, size, height, look):
    body = transform_shape(
        primitive_call("cube", {"scale": (size, height, size)}, color=look[0], material=look[1]),
        translation_matrix((0, height / 2, 0)),
    )
    soil = transform_shape(
        primitive_call(
            "cube", {"scale": (size * 0.88, 0.01, size * 0.88)}, color=surface("soil")[0], material=surface("soil")[1]
        ),
        translation_matrix((0, height, 0)),
    )
    return concat_shapes(body, soil)


@register("the ringed trunk")
def trunk(*, radius, height):
    bark = (0.52, 0.4, 0.27)
    return concat_shapes(
        rod((0, 0, 0), (0, height, 0), radius * 0.8, bark),
        *[
            primitive_call(
                "cone",
                {"radius": radius * 1.15, "p0": (0, height * (i + 1.2) / 9, 0), "p1": (0, height * (i - 1) / 9, 0)},
                color=tuple(c * (0.8 + 0.1 * (i % 2)) for c in bark),
            )
            for i in range(1, 8)
        ],
    )


@register("one frond with its blades")
def frond(*, length, leaf):
    def at(t):
        return length * (0.92 * t), length * (0.75 * t - 0.95 * t * t)

    stem = [
        rod((*at(a), 0), (*at(b), 0), length * 0.012, tuple(0.85 * c for c in leaf))
        for a, b in itertools.pairwise((0, 0.35, 0.7, 1.0))
    ]

    def blade(k):
        side, t = (1 if k % 2 else -1), 0.25 + 0.74 * (k // 2) / 3
        size = length * (0.3 - 0.16 * abs(t - 0.5))
        piece = ellipsoid((0, 0, side * size * 0.85), (length * 0.035, length * 0.008, size), leaf)
        return transform_shape(
            piece,
            translation_matrix((*at(t), 0))
            @ rotation_matrix(side * 0.6, (0, 1, 0), (0, 0, 0))
            @ rotation_matrix(side * 0.45, (1, 0, 0), (0, 0, 0)),
        )

    return concat_shapes(*stem, loop(8, blade))


@register("a potted palm with arching fronds on a ringed trunk")
def palm(*, width=1.0, height=1.8, leaf=(0.27, 0.52, 0.2), pot_color=None, pot="slate"):
    look, pot_height = finish(pot, pot_color), height * 0.19
    top = height * 0.66
    parts = [
        library_call("planter", size=width * 0.36, height=pot_height, look=look),
        transform_shape(
            library_call("trunk", radius=width * 0.055, height=top - pot_height), translation_matrix((0, pot_height, 0))
        ),
    ]
    for i in range(9):
        steep = 0.75 if i >= 6 else 0.15 + 0.15 * (i % 2)
        shade = tuple(min(1, c * (0.85 + 0.15 * (i % 3))) for c in leaf)
        pose = (
            translation_matrix((0, top * 0.99, 0))
            @ rotation_matrix(i * 1.047 + (0.5 if i >= 6 else 0) * (1 + i), (0, 1, 0), (0, 0, 0))
            @ rotation_matrix(steep, (0, 0, 1), (0, 0, 0))
        )
        parts.append(transform_shape(library_call("frond", length=width * 0.52, leaf=shade), pose))
    whole = concat_shapes(*parts)
    low, high = compute_shape_min(whole), compute_shape_max(whole)
    fit = scale_matrix((width / (high[0] - low[0]), height / high[1], width / (high[2] - low[2])), (0, 0, 0))
    return transform_shape(whole, fit @ translation_matrix((-(low[0] + high[0]) / 2, 0, -(low[2] + high[2]) / 2)))
