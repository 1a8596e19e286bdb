# /// asset
# word = "wild fern"
# synonyms = ["forest fern", "fern clump", "bracken", "woodland fern", "garden fern"]
# category = "plants"
# support = "floor"
# colors = ["leaf"]
# ///
import itertools
import math

from scene.language import *
from scene.language.modelling import darker, ellipsoid, fitted, moved, rod, rotated, tinted


@register("one arching frond with its leaflets")
def frond(*, length, leaf):
    def height(t):
        return length * (1.15 * t - 0.95 * t * t)

    spine = [(length * t, height(t), 0) for t in (0, 0.2, 0.45, 0.7, 1)]
    stem = [rod(a, b, length * 0.012, darker(leaf, 0.8)) for a, b in itertools.pairwise(spine)]

    def leaflet(k):
        side, t = (1 if k % 2 else -1), 0.18 + 0.8 * (k // 2) / 6
        size = length * (0.19 - 0.15 * t)
        blade = ellipsoid((0, 0, 0), (length * 0.045, length * 0.008, size), leaf)
        return moved(
            rotated(blade, side * 0.35), (length * t, height(t), side * size * 0.75), 0.95 - 1.9 * t, (0, 0, 1)
        )

    return concat_shapes(*stem, loop(14, leaflet))


@register("a clump of fern fronds that grows from the ground")
def wild_fern(*, width=0.95, height=0.55, leaf=(0.22, 0.46, 0.15)):
    shades = [tinted(leaf, s) for s in (1.0, 0.82, 1.18)]
    fronds = []
    for i in range(11):
        inner = i >= 8
        tilt = rotation_matrix(0.7 if inner else 0.12 * (i % 2), (0, 0, 1), (0, 0, 0))
        turn = rotation_matrix(2 * math.pi * (i / 8 if not inner else (i - 7.6) / 3), (0, 1, 0), (0, 0, 0))
        piece = library_call("frond", length=0.4 if inner else 0.5, leaf=shades[i % 3])
        fronds.append(transform_shape(piece, turn @ tilt))
    return fitted(concat_shapes(*fronds), width, height, width)
