# /// asset
# word = "sectional sofa"
# synonyms = [
#     "sectional", "l-shaped sofa", "l shaped couch", "corner sofa", "modular sofa", "sectional couch",
#     "corner couch", "u-shaped sofa", "u-shaped couch",
# ]
# phrase = "an L-shaped sectional sofa with a chaise at one end"
# category = "seating"
# support = "floor"
# clearance = {front = 0.6}
# [colors]
# paint = [0.701, 0.705, 0.709]
# [materials]
# upholstery = "light gray fabric"
# legs = "dark wood"
# [variants.shape]
# "l shaped" = "left"
# "corner" = "left"
# "left" = "left"
# "right" = "right"
# "u shaped" = "both"
# "u shaped sofa" = "both"
# "u shaped couch" = "both"
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


@register("a block foot")
def foot(height, look):
    return box((0.07, height, 0.07), (0, 0, 0), look)


@register("a padded arm")
def arm(width, height, depth, look):
    return concat_shapes(
        box((width, height - 0.05, depth), (0, 0, 0), look),
        pad((width, 0.1, depth), (0, height - 0.1, 0), look, edge=0.04),
    )


@register("a plump seat cushion")
def seat_cushion(width, height, depth, look):
    return pad((width, height, depth), (0, 0, 0), look, edge=0.06)


@register("a plump back cushion")
def back_cushion(width, height, thickness, look):
    return upright_pad((width, height, thickness), (0, 0, 0), look, edge=0.09)


@register("an L-shaped sectional sofa with a chaise at one end")
def sectional_sofa(
    *,
    width=2.7,
    depth=1.7,
    height=0.82,
    shape="left",
    upholstery="light gray fabric",
    paint=None,
    legs="dark wood",
) -> Shape:
    cloth, wood = finish(upholstery, paint), finish(legs)
    low, base, arm_width = 0.06, 0.2, 0.18
    seat_depth = min(0.95, depth * 0.6)
    back_z = -depth / 2
    longs = {"left": (-1,), "right": (1,), "both": (-1, 1)}[shape]
    n = 4 if shape == "both" else 3
    each = (width - 2 * arm_width) / n
    parts = [
        box((width - 0.01, base, seat_depth), (0, low, back_z + seat_depth / 2), cloth),
        upright_pad((width - 0.05, height - low, 0.18), (0, low, back_z + 0.09), cloth, edge=0.07),
    ]
    for i in range(n):
        x = (i - (n - 1) / 2) * each
        reach = depth if (-1 in longs and i == 0) or (1 in longs and i == n - 1) else seat_depth
        if reach == depth:
            parts.append(box((each, base, depth - 0.02), (x, low, 0.01), cloth))
        parts.append(
            place(
                "seat_cushion",
                at=(x, low + base - 0.01, back_z + 0.17 + (reach - 0.17) / 2),
                width=each - 0.01,
                height=0.18,
                depth=reach - 0.17,
                look=cloth,
            )
        )
        rest = library_call(
            "back_cushion", width=each - 0.015, height=height - low - base - 0.14, thickness=0.21, look=cloth
        )
        lean = translation_matrix((x, low + base + 0.15, back_z + 0.25)) @ rotation_matrix(-0.12, (1, 0, 0), (0, 0, 0))
        parts.append(transform_shape(rest, lean))
    for s in (-1, 1):
        reach = depth * 0.62 if s in longs else seat_depth
        parts.append(
            place(
                "arm",
                at=(s * (width - arm_width) / 2, low, back_z + reach / 2),
                width=arm_width,
                height=0.58 - low,
                depth=reach,
                look=cloth,
            )
        )
        parts.append(place("foot", at=(s * (width / 2 - 0.07), 0, back_z + 0.07), height=low, look=wood))
        parts.append(place("foot", at=(s * (width / 2 - 0.07), 0, back_z + seat_depth - 0.07), height=low, look=wood))
        if s in longs:
            parts.append(
                place("foot", at=(s * (width / 2 - arm_width - 0.1), 0, depth / 2 - 0.1), height=low, look=wood)
            )
    return fitted(concat_shapes(*parts), width, height, depth)
