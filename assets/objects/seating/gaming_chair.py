# /// asset
# word = "gaming chair"
# synonyms = ["gamer chair", "racing chair", "racing style chair", "esports chair", "racing seat chair"]
# phrase = "a racing-style gaming chair with side wings and head pillow"
# category = "seating"
# support = "floor"
# clearance = {back = 0.4}
# [colors]
# accent = [0.72, 0.14, 0.16]
# body_color = [0.129, 0.122, 0.122]
# [materials]
# body = "black leather"
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


@register("a twin castor")
def castor(look):
    return concat_shapes(*[rod((s * 0.008, 0.03, 0), (s * 0.026, 0.03, 0), 0.03, look) for s in (-1, 1)])


@register("the five-star foot with its gas lift")
def star_base(radius, height, look):
    parts = [rod((0, 0.09, 0), (0, height, 0), 0.026, look)]
    for i in range(5):
        angle = 2 * math.pi * i / 5 + math.pi / 2
        x, z = radius * math.cos(angle), radius * math.sin(angle)
        parts.append(rod((0, 0.11, 0), (x, 0.075, z), 0.02, look))
        wheel = transform_shape(library_call("castor", look=look), rotation_matrix(-angle, (0, 1, 0), (0, 0, 0)))
        parts.append(transform_shape(wheel, translation_matrix((x, 0, z))))
    return concat_shapes(*parts)


@register("the tall bucket back with wings")
def back(width, height, hide, accent):
    parts = [
        upright_pad((width * 0.74, height, 0.09), (0, 0, 0), hide, edge=0.04),
        upright_pad((width * 0.5, height * 0.22, 0.05), (0, height * 0.1, 0.055), accent, edge=0.04),
        upright_pad((width * 0.4, height * 0.17, 0.06), (0, height * 0.8, 0.06), accent, edge=0.04),
        box((0.03, height * 0.5, 0.012), (0, height * 0.3, 0.042), accent),
    ]
    for s in (-1, 1):
        for low, tall, wide in ((0.02, 0.34, 0.5), (0.4, 0.4, 0.5)):
            wing = upright_pad((width * 0.2, height * tall, 0.13), (0, 0, 0), accent, edge=0.05)
            turn = rotation_matrix(-s * 0.45, (0, 1, 0), (0, 0, 0))
            parts.append(
                transform_shape(wing, translation_matrix((s * width * (wide - 0.12), height * low, 0.03)) @ turn)
            )
        parts.append(
            upright_pad((width * 0.12, height * 0.16, 0.08), (s * width * 0.33, height * 0.82, 0), hide, edge=0.04)
        )
    return concat_shapes(*parts)


@register("an armrest on a post")
def armrest(look):
    return concat_shapes(
        box((0.04, 0.2, 0.06), (0, 0, 0), look), pad((0.09, 0.04, 0.28), (0, 0.2, 0.02), look, edge=0.02)
    )


@register("a racing-style gaming chair with side wings and head pillow")
def gaming_chair(
    *, width=0.7, depth=0.7, height=1.3, accent=(0.72, 0.14, 0.16), body="black leather", body_color=None
) -> Shape:
    hide, dark = finish(body, body_color), finish("black plastic")
    stripe = accent, hide[1]
    seat_y = 0.42
    parts = [library_call("star_base", radius=min(width, depth) / 2 - 0.035, height=seat_y, look=dark)]
    parts.append(box((0.26, 0.05, 0.3), (0, seat_y - 0.03, 0), dark))
    parts.append(pad((0.4, 0.11, 0.5), (0, seat_y, 0.03), hide, edge=0.05))
    parts += [pad((0.11, 0.15, 0.48), (s * 0.22, seat_y, 0.03), stripe, edge=0.05) for s in (-1, 1)]
    upright = library_call("back", width=0.56, height=height - seat_y - 0.08, hide=hide, accent=stripe)
    parts.append(
        transform_shape(
            upright, translation_matrix((0, seat_y + 0.08, -0.19)) @ rotation_matrix(-0.13, (1, 0, 0), (0, 0, 0))
        )
    )
    parts += [place("armrest", at=(s * (width / 2 - 0.045), seat_y + 0.02, 0.02), look=dark) for s in (-1, 1)]
    parts.append(box((width - 0.1, 0.03, 0.08), (0, seat_y + 0.01, 0), dark))
    return fitted(concat_shapes(*parts), width, height, depth)
