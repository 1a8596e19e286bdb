# /// asset
# word = "daybed"
# synonyms = ["day bed", "couch bed", "platform daybed", "reading bed"]
# stands_for = ["trundle bed"]
# category = "beds"
# support = "floor"
# clearance = {front = 0.6}
# colors = ["bedding_color", "paint"]
# materials = ["bedding", "frame"]
# ///
import math

from scene.language import *
from scene.language.modelling import block, ellipsoid, finish, fitted, moved, pad, rotated, upright_pad


@register("a slatted side")
def side(length, height, look):
    n = round(length / 0.12)
    bars = [block((length / n * (i - (n - 1) / 2), 0.03, 0), (0.022, height - 0.06, 0.02), *look) for i in range(n)]
    return concat_shapes(
        block((0, height - 0.05, 0), (length, 0.05, 0.035), *look),
        block((0, 0, 0), (length, 0.05, 0.035), *look),
        *bars,
    )


@register("a cushion")
def cushion(size, look):
    return concat_shapes(
        upright_pad((0, 0, 0), (size, size, 0.13), *look, edge=0.1),
        ellipsoid((0, size / 2, 0), (size * 0.36, size * 0.36, 0.085), *look),
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
    parts = [block((s * x, 0, t * z), (0.06, h, 0.06), *wood) for s in (-1, 1) for t, h in ((-1, height), (1, 0.68))]
    parts.append(moved(library_call("side", length=2 * x - 0.06, height=height - 0.34, look=wood), (0, 0.33, -z)))
    end = rotated(library_call("side", length=2 * z - 0.06, height=0.35, look=wood), math.pi / 2)
    parts += [moved(end, (s * x, 0.32, 0)) for s in (-1, 1)]
    parts.append(block((0, 0.2, 0), (2 * x, 0.14, 2 * z), *wood))
    parts.append(pad((0, 0.32, 0.01), (2 * x - 0.07, 0.18, 2 * z - 0.03), *cloth, edge=0.05))
    hues = ["mustard linen", "white linen", "slate linen", "mustard linen"]
    for px, word in zip((-0.72, -0.26, 0.26, 0.74), hues, strict=True):
        parts.append(
            moved(library_call("cushion", size=0.42, look=finish(word)), (px, 0.5, -z + 0.14), -0.2, (1, 0, 0))
        )
    return fitted(concat_shapes(*parts), width, height, depth)
