# /// asset
# word = "bathtub"
# synonyms = ["tub", "bath", "soaking tub", "bath tub"]
# stands_for = ["jetted tub", "whirlpool tub", "jacuzzi"]
# phrase = "a freestanding oval bathtub with a standing tap"
# category = "bath"
# support = "floor"
# clearance = {front = 0.6}
# [colors]
# paint = [0.965, 0.961, 0.949]
# [materials]
# body = "porcelain"
# tap = "chrome"
# [variants]
# feet = {"clawfoot" = true, "claw foot" = true, "vintage" = true, "ornate" = true, "antique" = true}
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


def ring(radius, thickness, at, look, *, n=24, stretch=1.0):
    """A horizontal hoop around `at`, `stretch` times as deep as it is wide."""
    reach = radius + thickness * 0.9
    joint = reach / radius * math.tan(math.pi / n)
    segments = []
    for i in range(n):
        c, s = math.cos(2 * math.pi * i / n), math.sin(2 * math.pi * i / n)
        ends = [(at[0] + radius * (c - e * s), at[1], at[2] + stretch * radius * (s + e * c)) for e in (-joint, joint)]
        segments.append(rod(*ends, thickness, look))
    return concat_shapes(*segments)


def shell(bottom, top, height, at, look, *, thickness=0.006, n=28):
    """An open round wall; `bottom` and `top` are its half width and half depth there."""
    panel = primitive_call("cube", {"scale": 1.0}, color=look[0], material=look[1])
    walls = []
    for i in range(n):
        t, half = 2 * math.pi * (i + 0.5) / n, math.tan(math.pi / n)
        c, s = math.cos(t), math.sin(t)
        wide = [(2 * max(bottom[k], top[k]) + thickness) * half for k in (0, 1)]
        low, high = (bottom[0] * c, bottom[1] * s), (top[0] * c, top[1] * s)
        out = math.hypot(c / wide[0], s / wide[1])
        walls.append(
            transform_shape(
                panel,
                [
                    [-s * wide[0], high[0] - low[0], thickness * c / wide[0] / out, at[0] + (low[0] + high[0]) / 2],
                    [0, height, 0, at[1] + height / 2],
                    [c * wide[1], high[1] - low[1], thickness * s / wide[1] / out, at[2] + (low[1] + high[1]) / 2],
                    [0, 0, 0, 1],
                ],
            )
        )
    return concat_shapes(*walls)


@register("the tub wall, flaring to a rolled rim")
def basin(look, inner):
    outer = [
        shell((0.62, 0.24), (0.74, 0.33), 0.3, (0, 0.08, 0), look, thickness=0.03, n=32),
        shell((0.74, 0.33), (0.83, 0.375), 0.2, (0, 0.37, 0), look, thickness=0.03, n=32),
    ]
    floor = transform_shape(rod((0, 0.08, 0), (0, 0.11, 0), 1.0, inner), scale_matrix((0.64, 1, 0.25), (0, 0, 0)))
    foot = transform_shape(rod((0, 0, 0), (0, 0.1, 0), 1.0, look), scale_matrix((0.6, 1, 0.22), (0, 0, 0)))
    rim = ring(0.83, 0.022, (0, 0.57, 0), look, n=36, stretch=0.452)
    drain = rod((0.4, 0.11, 0), (0.4, 0.113, 0), 0.03, finish("chrome"))
    return concat_shapes(*outer, floor, foot, rim, drain)


@register("a lion foot")
def claw_foot(look):
    return concat_shapes(
        ball((0.06, 0.045, 0.06), (0, 0.045, 0), look),
        tube([(0, 0.05, 0), (0.03, 0.12, 0.02), (-0.02, 0.2, -0.03)], 0.03, look),
    )


@register("a standing tap with a hand shower")
def tap(look):
    return concat_shapes(
        rod((0, 0, 0), (0, 0.02, 0), 0.045, look),
        tube([(0, 0, 0), (0, 0.8, 0), (-0.04, 0.84, 0), (-0.18, 0.84, 0), (-0.2, 0.8, 0)], 0.016, look),
        rod((0, 0.72, -0.05), (0, 0.72, 0.05), 0.011, look),
        tube([(0.03, 0.5, 0.05), (0.05, 0.65, 0.05), (0.03, 0.78, 0.05)], 0.01, look),
        rod((0.03, 0.78, 0.05), (0.0, 0.8, 0.05), 0.024, look),
    )


@register("a freestanding oval bathtub with a standing tap")
def bathtub(*, width=1.72, depth=0.8, height=0.86, feet=False, body="porcelain", paint=None, tap="chrome") -> Shape:
    look, metal = finish(body, paint), finish(tap)
    pale = tuple(min(1.0, 0.4 * c + 0.56) for c in look[0]), look[1]
    tub = library_call("basin", look=look, inner=pale)
    parts = []
    if feet:
        parts.append(transform_shape(tub, translation_matrix((0, 0.08, 0)) @ scale_matrix((1, 0.86, 1), (0, 0, 0))))
        brass = finish("antique brass")
        for s in (-1, 1):
            for t in (-1, 1):
                turn = math.atan2(-t, s)
                parts.append(
                    transform_shape(
                        library_call("claw_foot", look=brass),
                        translation_matrix((s * 0.5, 0, t * 0.22)) @ rotation_matrix(turn, (0, 1, 0), (0, 0, 0)),
                    )
                )
    else:
        parts.append(tub)
    stand = library_call("tap", look=metal)
    stand = transform_shape(stand, translation_matrix((0.62, 0, -0.37)) @ rotation_matrix(-1.0, (0, 1, 0), (0, 0, 0)))
    parts.append(stand)
    return fitted(concat_shapes(*parts), width, height, depth)
