# /// asset
# word = "blanket"
# synonyms = [
#     "throw", "throw blanket", "folded blanket", "wool blanket", "folded throw", "afghan", "fleece",
# ]
# stands_for = [
#     "quilt", "comforter", "bedspread", "duvet", "bed sheet", "bedsheet", "fitted sheet", "bed linen",
#     "bed linens",
# ]
# category = "textiles"
# support = "surface"
# colors = ["cloth", "stripe"]
# materials = ["fabric"]
# [variants.rolled]
# "rolled" = true
# "rolled up" = true
# ///
import math

from scene.language import *
from scene.language.modelling import box, darker, ellipsoid, moved, rod


@register("one layer of the cloth, soft at every edge")
def fold(*, width, depth, thick, cloth, stripe, material):
    r = thick / 2
    x, z = width / 2 - r, depth / 2 - r
    bands = ((-0.34, 0.05), (-0.27, 0.02), (0.27, 0.02), (0.34, 0.05))
    parts = [
        box((0, r, 0), (2 * x, thick, 2 * z), cloth, material),
    ]
    for s in (-1, 1):
        parts += [rod((-x, r, s * z), (x, r, s * z), r, cloth, material)]
        parts += [rod((s * x, r, -z), (s * x, r, z), r, cloth, material)]
        parts += [ellipsoid((s * x, r, t * z), (r, r, r), cloth, material) for t in (-1, 1)]
    for at, share in bands:
        a, b = (at - share / 2) * width, (at + share / 2) * width
        parts.append(box(((a + b) / 2, r + 0.0006, 0), (b - a, thick * 1.06, 2 * z), stripe, material))
        parts += [rod((a, r, s * z), (b, r, s * z), r * 1.06, stripe, material) for s in (-1, 1)]
    return concat_shapes(*parts)


@register("the fringe, hanging in soft tassels from one end")
def fringe(*, depth, length, tone):
    count = 30

    def tassel(i):
        lean = 0.1 + 0.09 * math.sin(2.4 * i)
        knot, hang = depth / count * 0.42, length * (0.9 + 0.1 * math.sin(1.7 * i))
        one = concat_shapes(
            ellipsoid((0, 0, 0), (knot * 0.8, knot * 0.8, knot * 0.8), tone, {"roughness": 1.0}),
            ellipsoid((0, -hang * 0.5, 0), (knot * 0.8, hang * 0.5, knot), tone, {"roughness": 1.0}),
        )
        turn = rotation_matrix(lean, (0, 0, 1), (0, 0, 0))
        return transform_shape(one, translation_matrix((0, 0, (i - (count - 1) / 2) * depth / count)) @ turn)

    return loop(count, tassel)


@register("a rolled-up blanket")
def rolled_up(*, width, radius, cloth, stripe, material):
    coils = [
        rod((-width / 2 - 0.001 * i, radius, 0), (width / 2 + 0.001 * i, radius, 0), radius * r, tone, material)
        for i, (r, tone) in enumerate(
            (
                (1.0, cloth),
                (0.86, darker(cloth, 0.6)),
                (0.78, cloth),
                (0.58, darker(cloth, 0.6)),
                (0.5, cloth),
                (0.28, darker(cloth, 0.6)),
                (0.2, cloth),
            )
        )
    ]
    bands = [
        rod((x - 0.02, radius, 0), (x + 0.02, radius, 0), radius * 1.015, stripe, material)
        for x in (-width * 0.3, width * 0.3)
    ]
    return concat_shapes(*coils, *bands)


@register("a folded woollen blanket with stripes and a fringe")
def blanket(
    *,
    width=0.5,
    depth=0.36,
    height=0.15,
    cloth=(0.72, 0.36, 0.3),
    stripe=(0.93, 0.88, 0.78),
    fabric="wool",
    rolled=False,
):
    material = surface(fabric)[1]
    if rolled:
        return library_call(
            "rolled_up", width=width, radius=height / 2 / 1.015, cloth=cloth, stripe=stripe, material=material
        )
    thick, gap = height / 4.2, 0.02
    layers = (
        (0.0, 0.0, 0.97, 1.08),
        (0.012, 0.02, 0.94, 0.95),
        (-0.008, -0.016, 0.98, 1.05),
        (0.004, 0.012, 0.95, 1.0),
    )
    parts, y = [], 0.0
    for shift, turn, share, puff in layers:
        layer = library_call(
            "fold",
            width=(width - gap) * share,
            depth=depth * share,
            thick=thick * puff,
            cloth=cloth,
            stripe=stripe,
            material=material,
        )
        parts.append(moved(layer, (shift * 0.5, y, shift), turn))
        y += thick * puff * 0.97
    tassels = library_call("fringe", depth=depth * 0.84, length=thick * 1.4, tone=stripe)
    for x, level in ((0.474, 3.45), (0.487, 1.5)):
        parts.append(moved(tassels, (width * x - gap / 2, thick * level, 0)))
    whole = concat_shapes(*parts)
    low, high = compute_shape_min(whole), compute_shape_max(whole)
    fit = scale_matrix((width / (high[0] - low[0]), height / (high[1] - low[1]), depth / (high[2] - low[2])), (0, 0, 0))
    middle = (-(low[0] + high[0]) / 2, -low[1], -(low[2] + high[2]) / 2)
    return transform_shape(whole, fit @ translation_matrix(middle))
