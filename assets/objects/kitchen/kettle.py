# /// asset
# word = "kettle"
# synonyms = ["electric kettle", "tea kettle", "water kettle", "teakettle", "stovetop kettle"]
# phrase = "a kettle with a spout and an arched handle"
# category = "kitchen"
# support = "surface"
# [colors]
# paint = [0.722, 0.141, 0.165]
# [materials]
# body = "red enamel"
# handle = "black plastic"
# ///
import math

from scene.language import *
from scene.language.modelling import finish, fitted


def rod(p0, p1, radius, look):
    return primitive_call("cylinder", {"radius": radius, "p0": p0, "p1": p1}, color=look[0], material=look[1])


def ball(radii, at, look):
    """An ellipsoid with its centre at `at`."""
    sphere = primitive_call("sphere", {"radius": 1.0}, color=look[0], material=look[1])
    return transform_shape(sphere, translation_matrix(at) @ scale_matrix(radii, (0, 0, 0)))


def tube(points, radius, look):
    """A bent tube through `points`, round at its joints."""
    color, material = look
    pipes = [
        primitive_call("cylinder", {"radius": radius, "p0": points[i], "p1": points[i + 1]}, color, material)
        for i in range(len(points) - 1)
    ]
    joint = primitive_call("sphere", {"radius": radius}, color, material)
    return concat_shapes(*pipes, *[transform_shape(joint, translation_matrix(p)) for p in points[1:-1]])


@register("the arched handle")
def handle(look, metal):
    def arc(low, high, n):
        turns = [math.radians(low + (high - low) * i / n) for i in range(n + 1)]
        return [(0.084 * math.cos(a), 0.155 + 0.1 * math.sin(a), 0) for a in turns]

    bow = [(0.06, 0.125, 0), *arc(0, 180, 18), (-0.06, 0.125, 0)]
    grip = arc(42, 138, 10)
    return concat_shapes(
        tube(bow, 0.007, metal),
        tube(grip, 0.0135, look),
        *[ball((0.0135, 0.0135, 0.0135), p, look) for p in (grip[0], grip[-1])],
        *[ball((0.014, 0.01, 0.014), (s * 0.068, 0.14, 0), metal) for s in (-1, 1)],
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
        balls.append(ball((r, r, r), (x, y, 0), look))
    (x, y), (dx, dy) = along(1.0), (0.5, 0.866)
    return concat_shapes(
        *balls,
        rod((x, y, 0), (x + dx * 0.016, y + dy * 0.016, 0), 0.0165, look),
        rod((x, y, 0), (x + dx * 0.018, y + dy * 0.018, 0), 0.0115, ((0.05, 0.04, 0.04), {"roughness": 0.9})),
    )


@register("the lid with a knob")
def lid(look, knob):
    return concat_shapes(
        ball((0.055, 0.014, 0.055), (0, 0.158, 0), look), ball((0.013, 0.013, 0.013), (0, 0.182, 0), knob)
    )


@register("a kettle with a spout and an arched handle")
def kettle(*, width=0.27, depth=0.21, height=0.26, body="red enamel", paint=None, handle="black plastic") -> Shape:
    look, grip, metal = finish(body, paint), finish(handle), finish("black metal")
    parts = [
        ball((0.1, 0.075, 0.1), (0, 0.085, 0), look),
        rod((0, 0, 0), (0, 0.06, 0), 0.092, look),
        ball((0.1, 0.05, 0.1), (0, 0.055, 0), look),
    ]
    parts += [
        library_call("lid", look=look, knob=grip),
        library_call("spout", look=look),
        library_call("handle", look=grip, metal=metal),
    ]
    return fitted(concat_shapes(*parts), width, height, depth)
