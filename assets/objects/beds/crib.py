# /// asset
# word = "crib"
# synonyms = ["cot", "baby crib", "baby bed", "nursery crib", "infant bed", "baby cot"]
# category = "beds"
# support = "floor"
# clearance = {front = 0.6}
# colors = ["paint", "bedding_color"]
# materials = ["frame", "bedding"]
# ///
import math

from scene.language import *
from scene.language.modelling import ball, block, ellipsoid, finish, fitted, moved, pad, rod, rotated


@register("a slatted side")
def side(length, height, look):
    n = round(length / 0.085)
    bars = [
        rod((length / n * (i - (n - 1) / 2), 0.02, 0), (length / n * (i - (n - 1) / 2), height - 0.03, 0), 0.009, *look)
        for i in range(n)
    ]
    return concat_shapes(
        block((0, height - 0.05, 0), (length, 0.05, 0.03), *look), block((0, 0, 0), (length, 0.05, 0.03), *look), *bars
    )


@register("a post")
def post(height, look):
    return concat_shapes(block((0, 0, 0), (0.05, height, 0.05), *look), ball((0, height + 0.02, 0), 0.03, *look))


@register("a small teddy")
def teddy(look):
    parts = [ellipsoid((0, 0.06, 0), (0.06, 0.07, 0.055), *look), ellipsoid((0, 0.16, 0), (0.055, 0.052, 0.05), *look)]
    parts += [ellipsoid((s * 0.04, 0.205, 0), (0.02, 0.02, 0.012), *look) for s in (-1, 1)]
    return concat_shapes(*parts)


@register("a baby crib with slatted sides")
def crib(
    *,
    width=1.3,
    depth=0.74,
    height=0.98,
    frame="white wood",
    paint=None,
    bedding="mint green cotton",
    bedding_color=None,
) -> Shape:
    wood, cloth, white = finish(frame, paint), finish(bedding, bedding_color), finish("white cotton")
    x, z, tall = width / 2 - 0.025, depth / 2 - 0.025, 0.93
    parts = [place("post", at=(s * x, 0, t * z), height=tall, look=wood) for s in (-1, 1) for t in (-1, 1)]
    rail = tall - 0.27
    parts += [
        moved(library_call("side", length=2 * x - 0.05, height=rail, look=wood), (0, 0.25, t * z)) for t in (-1, 1)
    ]
    end = library_call("side", length=2 * z - 0.05, height=rail, look=wood)
    end = rotated(end, math.pi / 2)
    parts += [moved(end, (s * x, 0.25, 0)) for s in (-1, 1)]
    parts.append(block((0, 0.28, 0), (2 * x - 0.02, 0.03, 2 * z - 0.02), *wood))
    parts.append(pad((0, 0.31, 0), (2 * x - 0.07, 0.12, 2 * z - 0.07), *white, edge=0.03))
    parts.append(pad((0.24, 0.42, 0), (0.62, 0.06, 2 * z - 0.08), *cloth, edge=0.02))
    parts.append(pad((-0.42, 0.42, 0), (0.24, 0.08, 0.4), *cloth, edge=0.05))
    parts.append(place("teddy", at=(-0.2, 0.43, 0.1), look=finish("brown plush")))
    return fitted(concat_shapes(*parts), width, height, depth)
