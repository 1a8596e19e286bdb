# /// asset
# word = "table lamp"
# synonyms = ["bedside lamp", "nightstand lamp", "side lamp", "ceramic lamp"]
# stands_for = ["night light"]
# phrase = "a table lamp with a round ceramic base and a fabric shade"
# category = "lighting"
# support = "surface"
# [colors]
# base_color = [0.133, 0.478, 0.486]
# shade_color = [0.953, 0.918, 0.827]
# [materials]
# base = "teal ceramic"
# shade = "cream linen"
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


@register("the round base")
def base_body(look, metal):
    return concat_shapes(
        rod((0, 0, 0), (0, 0.018, 0), 0.075, metal),
        ball((0.095, 0.085, 0.095), (0, 0.1, 0), look),
        ball((0.06, 0.06, 0.06), (0, 0.165, 0), look),
        rod((0, 0.2, 0), (0, 0.25, 0), 0.018, look),
        rod((0, 0.24, 0), (0, 0.33, 0), 0.009, metal),
    )


@register("the shade")
def shade(bottom, top, height, look):
    return concat_shapes(
        shell((bottom, bottom), (top, top), height, (0, 0, 0), look, thickness=0.004, n=30),
        ring(bottom, 0.003, (0, 0, 0), look, n=30),
        ring(top, 0.003, (0, height, 0), look, n=30),
    )


@register("a table lamp with a round ceramic base and a fabric shade")
def table_lamp(
    *, width=0.32, depth=0.32, height=0.5, base="teal ceramic", base_color=None, shade="cream linen", shade_color=None
) -> Shape:
    look, cloth, metal = finish(base, base_color), finish(shade, shade_color), finish("brass")
    lit = cloth[0], {**cloth[1], "emission": 0.35}
    parts = [
        library_call("base_body", look=look, metal=metal),
        ball((0.03, 0.045, 0.03), (0, 0.36, 0), finish("lamp glow")),
    ]
    parts.append(
        transform_shape(
            library_call("shade", bottom=0.158, top=0.105, height=0.22, look=lit), translation_matrix((0, 0.27, 0))
        )
    )
    parts += [rod((0, 0.47, 0), (0.1 * math.cos(a), 0.47, 0.1 * math.sin(a)), 0.0025, metal) for a in (0.5, 2.6, 4.7)]
    parts += [rod((0, 0.3, 0), (0, 0.49, 0), 0.004, metal), ball((0.011, 0.011, 0.011), (0, 0.495, 0), metal)]
    return fitted(concat_shapes(*parts), width, height, depth)
