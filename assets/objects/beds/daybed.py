# /// asset
# word = "daybed"
# synonyms = ["day bed", "couch bed", "platform daybed", "reading bed"]
# stands_for = ["trundle bed"]
# phrase = "a daybed with three slatted sides, a mattress and cushions"
# category = "beds"
# support = "floor"
# clearance = {front = 0.6}
# [colors]
# bedding_color = [0.701, 0.705, 0.709]
# paint = [0.937, 0.925, 0.894]
# [materials]
# bedding = "light gray linen"
# frame = "white wood"
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


@register("a slatted side")
def side(length, height, look):
    n = round(length / 0.12)
    bars = [box((0.022, height - 0.06, 0.02), (length / n * (i - (n - 1) / 2), 0.03, 0), look) for i in range(n)]
    return concat_shapes(
        box((length, 0.05, 0.035), (0, height - 0.05, 0), look), box((length, 0.05, 0.035), (0, 0, 0), look), *bars
    )


@register("a cushion")
def cushion(size, look):
    return concat_shapes(
        upright_pad((size, size, 0.13), (0, 0, 0), look, edge=0.1),
        ball((size * 0.36, size * 0.36, 0.085), (0, size / 2, 0), look),
    )


@register("a daybed with three slatted sides, a mattress and cushions")
def daybed(
    *,
    width=2.05,
    depth=1.0,
    height=0.88,
    bedding="light gray linen",
    bedding_color=None,
    frame="white wood",
    paint=None,
) -> Shape:
    wood, cloth = finish(frame, paint), finish(bedding, bedding_color)
    x, z = width / 2 - 0.03, depth / 2 - 0.03
    parts = [box((0.06, h, 0.06), (s * x, 0, t * z), wood) for s in (-1, 1) for t, h in ((-1, height), (1, 0.68))]
    parts.append(
        transform_shape(
            library_call("side", length=2 * x - 0.06, height=height - 0.34, look=wood),
            translation_matrix((0, 0.33, -z)),
        )
    )
    end = transform_shape(
        library_call("side", length=2 * z - 0.06, height=0.35, look=wood),
        rotation_matrix(math.pi / 2, (0, 1, 0), (0, 0, 0)),
    )
    parts += [transform_shape(end, translation_matrix((s * x, 0.32, 0))) for s in (-1, 1)]
    parts.append(box((2 * x, 0.14, 2 * z), (0, 0.2, 0), wood))
    parts.append(pad((2 * x - 0.07, 0.18, 2 * z - 0.03), (0, 0.32, 0.01), cloth, edge=0.05))
    hues = ["mustard linen", "white linen", "slate linen", "mustard linen"]
    for px, word in zip((-0.72, -0.26, 0.26, 0.74), hues, strict=True):
        lean = translation_matrix((px, 0.5, -z + 0.14)) @ rotation_matrix(-0.2, (1, 0, 0), (0, 0, 0))
        parts.append(transform_shape(library_call("cushion", size=0.42, look=finish(word)), lean))
    return fitted(concat_shapes(*parts), width, height, depth)
