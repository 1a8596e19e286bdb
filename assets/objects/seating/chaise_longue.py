# /// asset
# word = "chaise longue"
# synonyms = ["chaise lounge", "chaise", "fainting couch", "recamier", "psychiatrist couch", "therapy couch"]
# phrase = "a chaise longue with one raised end and a bolster"
# category = "seating"
# support = "floor"
# clearance = {front = 0.5}
# [colors]
# paint = [0.596, 0.647, 0.525]
# [materials]
# upholstery = "sage green velvet"
# legs = "dark wood"
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


def taper(p0, p1, r0, r1, look):
    """A round leg that narrows from `r0` at `p0` to `r1` at `p1`."""
    return concat_shapes(
        primitive_call("cone", {"radius": r0, "p0": p0, "p1": p1}, color=look[0], material=look[1]),
        primitive_call("cylinder", {"radius": r1, "p0": p0, "p1": p1}, color=look[0], material=look[1]),
    )


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


@register("a turned leg")
def leg(height, look):
    return concat_shapes(
        taper((0, height, 0), (0, 0, 0), 0.034, 0.014, look), ball((0.028, 0.02, 0.028), (0, height * 0.55, 0), look)
    )


@register("the raised end to lean on")
def headrest(width, height, look):
    panel = pad((width, 0.14, height), (0, 0, -height / 2), look, edge=0.05)
    return concat_shapes(panel, rod((-width / 2, 0.06, -height), (width / 2, 0.06, -height), 0.09, look))


@register("a bolster cushion")
def bolster(length, radius, look):
    ends = [ball((0.02, radius, radius), (s * length / 2, radius, 0), look) for s in (-1, 1)]
    return concat_shapes(rod((-length / 2, radius, 0), (length / 2, radius, 0), radius, look), *ends)


@register("a chaise longue with one raised end and a bolster")
def chaise_longue(
    *, width=1.65, depth=0.72, height=0.82, upholstery="sage green velvet", paint=None, legs="dark wood"
) -> Shape:
    cloth, wood = finish(upholstery, paint), finish(legs)
    foot, long, wide = 0.16, 1.5, 0.72
    parts = [
        place("leg", at=(s * (wide / 2 - 0.07), 0, z), height=foot, look=wood) for s in (-1, 1) for z in (0.66, -0.62)
    ]
    parts.append(box((wide - 0.02, 0.12, long - 0.04), (0, foot, 0), cloth))
    parts.append(pad((wide, 0.16, long), (0, foot + 0.1, 0), cloth, edge=0.06))
    head = library_call("headrest", width=wide, height=0.5, look=cloth)
    tilt = translation_matrix((0, foot + 0.18, -long / 2 + 0.08)) @ rotation_matrix(1.0, (1, 0, 0), (0, 0, 0))
    parts.append(transform_shape(head, tilt))
    low_side = upright_pad((long * 0.62, 0.3, 0.12), (0, 0, 0), cloth, edge=0.05)
    turn = translation_matrix((-wide / 2 + 0.06, foot + 0.2, -0.28)) @ rotation_matrix(
        math.pi / 2, (0, 1, 0), (0, 0, 0)
    )
    parts.append(transform_shape(low_side, turn))
    parts.append(place("bolster", at=(0.05, foot + 0.25, -0.5), length=0.5, radius=0.085, look=cloth))
    lying = transform_shape(concat_shapes(*parts), rotation_matrix(math.pi / 2, (0, 1, 0), (0, 0, 0)))
    return fitted(lying, width, height, depth)
