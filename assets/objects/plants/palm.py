# /// asset
# word = "palm"
# synonyms = ["palm tree", "potted palm", "areca palm", "palm plant", "kentia palm"]
# category = "plants"
# support = "floor"
# colors = ["leaf", "pot_color"]
# materials = ["pot"]
# ///
import itertools

from scene.language import *
from scene.language.modelling import box, cone, darker, ellipsoid, finish, fitted, moved, rod, rotated, tinted


@register("the square planter")
def planter(*, size, height, look):
    body = moved(box((0, 0, 0), (size, height, size), *look), (0, height / 2, 0))
    soil = moved(box((0, 0, 0), (size * 0.88, 0.01, size * 0.88), *surface("soil")), (0, height, 0))
    return concat_shapes(body, soil)


@register("the ringed trunk")
def trunk(*, radius, height):
    bark = (0.52, 0.4, 0.27)
    return concat_shapes(
        rod((0, 0, 0), (0, height, 0), radius * 0.8, bark),
        *[
            cone(
                (0, height * (i + 1.2) / 9, 0),
                (0, height * (i - 1) / 9, 0),
                radius * 1.15,
                darker(bark, 0.8 + 0.1 * (i % 2)),
            )
            for i in range(1, 8)
        ],
    )


@register("one frond with its blades")
def frond(*, length, leaf):
    def at(t):
        return length * (0.92 * t), length * (0.75 * t - 0.95 * t * t)

    stem = [
        rod((*at(a), 0), (*at(b), 0), length * 0.012, darker(leaf, 0.85))
        for a, b in itertools.pairwise((0, 0.35, 0.7, 1.0))
    ]

    def blade(k):
        side, t = (1 if k % 2 else -1), 0.25 + 0.74 * (k // 2) / 3
        size = length * (0.3 - 0.16 * abs(t - 0.5))
        piece = ellipsoid((0, 0, side * size * 0.85), (length * 0.035, length * 0.008, size), leaf)
        return moved(rotated(piece, side * 0.45, (1, 0, 0)), (*at(t), 0), side * 0.6)

    return concat_shapes(*stem, loop(8, blade))


@register("a potted palm with arching fronds on a ringed trunk")
def palm(*, width=1.0, height=1.8, leaf=(0.27, 0.52, 0.2), pot_color=None, pot="slate"):
    look, pot_height = finish(pot, pot_color), height * 0.19
    top = height * 0.66
    parts = [
        library_call("planter", size=width * 0.36, height=pot_height, look=look),
        moved(library_call("trunk", radius=width * 0.055, height=top - pot_height), (0, pot_height, 0)),
    ]
    for i in range(9):
        steep = 0.75 if i >= 6 else 0.15 + 0.15 * (i % 2)
        shade = tinted(leaf, 0.85 + 0.15 * (i % 3))
        parts.append(
            moved(
                rotated(library_call("frond", length=width * 0.52, leaf=shade), steep, (0, 0, 1)),
                (0, top * 0.99, 0),
                i * 1.047 + (0.5 if i >= 6 else 0) * (1 + i),
            )
        )
    whole = concat_shapes(*parts)
    return fitted(whole, width, height, width)
