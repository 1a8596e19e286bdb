# /// asset
# word = "kids chair"
# synonyms = [
#     "toddler chair", "child chair", "children's chair", "child-sized chair", "nursery chair", "kid's chair",
#     "preschool chair",
# ]
# phrase = "a small bright children's chair with round-topped back"
# category = "seating"
# support = "floor"
# [colors]
# paint = [0.925, 0.761, 0.235]
# [materials]
# body = "yellow plastic"
# legs = "beech"
# ///
import math

from scene.language import *


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


def finish(word, paint=None):
    """The look of a material: its own colour, or `paint` where one is given."""
    color, material = surface(word)
    return (color if paint is None else paint), material


def fitted(shape, width, height, depth):
    """The shape stretched to exactly its stated size, its base centred on the origin."""
    low, size = compute_shape_min(shape), compute_shape_sizes(shape)
    middle = translation_matrix((-low[0] - size[0] / 2, -low[1], -low[2] - size[2] / 2))
    return transform_shape(
        shape, scale_matrix((width / size[0], height / size[1], depth / size[2]), (0, 0, 0)) @ middle
    )


@register("a chunky round leg")
def leg(foot, top, look):
    return rod(foot, top, 0.02, look)


@register("the small seat")
def seat(look):
    return pad((0.31, 0.035, 0.3), (0, 0, 0), look, edge=0.04)


@register("a back with a heart-like pair of holes")
def back(look, frame):
    dark = tuple(0.45 * c for c in look[0]), look[1]
    return concat_shapes(
        *[rod((s * 0.11, 0, 0), (s * 0.11, 0.2, 0), 0.016, frame) for s in (-1, 1)],
        upright_pad((0.3, 0.15, 0.03), (0, 0.09, 0), look, edge=0.07),
        rod((0, 0.165, -0.016), (0, 0.165, 0.016), 0.025, dark),
    )


@register("a small bright children's chair with round-topped back")
def kids_chair(*, width=0.33, depth=0.34, height=0.55, body="yellow plastic", paint=None, legs="beech") -> Shape:
    bright, wood = finish(body, paint), finish(legs)
    corners = [(s, t) for s in (-1, 1) for t in (-1, 1)]
    parts = [
        library_call("leg", foot=(0.135 * s, 0, 0.135 * t), top=(0.11 * s, 0.29, 0.11 * t), look=wood)
        for s, t in corners
    ]
    parts.append(place("seat", at=(0, 0.28, 0), look=bright))
    rest = library_call("back", look=bright, frame=wood)
    parts.append(
        transform_shape(rest, translation_matrix((0, 0.3, -0.13)) @ rotation_matrix(-0.12, (1, 0, 0), (0, 0, 0)))
    )
    return fitted(concat_shapes(*parts), width, height, depth)
