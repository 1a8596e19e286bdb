# /// asset
# word = "lava lamp"
# synonyms = ["lava light", "retro lava lamp"]
# phrase = "a lava lamp with blobs rising in tinted liquid"
# category = "lighting"
# support = "surface"
# [colors]
# lava = [0.98, 0.35, 0.15]
# liquid = [0.6, 0.3, 0.85]
# ///
import math

from scene.language import *
from scene.language.modelling import finish, fitted


def rod(p0, p1, radius, look):
    return primitive_call("cylinder", {"radius": radius, "p0": p0, "p1": p1}, color=look[0], material=look[1])


def spike(p0, p1, radius, look):
    """A cone from its base at `p0` to its tip at `p1`."""
    return primitive_call("cone", {"radius": radius, "p0": p0, "p1": p1}, color=look[0], material=look[1])


def ball(radii, at, look):
    """An ellipsoid with its centre at `at`."""
    sphere = primitive_call("sphere", {"radius": 1.0}, color=look[0], material=look[1])
    return transform_shape(sphere, translation_matrix(at) @ scale_matrix(radii, (0, 0, 0)))


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


@register("the metal foot")
def foot(look):
    return concat_shapes(
        spike((0, 0, 0), (0, 0.24, 0), 0.07, look),
        spike((0, 0.115, 0), (0, 0.004, 0), 0.066, look),
        rod((0, 0, 0), (0, 0.008, 0), 0.072, look),
    )


@register("the tapering glass")
def glass(look):
    return shell((0.062, 0.062), (0.037, 0.037), 0.19, (0, 0, 0), look, thickness=0.002, n=28)


@register("a blob of lava")
def blob(radius, look):
    return ball((radius, radius * 1.25, radius), (0, 0, 0), look)


@register("a lava lamp with blobs rising in tinted liquid")
def lava_lamp(*, width=0.145, depth=0.145, height=0.38, lava=(0.98, 0.35, 0.15), liquid=(0.6, 0.3, 0.85)) -> Shape:
    metal = finish("aluminium")
    hot = lava, {"roughness": 0.4, "emission": 1.0}
    clear = liquid, {"roughness": 0.1, "opacity": 0.28, "emission": 0.3}
    parts = [
        library_call("foot", look=metal),
        transform_shape(library_call("glass", look=clear), translation_matrix((0, 0.11, 0))),
    ]
    blobs = [
        (0.0, 0.14, 0.045),
        (0.018, 0.19, 0.022),
        (-0.012, 0.225, 0.017),
        (0.008, 0.262, 0.014),
        (-0.004, 0.285, 0.009),
    ]
    parts += [
        transform_shape(library_call("blob", radius=r, look=hot), translation_matrix((x, y, 0))) for x, y, r in blobs
    ]
    parts += [rod((0, 0.3, 0), (0, 0.325, 0), 0.038, metal), spike((0, 0.325, 0), (0, 0.5, 0), 0.038, metal)]
    return fitted(concat_shapes(*parts), width, height, depth)
