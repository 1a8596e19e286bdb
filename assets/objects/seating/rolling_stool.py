# /// asset
# word = "rolling stool"
# synonyms = [
#     "swivel stool", "drafting stool", "laboratory stool", "lab stool", "doctor stool", "sculpting stool",
#     "salon stool", "work stool", "gaming stool",
# ]
# phrase = "a round padded stool on a five-star base with castors"
# category = "seating"
# support = "floor"
# [colors]
# paint = [0.129, 0.122, 0.122]
# [materials]
# upholstery = "black leather"
# base = "chrome"
# [variants]
# footring = {"drafting" = true, "laboratory" = true, "tall" = true}
# height = {"drafting" = 0.75, "laboratory" = 0.7, "tall" = 0.75}
# ///
import math

from scene.language import *
from scene.language.modelling import finish, fitted


def rod(p0, p1, radius, look):
    return primitive_call("cylinder", {"radius": radius, "p0": p0, "p1": p1}, color=look[0], material=look[1])


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


@register("a castor")
def castor(look):
    return rod((-0.014, 0.028, 0), (0.014, 0.028, 0), 0.028, look)


@register("the five-star foot")
def star_base(radius, look, rubber):
    parts = [rod((0, 0.07, 0), (0, 0.14, 0), 0.03, look)]
    for i in range(5):
        angle = 2 * math.pi * i / 5 + math.pi / 2
        x, z = radius * math.cos(angle), radius * math.sin(angle)
        parts.append(tube([(0, 0.12, 0), (x * 0.85, 0.085, z * 0.85), (x, 0.04, z)], 0.014, look))
        wheel = transform_shape(library_call("castor", look=rubber), rotation_matrix(-angle, (0, 1, 0), (0, 0, 0)))
        parts.append(transform_shape(wheel, translation_matrix((x, 0, z))))
    return concat_shapes(*parts)


@register("the round padded seat")
def seat(radius, look):
    return concat_shapes(
        rod((0, 0, 0), (0, 0.08, 0), radius - 0.04, look),
        ring(radius - 0.04, 0.04, (0, 0.04, 0), look, n=32),
    )


@register("a round padded stool on a five-star base with castors")
def rolling_stool(
    *, width=0.5, depth=0.5, height=0.52, footring=False, upholstery="black leather", paint=None, base="chrome"
) -> Shape:
    hide, metal = finish(upholstery, paint), finish(base)
    parts = [
        library_call("star_base", radius=0.23, look=metal, rubber=finish("rubber")),
        rod((0, 0.12, 0), (0, height - 0.1, 0), 0.017, metal),
        rod((0, height - 0.11, 0), (0, height - 0.075, 0), 0.07, metal),
        place("seat", at=(0, height - 0.08, 0), radius=0.185, look=hide),
    ]
    if footring:
        y = height * 0.42
        parts.append(ring(0.2, 0.011, (0, y, 0), metal))
        parts += [rod((0, y, 0), (0.2 * math.cos(a), y, 0.2 * math.sin(a)), 0.009, metal) for a in (0.6, 2.7, 4.8)]
    return fitted(concat_shapes(*parts), width, height, depth)
