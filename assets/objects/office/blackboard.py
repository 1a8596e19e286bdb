# /// asset
# word = "blackboard"
# synonyms = ["chalkboard", "mini chalkboard", "school board", "green board", "slate board"]
# category = "office"
# support = "wall"
# colors = ["slate", "chalk"]
# materials = ["frame"]
# ///
import itertools
import math

import numpy as np

from scene.language import *
from scene.language.modelling import box, moved, rod


@register("the board in its wooden frame")
def board(*, width, height, thick, slate, frame):
    look, bar = surface(frame), min(width, height) * 0.05
    bars = [box((0, y, thick / 2), (width, bar, thick), *look) for y in (bar / 2, height - bar / 2)] + [
        box((x, height / 2, thick / 2), (bar, height, thick), *look) for x in (-(width - bar) / 2, (width - bar) / 2)
    ]
    return concat_shapes(
        box((0, height / 2, thick * 0.3), (width * 0.98, height * 0.98, thick * 0.5), slate, {"roughness": 0.95}),
        *bars,
    )


@register("a sum, a letter row and a sun in chalk")
def chalk_drawing(*, width, height, front, chalk):
    def stroke(x0, y0, x1, y1, tone=chalk):
        return rod((x0 * width, y0 * height, front), (x1 * width, y1 * height, front), height * 0.008, tone)

    def one(x, y):
        return [stroke(x, y - 0.08, x, y + 0.08)]

    def plus(x, y):
        return [stroke(x - 0.025, y, x + 0.025, y), stroke(x, y - 0.05, x, y + 0.05)]

    def equals(x, y):
        return [stroke(x - 0.025, y + 0.025, x + 0.025, y + 0.025), stroke(x - 0.025, y - 0.025, x + 0.025, y - 0.025)]

    def two(x, y):
        pts = [(-0.025, 0.06), (0.0, 0.085), (0.025, 0.055), (-0.028, -0.08), (0.03, -0.08)]
        return [stroke(x + a[0], y + a[1], x + b[0], y + b[1]) for a, b in itertools.pairwise(pts)]

    letter_a = [
        stroke(-0.38, 0.25, -0.345, 0.45),
        stroke(-0.345, 0.45, -0.31, 0.25),
        stroke(-0.365, 0.33, -0.325, 0.33),
    ]
    letter_c = [
        stroke(*p)
        for p in (
            (-0.17, 0.43, -0.2, 0.45),
            (-0.2, 0.45, -0.23, 0.4),
            (-0.23, 0.4, -0.23, 0.3),
            (-0.23, 0.3, -0.2, 0.25),
            (-0.2, 0.25, -0.17, 0.27),
        )
    ]
    gold = (0.95, 0.85, 0.4)
    sun = [
        stroke(
            0.28 + 0.045 * math.cos(a),
            0.36 + 0.07 * math.sin(a),
            0.28 + 0.075 * math.cos(a),
            0.36 + 0.12 * math.sin(a),
            gold,
        )
        for a in np.linspace(0, 2 * math.pi, 9)[:-1]
    ]
    disc = rod(
        (0.28 * width, 0.36 * height, front - 0.002), (0.28 * width, 0.36 * height, front + 0.003), height * 0.055, gold
    )
    return concat_shapes(
        *one(-0.34, 0.68),
        *plus(-0.25, 0.68),
        *one(-0.17, 0.68),
        *equals(-0.09, 0.68),
        *two(0.0, 0.68),
        *letter_a,
        *letter_c,
        *sun,
        disc,
        stroke(0.12, 0.6, 0.4, 0.6),
        stroke(0.12, 0.72, 0.34, 0.72),
        stroke(-0.4, 0.54, 0.02, 0.54, (0.9, 0.55, 0.6)),
    )


@register("the ledge with chalk and a duster")
def ledge(*, width, depth, frame):
    sticks = [
        rod((x * width, 0.016, depth * 0.1), (x * width + 0.06, 0.016, depth * 0.1), 0.006, tone)
        for x, tone in ((-0.3, (0.97, 0.97, 0.95)), (-0.1, (0.95, 0.85, 0.4)), (0.05, (0.9, 0.55, 0.6)))
    ]
    return concat_shapes(
        box((0, 0.005, 0), (width, 0.01, depth), *surface(frame)),
        *sticks,
        box((width * 0.34, 0.02, 0), (0.12, 0.015, depth * 0.7), (0.85, 0.8, 0.7)),
        box((width * 0.34, 0.035, 0), (0.116, 0.018, depth * 0.66), *surface(frame)),
    )


@register("a wall chalkboard with chalk sums and a ledge")
def blackboard(*, width=1.8, height=1.1, depth=0.09, slate=(0.13, 0.26, 0.2), chalk=(0.93, 0.93, 0.9), frame="oak"):
    thick = 0.03
    whole = concat_shapes(
        library_call("board", width=width, height=height, thick=thick, slate=slate, frame=frame),
        library_call("chalk_drawing", width=width, height=height, front=thick * 0.52, chalk=chalk),
        place("ledge", at=(0, height * 0.02, depth / 2), width=width * 0.9, depth=depth, frame=frame),
    )
    return moved(whole, (0, 0, -depth / 2))
