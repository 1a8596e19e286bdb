# /// asset
# word = "teapot"
# synonyms = ["china teapot"]
# category = "tableware"
# support = "surface"
# colors = ["glaze", "trim"]
# materials = ["ware"]
# ///
import math

import numpy as np

from scene.language import *
from scene.language.modelling import ellipsoid, finish, fitted, pipe, rod


@register("the round body on its foot")
def pot_body(*, radius, height, glaze, trim, shine):
    return concat_shapes(
        rod((0, 0, 0), (0, height * 0.12, 0), radius * 0.6, trim, shine),
        ellipsoid((0, height * 0.42, 0), (radius, height * 0.38, radius), glaze, shine),
    )


@register("the lid with its knob")
def lid(*, radius, height, glaze, trim, shine):
    return concat_shapes(
        rod((0, height * 0.74, 0), (0, height * 0.77, 0), radius * 0.55, trim, shine),
        ellipsoid((0, height * 0.77, 0), (radius * 0.5, height * 0.1, radius * 0.5), glaze, shine),
        ellipsoid((0, height * 0.925, 0), (radius * 0.14, height * 0.075, radius * 0.14), trim, shine),
    )


@register("the curved spout")
def spout(*, radius, height, glaze, trim, shine):
    steps = 30
    t = np.linspace(0, 1, steps)
    xs = radius * np.interp(t, [0, 0.35, 0.7, 1], [0.75, 1.15, 1.36, 1.58])
    ys = height * (0.3 + 0.46 * t**1.4)
    thick = radius * (0.32 - 0.18 * t**0.7)
    balls = [ellipsoid((x, y, 0), (r, r, r), glaze, shine) for x, y, r in zip(xs, ys, thick, strict=True)]
    way = np.array([xs[-1] - xs[-4], ys[-1] - ys[-4], 0])
    way = way / np.linalg.norm(way)
    mouth = np.array([xs[-1], ys[-1], 0])
    return concat_shapes(
        *balls,
        rod(mouth + way * radius * 0.02, mouth + way * radius * 0.16, radius * 0.155, trim, shine),
        rod(mouth, mouth + way * radius * 0.175, radius * 0.105, (0.12, 0.1, 0.09)),
    )


@register("the handle, a closed ear")
def handle(*, radius, height, glaze, shine):
    angles = np.linspace(math.pi * 0.32, math.pi * 1.68, 18)
    ear = [(radius * (-0.95 + 0.62 * math.cos(a)), height * (0.45 + 0.26 * math.sin(a)), 0) for a in angles]
    return pipe(ear, radius * 0.1, glaze, shine)


@register("a round teapot with a curved spout, a handle and a knobbed lid")
def teapot(*, width=0.25, height=0.16, depth=0.15, glaze=None, trim=(0.93, 0.9, 0.82), ware="sage ceramic"):
    glaze, shine = finish(ware, glaze)
    radius = depth / 2
    parts = {"radius": radius, "height": height, "glaze": glaze, "shine": shine}
    whole = concat_shapes(
        library_call("pot_body", trim=trim, **parts),
        library_call("lid", trim=trim, **parts),
        library_call("spout", trim=trim, **parts),
        library_call("handle", **parts),
    )
    return fitted(whole, width, None, None)
