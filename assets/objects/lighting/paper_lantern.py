# /// asset
# word = "paper lantern"
# synonyms = ["rice paper lantern", "chinese lantern", "japanese lantern", "paper globe lamp", "paper pendant"]
# phrase = "a round ribbed paper lantern hanging from the ceiling"
# category = "lighting"
# support = "ceiling"
# [colors]
# paint = [0.953, 0.941, 0.91]
# [materials]
# paper = "paper"
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


@register("a rib of the lantern")
def rib(radius, y, look):
    return ring(radius, 0.0025, (0, y, 0), look, n=16)


@register("a round ribbed paper lantern hanging from the ceiling")
def paper_lantern(*, width=0.4, depth=0.4, height=0.75, paper="paper", paint=None) -> Shape:
    look = finish(paper, paint)
    lit = look[0], {**look[1], "emission": 0.45}
    dark = tuple(0.72 * c for c in look[0]), look[1]
    metal = finish("black metal")
    parts = [ball((0.2, 0.17, 0.2), (0, 0.17, 0), lit)]
    for i in range(1, 8):
        y = 0.34 * i / 8
        parts.append(library_call("rib", radius=0.2 * math.sqrt(1 - ((y - 0.17) / 0.17) ** 2) + 0.001, y=y, look=dark))
    parts += [
        rod((0, 0.32, 0), (0, 0.345, 0), 0.055, metal),
        rod((0, -0.004, 0), (0, 0.012, 0), 0.055, metal),
        rod((0, 0.34, 0), (0, 0.74, 0), 0.004, metal),
        rod((0, 0.72, 0), (0, 0.74, 0), 0.045, metal),
    ]
    return fitted(concat_shapes(*parts), width, height, depth)
