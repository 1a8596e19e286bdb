# /// asset
# word = "canopy bed"
# synonyms = ["four-poster bed", "four poster", "poster bed", "draped bed", "princess bed", "four poster canopy bed"]
# phrase = "a four-poster canopy bed with draped curtains"
# category = "beds"
# support = "floor"
# clearance = {front = 0.6, left = 0.5, right = 0.5}
# [colors]
# bedding_color = [1, 1, 0.941]
# paint = [0.388, 0.263, 0.188]
# drape_color = [0.957, 0.953, 0.937]
# [materials]
# bedding = "ivory linen"
# frame = "walnut"
# drapes = "white linen"
# [variants]
# width = {"queen" = 1.75, "king" = 2.15, "twin" = 1.2, "full" = 1.55}
# draped = {"draped" = true, "with curtains" = true, "four poster" = true, "linen draped" = true}
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


@register("a post with a turned finial")
def post(height, look):
    return concat_shapes(
        box((0.08, 0.6, 0.08), (0, 0, 0), look),
        rod((0, 0.6, 0), (0, height - 0.06, 0), 0.028, look),
        *[ball((0.042, 0.04, 0.042), (0, y, 0), look) for y in (0.64, 1.05, height - 0.1)],
        ball((0.04, 0.05, 0.04), (0, height - 0.05, 0), look),
    )


@register("a gathered curtain tied at a post")
def curtain(height, look):
    parts = []
    for i in range(5):
        x = 0.045 * (i - 2)
        parts.append(rod((x * 1.5, height, 0), (x * 0.55, height * 0.42, 0), 0.03, look))
        parts.append(rod((x * 0.55, height * 0.42, 0), (x * 1.1, 0.0, 0), 0.032, look))
    parts.append(ball((0.075, 0.028, 0.05), (0, height * 0.42, 0), (tuple(0.75 * c for c in look[0]), look[1])))
    return concat_shapes(*parts)


@register("the headboard")
def headboard(width, height, look):
    return concat_shapes(
        box((width, height, 0.04), (0, 0, 0), look), box((width * 0.5, 0.07, 0.04), (0, height, 0), look)
    )


@register("a pillow")
def pillow(width, look):
    return concat_shapes(
        pad((width, 0.13, 0.4), (0, 0, 0), look, edge=0.12), ball((width * 0.36, 0.085, 0.15), (0, 0.075, 0), look)
    )


@register("the duvet")
def duvet(width, length, look):
    return concat_shapes(
        pad((width, 0.12, length), (0, 0, 0), look, edge=0.06),
        *[pad((0.05, 0.24, length - 0.04), (s * (width / 2 - 0.025), -0.17, 0), look, edge=0.025) for s in (-1, 1)],
    )


@register("a four-poster canopy bed with draped curtains")
def canopy_bed(
    *,
    width=1.75,
    depth=2.15,
    height=2.15,
    draped=True,
    bedding="ivory linen",
    bedding_color=None,
    frame="walnut",
    paint=None,
    drapes="white linen",
    drape_color=None,
) -> Shape:
    wood, linen, white = finish(frame, paint), finish(bedding, bedding_color), finish("white cotton")
    veil = finish(drapes, drape_color)
    x, z = width / 2 - 0.06, depth / 2 - 0.06
    parts = [place("post", at=(s * x, 0, t * z), height=height, look=wood) for s in (-1, 1) for t in (-1, 1)]
    parts += [box((2 * x, 0.05, 0.035), (0, height - 0.12, t * z), wood) for t in (-1, 1)]
    parts += [box((0.035, 0.05, 2 * z), (s * x, height - 0.12, 0), wood) for s in (-1, 1)]
    parts += [box((0.04, 0.2, 2 * z), (s * x, 0.24, 0), wood) for s in (-1, 1)]
    parts.append(box((2 * x, 0.2, 0.04), (0, 0.24, z), wood))
    parts.append(place("headboard", at=(0, 0.3, -z), width=2 * x - 0.04, height=0.75, look=wood))
    w, length = width - 0.18, depth - 0.2
    parts.append(pad((w, 0.28, length), (0, 0.34, 0.02), white, edge=0.05))
    parts.append(
        transform_shape(
            library_call("duvet", width=w + 0.03, length=length - 0.52, look=linen), translation_matrix((0, 0.55, 0.26))
        )
    )
    for s in (-1, 1):
        lean = translation_matrix((s * w / 4, 0.64, -z + 0.26)) @ rotation_matrix(0.5, (1, 0, 0), (0, 0, 0))
        parts.append(transform_shape(library_call("pillow", width=w / 2 - 0.05, look=white), lean))
    if draped:
        parts += [
            transform_shape(
                library_call("curtain", height=height - 0.16, look=veil),
                translation_matrix((s * x, 0.02, t * (z - 0.14))) @ rotation_matrix(math.pi / 2, (0, 1, 0), (0, 0, 0)),
            )
            for s in (-1, 1)
            for t in (-1, 1)
        ]
        parts.append(box((2 * x + 0.04, 0.012, 2 * z + 0.04), (0, height - 0.07, 0), veil))
        n = 9
        parts += [
            ball((x / n * 1.05, 0.09, 0.02), (2 * x / n * (i - (n - 1) / 2), height - 0.1, z + 0.02), veil)
            for i in range(n)
        ]
    return fitted(concat_shapes(*parts), width, height, depth)
