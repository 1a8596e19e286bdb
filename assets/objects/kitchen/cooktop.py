# /// asset
# word = "cooktop"
# synonyms = [
#     "induction cooktop", "hob", "hotplate", "hot plate", "portable induction cooktop", "electric hob",
#     "induction hob", "burner",
# ]
# phrase = "a portable induction cooktop with two cooking rings"
# category = "kitchen"
# support = "surface"
# [colors]
# paint = [0.11, 0.11, 0.118]
# [materials]
# body = "black acrylic"
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


@register("a printed cooking ring")
def zone(radius, mark):
    return concat_shapes(
        ring(radius, 0.0025, (0, 0, 0), mark, n=26),
        ring(radius * 0.55, 0.0018, (0, 0, 0), mark, n=18),
        *[
            box((radius * 0.3, 0.002, 0.004), (0, -0.001, 0), mark),
            box((0.004, 0.002, radius * 0.3), (0, -0.001, 0), mark),
        ],
    )


@register("the touch panel")
def touch_panel(mark):
    keys = [rod((0.032 * (i - 2.5), 0, 0), (0.032 * (i - 2.5), 0.002, 0), 0.008, mark) for i in range(6)]
    return concat_shapes(*keys, box((0.06, 0.002, 0.02), (0.15, 0, 0), finish("lit screen")))


@register("a portable induction cooktop with two cooking rings")
def cooktop(*, width=0.58, depth=0.36, height=0.06, body="black acrylic", paint=None) -> Shape:
    look = finish(body, paint)
    solid = look[0], {**look[1], "opacity": 1.0}
    mark = finish("light gray paint")
    parts = [box((0.56, 0.04, 0.34), (0, 0.008, 0), finish("steel")), box((0.58, 0.01, 0.36), (0, 0.048, 0), solid)]
    parts += [
        rod((s * 0.24, 0, t * 0.13), (s * 0.24, 0.01, t * 0.13), 0.018, finish("rubber"))
        for s in (-1, 1)
        for t in (-1, 1)
    ]
    parts += [
        transform_shape(library_call("zone", radius=0.1, mark=mark), translation_matrix((x, 0.058, -0.035)))
        for x in (-0.14, 0.14)
    ]
    parts.append(transform_shape(library_call("touch_panel", mark=mark), translation_matrix((-0.03, 0.057, 0.14))))
    return fitted(concat_shapes(*parts), width, height, depth)
