# /// asset
# word = "bankers lamp"
# synonyms = ["banker's lamp", "library lamp"]
# phrase = "a banker's lamp with a green glass shade and a pull chain"
# category = "lighting"
# support = "surface"
# [colors]
# shade_color = [0.184, 0.353, 0.216]
# [materials]
# shade = "green glass"
# stem = "brass"
# ///
import math

from scene.language import *
from scene.language.modelling import finish, fitted


def box(size, at, look):
    """A block of `size` standing with the centre of its underside at `at`."""
    block = primitive_call("cube", {"scale": size}, color=look[0], material=look[1])
    return transform_shape(block, translation_matrix((at[0], at[1] + size[1] / 2, at[2])))


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


@register("the half-round glass shade")
def shade(look):
    n = 9
    panels = []
    for i in range(n):
        a = math.pi * (i + 0.5) / n
        panel = box((0.3, 0.004, 0.034), (0, -0.002, 0), look)
        panels.append(
            transform_shape(
                panel,
                translation_matrix((0, 0.08 * math.sin(a), 0.095 * math.cos(a)))
                @ rotation_matrix(math.pi / 2 - a, (1, 0, 0), (0, 0, 0)),
            )
        )
    return concat_shapes(*panels, *[ball((0.006, 0.08, 0.095), (s * 0.15, 0, 0), look) for s in (-1, 1)])


@register("the pull chain")
def chain(look):
    return concat_shapes(rod((0, -0.12, 0), (0, 0, 0), 0.002, look), ball((0.008, 0.01, 0.008), (0, -0.125, 0), look))


@register("a banker's lamp with a green glass shade and a pull chain")
def bankers_lamp(*, width=0.32, depth=0.22, height=0.38, shade="green glass", shade_color=None, stem="brass") -> Shape:
    glass, brass = finish(shade, shade_color), finish(stem)
    lit = glass[0], {**glass[1], "opacity": 0.95, "emission": 0.25}
    parts = [
        transform_shape(rod((0, 0, 0), (0, 0.022, 0), 1.0, brass), scale_matrix((0.11, 1, 0.085), (0, 0, 0))),
        transform_shape(rod((0, 0.02, 0), (0, 0.035, 0), 1.0, brass), scale_matrix((0.06, 1, 0.05), (0, 0, 0))),
        rod((0, 0.03, 0), (0, 0.3, 0), 0.009, brass),
        ball((0.018, 0.02, 0.018), (0, 0.09, 0), brass),
        tube([(0, 0.3, 0), (0, 0.345, 0)], 0.011, brass),
        ball((0.014, 0.014, 0.014), (0, 0.375, 0), brass),
        transform_shape(library_call("shade", look=lit), translation_matrix((0, 0.285, 0.02))),
        rod((-0.1, 0.3, 0.02), (0.1, 0.3, 0.02), 0.018, finish("lamp glow")),
        transform_shape(library_call("chain", look=brass), translation_matrix((0.06, 0.28, 0.06))),
    ]
    return fitted(concat_shapes(*parts), width, height, depth)
