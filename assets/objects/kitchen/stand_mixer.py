# /// asset
# word = "stand mixer"
# synonyms = ["kitchen mixer", "food mixer", "cake mixer", "dough mixer", "planetary mixer", "mixer"]
# phrase = "a stand mixer with a steel bowl under its tilting head"
# category = "kitchen"
# support = "surface"
# [colors]
# paint = [0.588, 0.125, 0.173]
# [materials]
# body = "cherry red enamel"
# bowl = "stainless steel"
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


def pad(size, at, look, edge=None):
    """A stuffed slab with a round rim, underside at `at`; `edge` is how far the rounding reaches inward."""
    w, h, d = size
    r = h / 2
    k = min((edge or r) / r, 0.98 * w / h, 0.98 * d / h)
    x, z = w / 2 / k - r, d / 2 / k - r
    parts = [box((2 * x, h, 2 * z), (0, -r, 0), look)]
    for s in (-1, 1):
        parts += [rod((-x, 0, s * z), (x, 0, s * z), r, look), rod((s * x, 0, -z), (s * x, 0, z), r, look)]
        parts += [ball((r, r, r), (s * x, 0, t * z), look) for t in (-1, 1)]
    return transform_shape(
        concat_shapes(*parts), translation_matrix((at[0], at[1] + r, at[2])) @ scale_matrix((k, 1, k), (0, 0, 0))
    )


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


@register("the mixing bowl")
def bowl(look):
    return concat_shapes(
        shell((0.075, 0.075), (0.11, 0.11), 0.07, (0, 0.05, 0), look, thickness=0.005, n=22),
        shell((0.11, 0.11), (0.115, 0.115), 0.08, (0, 0.12, 0), look, thickness=0.005, n=22),
        rod((0, 0.03, 0), (0, 0.055, 0), 0.075, look),
        rod((0, 0, 0), (0, 0.035, 0), 0.055, look),
        ring(0.116, 0.005, (0, 0.2, 0), look, n=22),
    )


@register("the beater")
def beater(look):
    return concat_shapes(rod((0, 0, 0), (0, 0.09, 0), 0.008, look), ball((0.045, 0.05, 0.01), (0, -0.03, 0), look))


@register("the motor head")
def head(look, metal):
    return concat_shapes(
        pad((0.13, 0.14, 0.36), (0, 0, 0), look, edge=0.05),
        ball((0.062, 0.066, 0.06), (0, 0.07, 0.15), look),
        rod((0, 0.07, 0.18), (0, 0.07, 0.215), 0.032, metal),
        box((0.132, 0.012, 0.3), (0, 0.055, 0), metal),
        rod((0, -0.02, 0.1), (0, 0.02, 0.1), 0.04, metal),
        rod((0.06, 0.085, -0.05), (0.075, 0.085, -0.05), 0.014, finish("black plastic")),
    )


@register("a stand mixer with a steel bowl under its tilting head")
def stand_mixer(
    *, width=0.24, depth=0.4, height=0.37, body="cherry red enamel", paint=None, bowl="stainless steel"
) -> Shape:
    look, steel, metal = finish(body, paint), finish(bowl), finish("chrome")
    parts = [
        pad((0.2, 0.035, 0.36), (0, 0, 0.02), look, edge=0.017),
        box((0.11, 0.25, 0.1), (0, 0.02, -0.13), look),
        rod((0, 0.02, -0.1), (0, 0.26, -0.1), 0.055, look),
        transform_shape(library_call("head", look=look, metal=metal), translation_matrix((0, 0.235, -0.01))),
        transform_shape(library_call("bowl", look=steel), translation_matrix((0, 0.033, 0.08))),
        transform_shape(library_call("beater", look=steel), translation_matrix((0, 0.15, 0.09))),
    ]
    return fitted(concat_shapes(*parts), width, height, depth)
