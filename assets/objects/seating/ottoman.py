# /// asset
# word = "ottoman"
# synonyms = [
#     "footstool", "footrest", "cube ottoman", "hassock", "upholstered stool", "foot stool", "storage ottoman",
# ]
# phrase = "an upholstered ottoman with a buttoned top"
# category = "seating"
# support = "floor"
# [colors]
# paint = [0.788, 0.6, 0.173]
# [materials]
# upholstery = "mustard velvet"
# legs = "walnut"
# ///
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


@register("a short tapered leg")
def leg(height, look):
    return taper((0, height, 0), (0, 0, 0), 0.024, 0.013, look)


@register("the buttoned cushion on top")
def top(width, depth, look):
    dark = tuple(0.65 * c for c in look[0]), look[1]
    spots = [(x, z) for x in (-0.25, 0, 0.25) for z in (-0.25, 0, 0.25)]
    return concat_shapes(
        pad((width, 0.13, depth), (0, 0, 0), look, edge=0.05),
        *[ball((0.012, 0.007, 0.012), (x * width, 0.13, z * depth), dark) for x, z in spots],
    )


@register("an upholstered ottoman with a buttoned top")
def ottoman(*, width=0.6, depth=0.6, height=0.43, upholstery="mustard velvet", paint=None, legs="walnut") -> Shape:
    cloth, wood = finish(upholstery, paint), finish(legs)
    foot = 0.1
    parts = [
        place("leg", at=(s * (width / 2 - 0.07), 0, t * (depth / 2 - 0.07)), height=foot, look=wood)
        for s in (-1, 1)
        for t in (-1, 1)
    ]
    parts.append(box((width - 0.03, height - foot - 0.11, depth - 0.03), (0, foot, 0), cloth))
    parts.append(place("top", at=(0, height - 0.13, 0), width=width, depth=depth, look=cloth))
    return fitted(concat_shapes(*parts), width, height, depth)
