# /// asset
# word = "rug"
# synonyms = [
#     "area rug", "carpet", "persian rug", "runner", "runner rug", "hallway runner", "play rug", "throw rug",
#     "floor rug", "kilim", "jute rug", "shag rug", "wool rug", "hearth rug",
# ]
# stands_for = [
#     "sheepskin", "sheepskin rug", "animal skin", "animal hide", "cowhide", "cowhide rug", "bear rug",
#     "bearskin rug",
# ]
# category = "textiles"
# support = "rug"
# colors = ["field", "border", "motif"]
# materials = ["pile"]
# [variants.shape]
# "rectangular" = "rectangular"
# "square" = "square"
# "round" = "round"
# "circular" = "round"
# "oval" = "oval"
# "hexagonal" = "hexagonal"
# "runner" = "runner"
# [variants.pattern]
# "patterned" = "medallion"
# "persian" = "medallion"
# "kilim" = "geometric"
# "geometric" = "geometric"
# "geometric patterned" = "geometric"
# "striped" = "striped"
# "plain" = "plain"
# "shag" = "plain"
# "jute" = "plain"
# ///
import math

from scene.language import *
from scene.language.modelling import box, darker, moved, rod, rotated, stretched


def flat(kind, width, depth, base, height, look):
    """A sheet of the rug's outline, centred, lying from `base` up by `height`."""
    if kind == "hexagonal":
        return concat_shapes(
            *[
                rotated(
                    box((0, base + height / 2, 0), (width * 0.5, height, depth * math.sqrt(0.75)), *look),
                    k * math.pi / 3,
                )
                for k in range(3)
            ]
        )
    if kind in ("round", "oval"):
        disc = rod((0, 0, 0), (0, 1, 0), 1.0, *look)
        return moved(stretched(disc, (width / 2, height, depth / 2)), (0, base, 0))
    return box((0, base + height / 2, 0), (width, height, depth), *look)


@register("the fringes at the two ends")
def fringe(*, width, depth, length, height, tone):
    count = 28
    return concat_shapes(
        *[
            box(
                (side * (width + length) / 2, height * 0.3, (i - (count - 1) / 2) * depth / count),
                (length, height * 0.5, depth / count * 0.45),
                tone,
                {"roughness": 0.98},
            )
            for side in (-1, 1)
            for i in range(count)
        ]
    )


@register("the woven pattern")
def weave(*, kind, pattern, width, depth, top, border, motif, fabric):
    t = 0.0012
    if pattern == "striped":
        count = 7
        return (
            concat_shapes(
                *[
                    flat(
                        kind,
                        width * (0.93 - 0.26 * i),
                        depth * (0.93 - 0.26 * i),
                        top,
                        t * (i + 1),
                        (border if i % 2 else motif, fabric),
                    )
                    for i in range(4)
                ]
            )
            if kind in ("round", "oval", "hexagonal")
            else concat_shapes(
                *[
                    box(
                        ((i - (count - 1) / 2) * width / count, top, 0),
                        (width / count * 0.5, 2 * t, depth * 0.98),
                        border if i % 2 else motif,
                        fabric,
                    )
                    for i in range(count)
                ]
            )
        )
    if pattern == "geometric":
        side = min(width, depth) * 0.16
        spots = [
            (x, y)
            for x in range(-4, 5)
            for y in range(-3, 4)
            if abs(x * side * 1.5) < width * 0.42 and abs(y * side * 1.5) < depth * 0.42
        ]
        if kind in ("round", "oval", "hexagonal"):
            spots = [
                (x, y) for x, y in spots if math.hypot(2 * x * side * 1.5 / width, 2 * y * side * 1.5 / depth) < 0.76
            ]

        def diamond(i):
            x, y = spots[i]
            tile = concat_shapes(
                box((0, top, 0), (side, 2 * t, side), motif, fabric),
                box((0, top, 0), (side * 0.5, 4 * t, side * 0.5), border, fabric),
            )
            return moved(tile, (x * side * 1.5, 0, y * side * 1.5), math.pi / 4)

        return loop(len(spots), diamond)

    def lozenge(scale, layer, tone):
        tile = rotated(box((0, top, 0), (1.0, 2 * t * layer, 1.0), tone, fabric), math.pi / 4)
        return stretched(tile, (width * scale * 0.707, 1, depth * scale * 0.707))

    corners = (
        []
        if kind in ("round", "oval", "hexagonal")
        else [
            moved(
                box((0, top, 0), (depth * 0.1, 4 * t, depth * 0.1), motif, fabric),
                (x * width * 0.36, 0, z * depth * 0.31),
                math.pi / 4,
            )
            for x in (-1, 1)
            for z in (-1, 1)
        ]
    )
    return concat_shapes(
        lozenge(0.6, 2, motif), lozenge(0.5, 3, border), lozenge(0.34, 4, motif), lozenge(0.2, 5, border), *corners
    )


@register("a woven rug with a patterned border and fringes")
def rug(
    *,
    width=2.4,
    depth=1.6,
    height=0.001,
    field=(0.62, 0.2, 0.18),
    border=(0.16, 0.22, 0.36),
    motif=(0.9, 0.8, 0.6),
    pile="wool",
    shape="rectangular",
    pattern="medallion",
):
    fabric = surface(pile)[1]
    if shape in ("square", "round", "hexagonal"):
        width = depth = min(width, depth) if shape != "hexagonal" else min(width, depth) * 0.93
    if shape == "runner":
        depth = min(depth, width * 0.33)
    end = 0.05 if shape in ("rectangular", "runner") and pattern != "plain" else 0.0
    # what stands on a rug stands on the floor through it: the rug is drawn as thin as feet press it
    body, base, step = width - 2 * end, height * 0.4, height * 0.1
    band = min(body, depth) * 0.09
    sheets = [flat(shape, body, depth, 0, base, (border if pattern != "plain" else darker(field, 0.85), fabric))]
    if pattern == "plain":
        sheets.append(flat(shape, body * 0.98, depth * 0.98, base, height - base, (field, fabric)))
    else:
        sheets.append(flat(shape, body - band, depth - band, base, step, (motif, fabric)))
        sheets.append(flat(shape, body - 1.5 * band, depth - 1.5 * band, base, 2 * step, (border, fabric)))
        sheets.append(flat(shape, body - 2.2 * band, depth - 2.2 * band, base, 3 * step, (field, fabric)))
        pattern_shape = library_call(
            "weave",
            kind=shape,
            pattern=pattern,
            width=body - 2.6 * band,
            depth=depth - 2.6 * band,
            top=0,
            border=border,
            motif=motif,
            fabric=fabric,
        )
        thick = compute_shape_max(pattern_shape)[1]
        sheets.append(
            moved(stretched(pattern_shape, (1, (height - base - 3 * step) / thick, 1)), (0, base + 3 * step, 0))
        )
    if end:
        sheets.append(library_call("fringe", width=body, depth=depth, length=end, height=height, tone=motif))
    return concat_shapes(*sheets)
