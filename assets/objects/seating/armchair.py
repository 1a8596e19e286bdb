# /// asset
# word = "armchair"
# synonyms = [
#     "easy chair", "club chair", "upholstered chair", "sofa chair", "reading chair", "accent chair", "single sofa",
#     "slipcovered chair",
# ]
# phrase = "an upholstered armchair with padded arms and a loose seat cushion"
# category = "seating"
# support = "floor"
# clearance = {front = 0.6}
# [colors]
# paint = [0.741, 0.392, 0.263]
# [materials]
# upholstery = "terracotta fabric"
# legs = "walnut"
# [variants]
# swivel = {"swivel" = true, "rotating" = true}
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


@register("a short tapered leg")
def leg(height, look):
    return taper((0, height, 0), (0, 0, 0), 0.026, 0.014, look)


@register("a disc foot that turns")
def swivel_base(radius, height, look):
    return concat_shapes(rod((0, 0, 0), (0, 0.02, 0), radius, look), rod((0, 0.02, 0), (0, height, 0), 0.05, look))


@register("a padded arm")
def arm(width, height, depth, look):
    r = width / 2
    return concat_shapes(
        box((width, height - r, depth), (0, 0, 0), look),
        rod((0, height - r, -depth / 2), (0, height - r, depth / 2), r, look),
    )


@register("a plump seat cushion")
def seat_cushion(width, height, depth, look):
    return pad((width, height, depth), (0, 0, 0), look, edge=0.06)


@register("a plump back cushion")
def back_cushion(width, height, thickness, look):
    return upright_pad((width, height, thickness), (0, 0, 0), look, edge=0.09)


@register("an upholstered armchair with padded arms and a loose seat cushion")
def armchair(
    *, width=0.85, depth=0.85, height=0.85, swivel=False, upholstery="terracotta fabric", paint=None, legs="walnut"
) -> Shape:
    cloth, wood = finish(upholstery, paint), finish(legs)
    foot, arm_width, arm_height = 0.13, 0.15, height * 0.68
    inner = width - 2 * arm_width
    parts = (
        [library_call("swivel_base", radius=0.27, height=foot, look=finish("chrome"))]
        if swivel
        else [
            place("leg", at=(s * (width / 2 - 0.08), 0, t * (depth / 2 - 0.08)), height=foot, look=wood)
            for t in (1, -1)
            for s in (-1, 1)
        ]
    )
    parts.append(box((width - 0.02, 0.14, depth - 0.03), (0, foot, 0), cloth))
    parts += [
        place(
            "arm",
            at=(s * (width - arm_width) / 2, foot, 0),
            width=arm_width,
            height=arm_height - foot,
            depth=depth,
            look=cloth,
        )
        for s in (-1, 1)
    ]
    parts.append(upright_pad((inner + 0.02, height - foot, 0.16), (0, foot, -depth / 2 + 0.08), cloth, edge=0.07))
    parts.append(
        place(
            "seat_cushion", at=(0, foot + 0.13, 0.075), width=inner - 0.01, height=0.17, depth=depth - 0.15, look=cloth
        )
    )
    rest = library_call("back_cushion", width=inner - 0.02, height=height - foot - 0.26, thickness=0.2, look=cloth)
    lean = translation_matrix((0, foot + 0.28, -depth / 2 + 0.23)) @ rotation_matrix(-0.13, (1, 0, 0), (0, 0, 0))
    parts.append(transform_shape(rest, lean))
    return fitted(concat_shapes(*parts), width, height, depth)
