# /// asset
# word = "canopy bed"
# synonyms = ["four-poster bed", "four poster", "poster bed", "draped bed", "princess bed", "four poster canopy bed"]
# category = "beds"
# support = "floor"
# clearance = {front = 0.6, left = 0.5, right = 0.5}
# colors = ["bedding_color", "paint", "drape_color"]
# materials = ["bedding", "frame", "drapes"]
# [variants]
# width = {"queen" = 1.75, "king" = 2.15, "twin" = 1.2, "full" = 1.55}
# draped = {"draped" = true, "with curtains" = true, "four poster" = true, "linen draped" = true}
# ///
import math

from scene.language import *
from scene.language.modelling import block, darker, ellipsoid, finish, fitted, moved, pad, rod


@register("a post with a turned finial")
def post(height, look):
    return concat_shapes(
        block((0, 0, 0), (0.08, 0.6, 0.08), *look),
        rod((0, 0.6, 0), (0, height - 0.06, 0), 0.028, *look),
        *[ellipsoid((0, y, 0), (0.042, 0.04, 0.042), *look) for y in (0.64, 1.05, height - 0.1)],
        ellipsoid((0, height - 0.05, 0), (0.04, 0.05, 0.04), *look),
    )


@register("a gathered curtain tied at a post")
def curtain(height, look):
    parts = []
    for i in range(5):
        x = 0.045 * (i - 2)
        parts.append(rod((x * 1.5, height, 0), (x * 0.55, height * 0.42, 0), 0.03, *look))
        parts.append(rod((x * 0.55, height * 0.42, 0), (x * 1.1, 0.0, 0), 0.032, *look))
    parts.append(ellipsoid((0, height * 0.42, 0), (0.075, 0.028, 0.05), darker(look[0], 0.75), look[1]))
    return concat_shapes(*parts)


@register("the headboard")
def headboard(width, height, look):
    return concat_shapes(
        block((0, 0, 0), (width, height, 0.04), *look), block((0, height, 0), (width * 0.5, 0.07, 0.04), *look)
    )


@register("a pillow")
def pillow(width, look):
    return concat_shapes(
        pad((0, 0, 0), (width, 0.13, 0.4), *look, edge=0.12),
        ellipsoid((0, 0.075, 0), (width * 0.36, 0.085, 0.15), *look),
    )


@register("the duvet")
def duvet(width, length, look):
    return concat_shapes(
        pad((0, 0, 0), (width, 0.12, length), *look, edge=0.06),
        *[pad((s * (width / 2 - 0.025), -0.17, 0), (0.05, 0.24, length - 0.04), *look, edge=0.025) for s in (-1, 1)],
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
    parts += [block((0, height - 0.12, t * z), (2 * x, 0.05, 0.035), *wood) for t in (-1, 1)]
    parts += [block((s * x, height - 0.12, 0), (0.035, 0.05, 2 * z), *wood) for s in (-1, 1)]
    parts += [block((s * x, 0.24, 0), (0.04, 0.2, 2 * z), *wood) for s in (-1, 1)]
    parts.append(block((0, 0.24, z), (2 * x, 0.2, 0.04), *wood))
    parts.append(place("headboard", at=(0, 0.3, -z), width=2 * x - 0.04, height=0.75, look=wood))
    w, length = width - 0.18, depth - 0.2
    parts.append(pad((0, 0.34, 0.02), (w, 0.28, length), *white, edge=0.05))
    parts.append(moved(library_call("duvet", width=w + 0.03, length=length - 0.52, look=linen), (0, 0.55, 0.26)))
    for s in (-1, 1):
        parts.append(
            moved(library_call("pillow", width=w / 2 - 0.05, look=white), (s * w / 4, 0.64, -z + 0.26), 0.5, (1, 0, 0))
        )
    if draped:
        parts += [
            moved(library_call("curtain", height=height - 0.16, look=veil), (s * x, 0.02, t * (z - 0.14)), math.pi / 2)
            for s in (-1, 1)
            for t in (-1, 1)
        ]
        parts.append(block((0, height - 0.07, 0), (2 * x + 0.04, 0.012, 2 * z + 0.04), *veil))
        n = 9
        parts += [
            ellipsoid((2 * x / n * (i - (n - 1) / 2), height - 0.1, z + 0.02), (x / n * 1.05, 0.09, 0.02), *veil)
            for i in range(n)
        ]
    return fitted(concat_shapes(*parts), width, height, depth)
