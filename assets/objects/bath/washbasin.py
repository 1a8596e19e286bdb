# /// asset
# word = "washbasin"
# synonyms = [
#     "sink", "pedestal sink", "bathroom sink", "wash basin", "pedestal basin", "hand basin", "lavatory sink",
#     "washing basin",
# ]
# stands_for = ["laundry sink", "hair washing basin", "shampoo bowl", "shampoo basin", "vessel sink"]
# phrase = "a pedestal washbasin with a tap"
# category = "bath"
# support = "floor"
# clearance = {front = 0.6}
# [colors]
# paint = [0.965, 0.961, 0.949]
# [materials]
# body = "porcelain"
# tap = "chrome"
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


@register("the bowl with its rim")
def bowl(look):
    inner = tuple(0.93 * c for c in look[0]), look[1]
    flat = transform_shape(rod((0, 0.02, 0), (0, 0.035, 0), 1.0, inner), scale_matrix((0.14, 1, 0.11), (0, 0, 0)))
    return concat_shapes(
        shell((0.13, 0.1), (0.27, 0.2), 0.16, (0, 0, 0), look, thickness=0.022, n=26),
        ring(0.272, 0.02, (0, 0.165, 0), look, n=30, stretch=0.745),
        flat,
        box((0.46, 0.13, 0.09), (0, 0.05, -0.19), look),
        rod((0, 0.035, 0), (0, 0.038, 0), 0.022, finish("chrome")),
    )


@register("the pedestal")
def pedestal(height, look):
    n = 20
    rings = [
        rod(
            (0, height / n * i, 0),
            (0, height / n * (i + 1), 0),
            0.075 + 0.05 * abs(i / (n - 1) - 0.55) ** 1.6 * 2.2,
            look,
        )
        for i in range(n)
    ]
    return concat_shapes(*rings)


@register("a tap with two handles")
def tap(look):
    return concat_shapes(
        tube([(0, 0, 0), (0, 0.11, 0), (0, 0.13, 0.03), (0, 0.13, 0.09), (0, 0.1, 0.11)], 0.013, look),
        *[rod((s * 0.09, 0, 0), (s * 0.09, 0.04, 0), 0.013, look) for s in (-1, 1)],
        *[rod((s * 0.09 - 0.024, 0.045, 0), (s * 0.09 + 0.024, 0.045, 0), 0.007, look) for s in (-1, 1)],
    )


@register("a pedestal washbasin with a tap")
def washbasin(*, width=0.58, depth=0.46, height=0.99, body="porcelain", paint=None, tap="chrome") -> Shape:
    look, metal = finish(body, paint), finish(tap)
    parts = [
        library_call("pedestal", height=0.7, look=look),
        transform_shape(library_call("bowl", look=look), translation_matrix((0, 0.68, 0.03))),
        transform_shape(library_call("tap", look=metal), translation_matrix((0, 0.855, -0.16))),
    ]
    return fitted(concat_shapes(*parts), width, height, depth)
