# /// asset
# word = "dice"
# synonyms = ["die", "pair of dice", "set of dice", "game dice", "two dice"]
# category = "toys"
# support = "surface"
# colors = ["paint", "pips"]
# ///
import math

from scene.language import *
from scene.language.modelling import box, ellipsoid, fitted, moved, rod, rotated

SPOTS = {1: [(0, 0)], 2: [(-1, -1), (1, 1)], 3: [(-1, -1), (0, 0), (1, 1)]}
SPOTS[4] = [(x, y) for x in (-1, 1) for y in (-1, 1)]
SPOTS[5] = [*SPOTS[4], (0, 0)]
SPOTS[6] = [(x, y) for x in (-1, 1) for y in (-1, 0, 1)]


@register("one die with round corners")
def one_die(*, paint, pips):
    e, r, gloss = 0.009, 0.0018, {"roughness": 0.12}
    i = e - r
    rims = [
        rod(tuple(p), tuple(q), r, paint, gloss)
        for a in (-i, i)
        for b in (-i, i)
        for p, q in (((-i, a, b), (i, a, b)), ((a, -i, b), (a, i, b)), ((a, b, -i), (a, b, i)))
    ]
    corners = [ellipsoid((x, y, z), (r, r, r), paint, gloss) for x in (-i, i) for y in (-i, i) for z in (-i, i)]
    slabs = [
        box((0, 0, 0), s, paint, gloss) for s in ((2 * e, 2 * i, 2 * i), (2 * i, 2 * e, 2 * i), (2 * i, 2 * i, 2 * e))
    ]
    faces = ((1, (0, 1, 0), 0), (6, (0, 1, 0), math.pi), (2, (0, 1, 0), math.pi / 2), (5, (0, 1, 0), -math.pi / 2),
             (3, (1, 0, 0), -math.pi / 2), (4, (1, 0, 0), math.pi / 2))  # fmt: skip
    marks = []
    for value, axis, turn in faces:
        spots = [ellipsoid((0.0042 * x, 0.0042 * y, e), (0.0017, 0.0017, 0.0005), pips) for x, y in SPOTS[value]]
        marks.append(rotated(concat_shapes(*spots), turn, axis))
    return concat_shapes(*rims, *corners, *slabs, *marks)


@register("a pair of red dice with white pips")
def dice(*, width=0.052, height=0.018, depth=0.03, paint=(0.78, 0.08, 0.1), pips=(0.97, 0.97, 0.95)):
    first = moved(library_call("one_die", paint=paint, pips=pips), (-0.014, 0.009, -0.003), 0.35)
    rolled = rotated(library_call("one_die", paint=paint, pips=pips), math.pi / 2, (1, 0, 0))
    return fitted(concat_shapes(first, moved(rolled, (0.014, 0.009, 0.004), -0.5)), width, height, depth)
