# /// asset
# word = "toilet"
# synonyms = ["wc", "lavatory", "commode toilet", "water closet", "loo"]
# phrase = "a toilet with a cistern, seat and lid"
# category = "bath"
# support = "floor"
# clearance = {front = 0.6}
# [colors]
# paint = [0.965, 0.961, 0.949]
# seat_color = [0.949, 0.949, 0.941]
# [materials]
# body = "porcelain"
# seat = "white plastic"
# [variants]
# open = {"open" = true}
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


def upright_pad(size, at, look, edge=None):
    """A stuffed slab standing on its edge: `size` is width, height, thickness."""
    flat = pad((size[0], size[2], size[1]), (0, -size[2] / 2, 0), look, edge)
    up = translation_matrix((at[0], at[1] + size[1] / 2, at[2]))
    return transform_shape(flat, up @ rotation_matrix(math.pi / 2, (1, 0, 0), (0, 0, 0)))


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


@register("the cistern with its button")
def cistern(look):
    return concat_shapes(
        pad((0.4, 0.33, 0.17), (0, 0, 0), look, edge=0.03),
        pad((0.42, 0.035, 0.19), (0, 0.325, 0), look, edge=0.015),
        rod((0, 0.36, 0), (0, 0.367, 0), 0.028, finish("chrome")),
    )


@register("the bowl on its foot")
def bowl(look):
    parts = [
        shell((0.105, 0.14), (0.1, 0.12), 0.16, (0, 0, -0.05), look, thickness=0.02, n=24),
        shell((0.1, 0.12), (0.17, 0.22), 0.17, (0, 0.155, 0), look, thickness=0.02, n=24),
    ]
    parts.append(shell((0.17, 0.22), (0.18, 0.235), 0.075, (0, 0.32, 0), look, thickness=0.02, n=24))
    parts.append(
        transform_shape(
            rod((0, 0.28, 0), (0, 0.3, 0), 1.0, (((0.75, 0.86, 0.9)), look[1])),
            scale_matrix((0.155, 1, 0.2), (0, 0, 0)),
        )
    )
    parts.append(
        transform_shape(rod((0, 0, -0.07), (0, 0.02, -0.07), 1.0, look), scale_matrix((0.12, 1, 0.16), (0, 0, 0)))
    )
    return concat_shapes(*parts)


@register("the seat ring")
def seat(look):
    return transform_shape(
        ring(0.155, 0.034, (0, 0, 0), look, n=28, stretch=1.3), scale_matrix((1, 0.45, 1), (0, 0, 0))
    )


@register("the lid")
def lid(look):
    return transform_shape(rod((0, 0, 0), (0, 0.022, 0), 1.0, look), scale_matrix((0.185, 1, 0.235), (0, 0, 0)))


@register("a toilet with a cistern, seat and lid")
def toilet(
    *,
    width=0.42,
    depth=0.7,
    height=0.78,
    open=True,
    body="porcelain",
    paint=None,
    seat="white plastic",
    seat_color=None,
) -> Shape:
    look, plastic = finish(body, paint), finish(seat, seat_color)
    parts = [
        transform_shape(library_call("bowl", look=look), translation_matrix((0, 0, 0.1))),
        box((0.2, 0.37, 0.26), (0, 0, -0.2), look),
        box((0.34, 0.04, 0.26), (0, 0.36, -0.19), look),
        transform_shape(library_call("cistern", look=look), translation_matrix((0, 0.4, -0.26))),
        transform_shape(library_call("seat", look=plastic), translation_matrix((0, 0.41, 0.1))),
    ]
    cover = library_call("lid", look=plastic)
    if open:
        cover = transform_shape(cover, translation_matrix((0, 0, 0.235)))
        parts.append(
            transform_shape(cover, translation_matrix((0, 0.42, -0.14)) @ rotation_matrix(-1.68, (1, 0, 0), (0, 0, 0)))
        )
    else:
        parts.append(transform_shape(cover, translation_matrix((0, 0.425, 0.1))))
    parts.append(rod((-0.06, 0.415, -0.13), (0.06, 0.415, -0.13), 0.014, finish("chrome")))
    return fitted(concat_shapes(*parts), width, height, depth)
