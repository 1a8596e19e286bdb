# /// asset
# word = "pouf"
# synonyms = [
#     "pouffe", "floor pouf", "round ottoman", "knitted pouf", "leather pouf", "moroccan pouf", "round pouf", "puff",
# ]
# phrase = "a round stitched pouf to sit or rest the feet on"
# category = "seating"
# support = "floor"
# [colors]
# paint = [0.373, 0.22, 0.133]
# [materials]
# upholstery = "brown leather"
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


@register("the round body")
def body(radius, height, look):
    roll = height * 0.3
    return concat_shapes(
        rod((0, 0, 0), (0, height, 0), radius - roll, look),
        rod((0, roll, 0), (0, height - roll, 0), radius, look),
        ring(radius - roll, roll, (0, roll, 0), look, n=30),
        ring(radius - roll, roll, (0, height - roll, 0), look, n=30),
    )


@register("a line of stitches down one side")
def stitching(radius, height, angle, look):
    roll = height * 0.3
    spots = [(radius * 0.3, height + 0.001), (radius - roll, height + 0.001)]
    spots += [(radius - roll + roll * math.sin(a), height - roll + roll * math.cos(a)) for a in (0.5, 1.0, 1.57)]
    spots.append((radius + 0.001, roll))
    points = [(r * math.cos(angle), y, r * math.sin(angle)) for r, y in spots]
    return concat_shapes(*[rod(points[i], points[i + 1], 0.004, look) for i in range(len(points) - 1)])


@register("a round stitched pouf to sit or rest the feet on")
def pouf(*, width=0.56, depth=0.56, height=0.34, upholstery="brown leather", paint=None) -> Shape:
    hide = finish(upholstery, paint)
    thread = (0.93, 0.88, 0.78), hide[1]
    radius = 0.28
    parts = [library_call("body", radius=radius, height=0.34, look=hide)]
    parts += [
        library_call("stitching", radius=radius, height=0.34, angle=math.pi * (i + 0.5) / 4, look=thread)
        for i in range(8)
    ]
    parts.append(ring(radius * 0.3, 0.004, (0, 0.341, 0), thread))
    return fitted(concat_shapes(*parts), width, height, depth)
