# /// asset
# word = "pipe"
# synonyms = [
#     "pipes", "wall pipe", "steam pipe", "pipe run", "pipework", "plumbing pipe", "copper pipe",
#     "metal pipe", "industrial pipe", "heating pipe",
# ]
# category = "tools"
# support = "wall"
# colors = ["paint", "wheel"]
# materials = ["metal"]
# [variants]
# metal = {"copper" = "copper", "rusty" = "rusty metal", "steam" = "cast iron", "black" = "black metal"}
# ///
import math

from scene.language import *
from scene.language.modelling import ball, beam, box, finish, fitted, hoop, rod


@register("a flange with its bolts")
def flange(*, at, axis, radius, look):
    x, y, z = at
    d = [0.012 * a for a in axis]
    plate = rod((x - d[0], y - d[1], z - d[2]), (x + d[0], y + d[1], z + d[2]), radius, *look)
    bolts = []
    for i in range(6):
        c, s = 0.78 * radius * math.cos(i * math.pi / 3), 0.78 * radius * math.sin(i * math.pi / 3)
        p = (x + (0 if axis[0] else c), y + (s if axis[0] else 0), z + (c if axis[0] else s))
        e = [1.7 * v for v in d]
        bolts.append(
            rod(
                (p[0] - e[0], p[1] - e[1], p[2] - e[2]),
                (p[0] + e[0], p[1] + e[1], p[2] + e[2]),
                0.007,
                *finish("steel"),
            )
        )
    return concat_shapes(plate, *bolts)


@register("a clamp that holds the pipe at the wall")
def holder(*, x, y):
    iron = finish("black metal")
    return concat_shapes(
        box((x, y, -0.1), (0.035, 0.16, 0.01), *iron),
        rod((x, y, -0.1), (x, y, -0.04), 0.012, *iron),
        rod((x - 0.016, y, 0), (x + 0.016, y, 0), 0.055, *iron),
    )


@register("a valve with a hand wheel")
def valve(*, x, y, look, wheel):
    spokes = [
        beam(
            (x - 0.06 * math.cos(a), y - 0.06 * math.sin(a), 0.13),
            (x + 0.06 * math.cos(a), y + 0.06 * math.sin(a), 0.13),
            (0.01, 0.01),
            wheel,
        )
        for a in (0.4, 0.4 + math.pi / 3, 0.4 + 2 * math.pi / 3)
    ]
    return concat_shapes(
        ball((x, y, 0), 0.066, *look),
        rod((x, y, 0.03), (x, y, 0.08), 0.032, *look),
        rod((x, y, 0.07), (x, y, 0.14), 0.01, *finish("steel")),
        hoop(0.062, 0.009, wheel, center=(x, y, 0.13), axis=(0, 0, 1), parts=24),
        *spokes,
    )


@register("a run of pipe along a wall, with flanges, clamps and a valve")
def pipe_run(*, width=2.0, height=0.62, depth=0.25, metal="steel", paint=None, wheel=(0.8, 0.14, 0.1)) -> Shape:
    look = finish(metal, paint)
    left, right, low, high, r = -width / 2, width / 2, 0.1, 0.5, 0.045
    bend = width * 0.22
    parts = [
        rod((left, high, 0), (bend, high, 0), r, *look),
        ball((bend, high, 0), r * 1.12, *look),
        rod((bend, high, 0), (bend, low, 0), r, *look),
        ball((bend, low, 0), r * 1.12, *look),
        rod((bend, low, 0), (right, low, 0), r, *look),
    ]
    for x, y, axis in (
        (left + 0.013, high, (1, 0, 0)),
        (right - 0.013, low, (1, 0, 0)),
        (bend - 0.1, high, (1, 0, 0)),
        (bend + 0.1, low, (1, 0, 0)),
        (bend, 0.3, (0, 1, 0)),
    ):
        parts.append(library_call("flange", at=(x, y, 0), axis=axis, radius=0.075, look=look))
    parts += [library_call("holder", x=x, y=y) for x, y in ((left * 0.75, high), (right * 0.75, low))]
    parts.append(library_call("valve", x=left * 0.32, y=high, look=look, wheel=wheel))
    return fitted(concat_shapes(*parts), width, height, depth)
