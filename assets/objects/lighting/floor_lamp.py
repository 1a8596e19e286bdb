# /// asset
# word = "floor lamp"
# synonyms = [
#     "standing lamp", "tripod lamp", "tripod floor lamp", "standard lamp", "reading lamp", "lamp", "floor light",
# ]
# stands_for = ["torchiere", "torchiere lamp"]
# phrase = "a floor lamp with a fabric shade"
# category = "lighting"
# support = "floor"
# [colors]
# shade_color = [0.953, 0.918, 0.827]
# paint = [0.388, 0.263, 0.188]
# [materials]
# shade = "cream linen"
# stem = "walnut"
# [variants]
# width = {"round base" = 0.44, "slim" = 0.44, "minimalist" = 0.44}
# depth = {"round base" = 0.44, "slim" = 0.44, "minimalist" = 0.44}
# base = {"tripod" = "tripod", "round base" = "disc", "slim" = "disc", "minimalist" = "disc"}
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


@register("a leg of the tripod")
def leg(angle, height, look):
    reach = height * 0.19
    return rod(
        (reach * math.cos(angle), 0.0, reach * math.sin(angle)),
        (0.02 * math.cos(angle), height, 0.02 * math.sin(angle)),
        0.014,
        look,
    )


@register("the shade")
def shade(bottom, top, height, look):
    return concat_shapes(
        shell((bottom, bottom), (top, top), height, (0, 0, 0), look, thickness=0.004, n=30),
        ring(bottom, 0.004, (0, 0, 0), look, n=30),
        ring(top, 0.004, (0, height, 0), look, n=30),
    )


@register("the glowing bulb")
def bulb(look):
    return ball((0.04, 0.055, 0.04), (0, 0, 0), look)


@register("a floor lamp with a fabric shade")
def floor_lamp(
    *,
    width=0.55,
    depth=0.5,
    height=1.58,
    base="tripod",
    shade="cream linen",
    shade_color=None,
    stem="walnut",
    paint=None,
) -> Shape:
    cloth, look, metal = finish(shade, shade_color), finish(stem, paint), finish("brass")
    lit = cloth[0], {**cloth[1], "emission": 0.35}
    low = height - 0.36
    if base == "tripod":
        parts = [library_call("leg", angle=math.pi * (0.5 + 2 * i / 3), height=low - 0.06, look=look) for i in range(3)]
        parts += [
            rod((0, low - 0.1, 0), (0, low - 0.03, 0), 0.04, look),
            ring(0.11, 0.006, (0, low * 0.5, 0), metal, n=20),
        ]
    else:
        parts = [rod((0, 0, 0), (0, 0.025, 0), 0.16, look), rod((0, 0.02, 0), (0, low, 0), 0.012, look)]
    parts += [
        rod((0, low - 0.04, 0), (0, low + 0.16, 0), 0.014, metal),
        transform_shape(library_call("bulb", look=finish("lamp glow")), translation_matrix((0, low + 0.18, 0))),
    ]
    parts += [
        rod((0.14 * math.cos(a), height - 0.03, 0.14 * math.sin(a)), (0, height - 0.03, 0), 0.003, metal)
        for a in (0.5, 2.6, 4.7)
    ]
    parts.append(
        transform_shape(
            library_call("shade", bottom=0.22, top=0.17, height=0.32, look=lit), translation_matrix((0, low + 0.03, 0))
        )
    )
    return fitted(concat_shapes(*parts), width, height, depth)
