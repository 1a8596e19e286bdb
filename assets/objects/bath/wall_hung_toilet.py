# /// asset
# word = "wall-hung toilet"
# synonyms = ["wall-mounted toilet", "floating toilet", "hanging toilet", "back-to-wall toilet"]
# phrase = "a wall-hung toilet with a flush plate"
# category = "bath"
# support = "wall"
# clearance = {front = 0.6}
# [colors]
# paint = [0.965, 0.961, 0.949]
# [materials]
# body = "porcelain"
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


@register("the hanging bowl")
def bowl(look):
    parts = [
        shell((0.1, 0.13), (0.17, 0.25), 0.2, (0, 0, 0), look, thickness=0.02, n=24),
        shell((0.17, 0.25), (0.18, 0.265), 0.09, (0, 0.19, 0), look, thickness=0.02, n=24),
    ]
    water = transform_shape(
        rod((0, 0.15, 0), (0, 0.17, 0), 1.0, ((0.75, 0.86, 0.9), look[1])), scale_matrix((0.15, 1, 0.22), (0, 0, 0))
    )
    under = transform_shape(rod((0, 0, 0), (0, 0.02, 0), 1.0, look), scale_matrix((0.1, 1, 0.13), (0, 0, 0)))
    return concat_shapes(*parts, water, under, box((0.34, 0.2, 0.16), (0, 0.08, -0.2), look))


@register("the seat ring")
def seat(look):
    return transform_shape(
        ring(0.155, 0.034, (0, 0, 0), look, n=28, stretch=1.45), scale_matrix((1, 0.45, 1), (0, 0, 0))
    )


@register("the flush plate")
def flush_plate(look):
    return concat_shapes(
        box((0.25, 0.17, 0.012), (0, 0, 0), look),
        *[rod((s * 0.045, 0.085, 0.004), (s * 0.045, 0.085, 0.012), 0.035, finish("white plastic")) for s in (-1, 1)],
    )


@register("a wall-hung toilet with a flush plate")
def wall_hung_toilet(*, width=0.37, depth=0.56, height=0.82, body="porcelain", paint=None) -> Shape:
    look, plastic = finish(body, paint), finish("white plastic")
    parts = [
        library_call("bowl", look=look),
        transform_shape(library_call("seat", look=plastic), translation_matrix((0, 0.285, 0))),
    ]
    cover = transform_shape(rod((0, 0, 0.26), (0, 0.02, 0.26), 0.18, plastic), scale_matrix((1, 1, 1.4), (0, 0, 0.26)))
    parts.append(
        transform_shape(cover, translation_matrix((0, 0.29, -0.22)) @ rotation_matrix(-1.62, (1, 0, 0), (0, 0, 0)))
    )
    parts.append(place("flush_plate", at=(0, 0.8, -0.272), look=finish("chrome")))
    return fitted(concat_shapes(*parts), width, height, depth)
