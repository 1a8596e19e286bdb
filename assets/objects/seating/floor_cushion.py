# /// asset
# word = "floor cushion"
# synonyms = ["floor pillow", "meditation cushion", "zabuton", "zafu", "floor seat"]
# phrase = "a square floor cushion with a buttoned middle"
# category = "seating"
# support = "floor"
# [colors]
# paint = [0.133, 0.188, 0.353]
# [materials]
# upholstery = "navy cotton"
# [variants]
# shape = {"round" = "round", "circular" = "round", "square" = "square"}
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


@register("the piping along the seam")
def piping(radius, height, look):
    return ring(radius, 0.006, (0, height, 0), look, n=32)


@register("a square floor cushion with a buttoned middle")
def floor_cushion(
    *, width=0.62, depth=0.62, height=0.16, shape="square", upholstery="navy cotton", paint=None
) -> Shape:
    cloth = finish(upholstery, paint)
    trim = tuple(min(1.0, 0.55 * c + 0.32) for c in cloth[0]), cloth[1]
    if shape == "round":
        parts = [
            rod((0, 0.01, 0), (0, 0.14, 0), 0.25, cloth),
            ring(0.25, 0.07, (0, 0.075, 0), cloth, n=36),
            library_call("piping", radius=0.3, height=0.125, look=trim),
            library_call("piping", radius=0.3, height=0.025, look=trim),
            ball((0.025, 0.01, 0.025), (0, 0.142, 0), trim),
        ]
        return fitted(concat_shapes(*parts), width, height, depth)
    spots = [(0.2 * i, 0.2 * j) for i in (-1, 0, 1) for j in (-1, 0, 1)]
    parts = [pad((0.6, 0.09, 0.6), (0, 0.01, 0), cloth, edge=0.05)]
    parts += [pad((0.215, 0.14, 0.215), (x, 0, z), cloth, edge=0.06) for x, z in spots]
    parts += [ball((0.014, 0.01, 0.014), (0.1 * s, 0.115, 0.1 * t), trim) for s in (-1, 1) for t in (-1, 1)]
    return fitted(concat_shapes(*parts), width, height, depth)
