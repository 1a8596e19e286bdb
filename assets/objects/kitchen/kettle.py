# /// asset
# word = "kettle"
# synonyms = ["electric kettle", "tea kettle", "water kettle", "teakettle", "stovetop kettle"]
# category = "kitchen"
# support = "surface"
# colors = ["paint"]
# materials = ["body", "handle"]
# ///
import math

from scene.language import *
from scene.language.modelling import ball, ellipsoid, finish, fitted, pipe, rod


@register("the arched handle")
def handle(look, metal):
    def arc(low, high, n):
        turns = [math.radians(low + (high - low) * i / n) for i in range(n + 1)]
        return [(0.084 * math.cos(a), 0.155 + 0.1 * math.sin(a), 0) for a in turns]

    bow = [(0.06, 0.125, 0), *arc(0, 180, 18), (-0.06, 0.125, 0)]
    grip = arc(42, 138, 10)
    return concat_shapes(
        pipe(bow, 0.007, *metal),
        pipe(grip, 0.0135, *look),
        *[ball(p, 0.0135, *look) for p in (grip[0], grip[-1])],
        *[ellipsoid((s * 0.068, 0.14, 0), (0.014, 0.01, 0.014), *metal) for s in (-1, 1)],
    )


@register("the tapering spout with its mouth")
def spout(look):
    def along(t):
        return 0.07 + 0.075 * t, 0.075 + 0.085 * t**1.5

    steps = 28
    balls = []
    for i in range(steps):
        t = i / (steps - 1)
        x, y = along(t)
        r = 0.034 - 0.018 * t**0.8
        balls.append(ball((x, y, 0), r, *look))
    (x, y), (dx, dy) = along(1.0), (0.5, 0.866)
    return concat_shapes(
        *balls,
        rod((x, y, 0), (x + dx * 0.016, y + dy * 0.016, 0), 0.0165, *look),
        rod((x, y, 0), (x + dx * 0.018, y + dy * 0.018, 0), 0.0115, (0.05, 0.04, 0.04), {"roughness": 0.9}),
    )


@register("the lid with a knob")
def lid(look, knob):
    return concat_shapes(ellipsoid((0, 0.158, 0), (0.055, 0.014, 0.055), *look), ball((0, 0.182, 0), 0.013, *knob))


@register("a kettle with a spout and an arched handle")
def kettle(*, width=0.27, depth=0.21, height=0.26, body="red enamel", paint=None, handle="black plastic") -> Shape:
    look, grip, metal = finish(body, paint), finish(handle), finish("black metal")
    parts = [
        ellipsoid((0, 0.085, 0), (0.1, 0.075, 0.1), *look),
        rod((0, 0, 0), (0, 0.06, 0), 0.092, *look),
        ellipsoid((0, 0.055, 0), (0.1, 0.05, 0.1), *look),
    ]
    parts += [
        library_call("lid", look=look, knob=grip),
        library_call("spout", look=look),
        library_call("handle", look=grip, metal=metal),
    ]
    return fitted(concat_shapes(*parts), width, height, depth)
