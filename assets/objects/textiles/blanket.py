# /// asset
# word = "blanket"
# synonyms = ["throw", "throw blanket", "folded blanket", "wool blanket", "quilt", "comforter", "folded throw",
#   "bedspread", "duvet"]
# phrase = "a folded woollen blanket with stripes and a fringe"
# category = "textiles"
# support = "surface"
# [colors]
# cloth = [0.72, 0.36, 0.3]
# stripe = [0.93, 0.88, 0.78]
# [materials]
# fabric = "wool"
# [variants.rolled]
# "rolled" = true
# "rolled up" = true
# ///
from scene.language import *


def box(center, size, color, material=None):
    return transform_shape(
        primitive_call("cube", {"scale": size}, color=color, material=material), translation_matrix(center)
    )


def rod(start, end, radius, color, material=None):
    return primitive_call("cylinder", {"radius": radius, "p0": start, "p1": end}, color=color, material=material)


def ellipsoid(center, radii, color, material=None):
    unit = primitive_call("sphere", {"radius": 1.0}, color=color, material=material)
    return transform_shape(unit, translation_matrix(center) @ scale_matrix(radii, (0, 0, 0)))


@register("one fold of the cloth, rounded at the front")
def fold(*, width, depth, thick, cloth, stripe, material):
    r = thick / 2
    bands = ((-0.34, 0.05), (-0.26, 0.02), (0.26, 0.02), (0.34, 0.05))

    def piece(x, wide, tone, grow):
        return concat_shapes(
            box((x, r, -r / 2), (wide, thick * grow, depth - r), tone, material),
            rod((x - wide / 2, r, depth / 2 - r), (x + wide / 2, r, depth / 2 - r), r * grow, tone, material),
        )

    return concat_shapes(piece(0, width, cloth, 1.0), *[piece(x * width, w * width, stripe, 1.04) for x, w in bands])


@register("the fringe at one end of a fold")
def fringe(*, depth, length, thick, tone):
    count = 13
    return loop(
        count,
        lambda i: rod(
            (0, 0, (i - (count - 1) / 2) * depth / count),
            (length, -thick * 0.12 * (i % 3), (i - (count - 1) / 2) * depth / count),
            depth / count * 0.15,
            tone,
        ),
    )


@register("a rolled-up blanket")
def rolled_up(*, width, radius, cloth, stripe, material):
    coils = [
        rod((-width / 2 - 0.001 * i, radius, 0), (width / 2 + 0.001 * i, radius, 0), radius * r, tone, material)
        for i, (r, tone) in enumerate(
            (
                (1.0, cloth),
                (0.86, tuple(0.6 * c for c in cloth)),
                (0.78, cloth),
                (0.58, tuple(0.6 * c for c in cloth)),
                (0.5, cloth),
                (0.28, tuple(0.6 * c for c in cloth)),
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
    layers, end = 4, 0.045
    thick, body = height / layers, width - end
    parts = []
    for i in range(layers):
        parts.append(
            place(
                "fold",
                at=(-end / 2, i * thick, 0),
                width=body * 0.985,
                depth=depth * (0.995 - 0.02 * (i % 2)),
                thick=thick * 0.96,
                cloth=cloth,
                stripe=stripe,
                material=material,
            )
        )
        parts.append(
            transform_shape(
                library_call("fringe", depth=depth * 0.94, length=end, thick=thick, tone=stripe),
                translation_matrix((width / 2 - end, (i + 0.6) * thick, 0)),
            )
        )
    whole = concat_shapes(*parts)
    fit = scale_matrix((1, height / compute_shape_max(whole)[1], 1), (0, 0, 0))
    return transform_shape(whole, fit)
