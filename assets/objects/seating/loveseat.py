# /// asset
# word = "loveseat"
# synonyms = ["love seat", "two seater sofa", "two-seat sofa", "apartment sofa", "visitor sofa"]
# phrase = "a compact two-seat sofa with scrolled arms"
# category = "seating"
# support = "floor"
# clearance = {front = 0.6}
# [colors]
# paint = [0.765, 0.545, 0.541]
# [materials]
# upholstery = "dusty rose velvet"
# legs = "dark wood"
# [variants]
# tufted = {"tufted" = true, "button tufted" = true}
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


@register("a turned bun foot")
def foot(height, look):
    return ball((0.04, height / 2, 0.04), (0, height / 2, 0), look)


@register("an arm that rolls outward")
def scroll_arm(width, height, depth, look):
    r = width / 2
    return concat_shapes(
        box((width * 0.62, height - r, depth), (-width * 0.1, 0, 0), look),
        rod((0, height - r, -depth / 2), (0, height - r, depth / 2), r, look),
    )


@register("a plump seat cushion")
def seat_cushion(width, height, depth, look):
    return pad((width, height, depth), (0, 0, 0), look, edge=0.06)


@register("the padded back")
def back(width, height, tufted, look):
    dark = tuple(0.7 * c for c in look[0]), look[1]
    parts = [
        box((width, height - 0.08, 0.16), (0, 0, 0), look),
        rod((-width / 2, height - 0.09, 0), (width / 2, height - 0.09, 0), 0.09, look),
    ]
    if tufted:
        spots = [(x, y) for y in (0.48, 0.72) for x in (-0.36, -0.18, 0, 0.18, 0.36)]
        parts += [ball((0.018, 0.018, 0.012), (x * width, y * height, 0.08), dark) for x, y in spots]
    return concat_shapes(*parts)


@register("a compact two-seat sofa with scrolled arms")
def loveseat(
    *,
    width=1.5,
    depth=0.85,
    height=0.86,
    tufted=True,
    upholstery="dusty rose velvet",
    paint=None,
    legs="dark wood",
) -> Shape:
    cloth, wood = finish(upholstery, paint), finish(legs)
    low, arm_width = 0.09, 0.2
    inner = width - 1.7 * arm_width
    parts = [
        place("foot", at=(s * (width / 2 - 0.12), 0, t * (depth / 2 - 0.07)), height=low, look=wood)
        for t in (1, -1)
        for s in (-1, 1)
    ]
    parts.append(box((width - 0.14, 0.17, depth - 0.03), (0, low, 0), cloth))
    right = library_call("scroll_arm", width=arm_width, height=0.62 - low, depth=depth - 0.02, look=cloth)
    right = transform_shape(right, translation_matrix(((width - arm_width) / 2, low, 0.01)))
    parts += [right, transform_shape(right, reflection_matrix((0, 0, 0), (1, 0, 0)))]
    parts.append(
        transform_shape(
            library_call("back", width=width - 0.16, height=height - low, tufted=tufted, look=cloth),
            translation_matrix((0, low, -depth / 2 + 0.09)),
        )
    )
    parts += [
        place(
            "seat_cushion",
            at=(s * inner / 4, low + 0.16, 0.095),
            width=inner / 2 - 0.006,
            height=0.17,
            depth=depth - 0.17,
            look=cloth,
        )
        for s in (-1, 1)
    ]
    return fitted(concat_shapes(*parts), width, height, depth)
