# /// asset
# word = "ceiling light"
# synonyms = [
#     "ceiling lamp", "flush mount light", "ceiling fixture", "light fixture", "light", "overhead light",
#     "flush light",
# ]
# phrase = "a round flush ceiling light with a glass bowl"
# category = "lighting"
# support = "ceiling"
# [colors]
# paint = [0.788, 0.647, 0.353]
# [materials]
# frame = "brass"
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


@register("the milk-glass bowl")
def bowl(look):
    return concat_shapes(ball((0.21, 0.085, 0.21), (0, 0.09, 0), look))


@register("a round flush ceiling light with a glass bowl")
def ceiling_light(*, width=0.45, depth=0.45, height=0.2, frame="brass", paint=None) -> Shape:
    metal = finish(frame, paint)
    milk = (1.0, 0.95, 0.84), {"roughness": 0.3, "emission": 0.9}
    parts = [
        library_call("bowl", look=milk),
        ring(0.212, 0.011, (0, 0.09, 0), metal, n=36),
        rod((0, 0.12, 0), (0, 0.2, 0), 0.075, metal),
        rod((0, 0.185, 0), (0, 0.2, 0), 0.1, metal),
        ball((0.014, 0.018, 0.014), (0, 0.01, 0), metal),
    ]
    return fitted(concat_shapes(*parts), width, height, depth)
