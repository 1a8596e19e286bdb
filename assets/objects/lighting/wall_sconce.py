# /// asset
# word = "wall sconce"
# synonyms = ["sconce", "wall lamp", "wall light", "wall-mounted lamp"]
# stands_for = ["vanity light", "wall lantern"]
# phrase = "a wall sconce with a small shade on a curved arm"
# category = "lighting"
# support = "wall"
# [colors]
# metal_color = [0.788, 0.647, 0.353]
# shade_color = [1, 1, 0.941]
# [materials]
# metal = "brass"
# shade = "ivory linen"
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


@register("the wall plate")
def plate(look):
    flat = transform_shape(rod((0, 0, 0), (0, 0, 0.015), 1.0, look), scale_matrix((0.05, 0.085, 1), (0, 0, 0)))
    return concat_shapes(flat, ball((0.018, 0.018, 0.014), (0, 0, 0.016), look))


@register("the shade")
def shade(look):
    return concat_shapes(
        shell((0.085, 0.085), (0.055, 0.055), 0.14, (0, 0, 0), look, thickness=0.003, n=24),
        ring(0.085, 0.003, (0, 0, 0), look, n=24),
        ring(0.055, 0.003, (0, 0.14, 0), look, n=24),
    )


@register("a wall sconce with a small shade on a curved arm")
def wall_sconce(
    *, width=0.18, depth=0.24, height=0.34, metal="brass", metal_color=None, shade="ivory linen", shade_color=None
) -> Shape:
    brass, cloth = finish(metal, metal_color), finish(shade, shade_color)
    lit = cloth[0], {**cloth[1], "emission": 0.5}
    parts = [
        transform_shape(library_call("plate", look=brass), translation_matrix((0, 0.1, 0))),
        tube([(0, 0.1, 0.01), (0, 0.05, 0.06), (0, 0.04, 0.11), (0, 0.09, 0.15), (0, 0.17, 0.15)], 0.008, brass),
        rod((0, 0.15, 0.15), (0, 0.17, 0.15), 0.028, brass),
        rod((0, 0.17, 0.15), (0, 0.22, 0.15), 0.011, finish("cream wax")),
        ball((0.018, 0.03, 0.018), (0, 0.245, 0.15), finish("lamp glow")),
        transform_shape(library_call("shade", look=lit), translation_matrix((0, 0.19, 0.15))),
        ball((0.014, 0.018, 0.014), (0, 0.0, 0.012), brass),
        rod((0, 0.0, 0.01), (0, 0.1, 0.01), 0.008, brass),
    ]
    return fitted(concat_shapes(*parts), width, height, depth)
