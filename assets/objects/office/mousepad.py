# /// asset
# word = "mousepad"
# synonyms = ["mouse pad", "mouse mat"]
# stands_for = ["desk pad", "desk mat", "gaming mat"]
# category = "office"
# support = "surface"
# colors = ["cloth", "trim"]
# ///
from scene.language import *
from scene.language.modelling import box, cone, ellipsoid, moved, plate, rod


@register("the pad with its coloured hem")
def pad(*, width, depth, height, cloth, trim):
    r = depth * 0.1
    return concat_shapes(
        plate((0, 0, 0), (width, height * 0.8, depth), r, trim, {"roughness": 0.8}),
        plate(
            (0, height * 0.5, 0), (width - 0.008, height * 0.5, depth - 0.008), r - 0.004, cloth, {"roughness": 0.95}
        ),
    )


def wedge(base, tip, low, high, tone):
    """A flat triangle from `low` to `high`: two corners of the base and the tip, each (x, z)."""
    (x0, z0), (x1, z1) = base
    flat = cone((0, 0, 0), (0, 0, 1), 1.0, tone)
    shaped = translation_matrix(((x0 + x1) / 2, (low + high) / 2, (z0 + z1) / 2))
    shaped[:3, 0] = ((x1 - x0) / 2, 0, (z1 - z0) / 2)
    shaped[:3, 1] = (0, (high - low) / 2, 0)
    shaped[:3, 2] = (tip[0] - (x0 + x1) / 2, 0, tip[1] - (z0 + z1) / 2)
    return transform_shape(flat, shaped)


def between(p, q):
    return (p[0] + q[0]) / 2, (p[1] + q[1]) / 2


@register("a printed mouse pointer")
def pointer(*, size, line, paper, ink):
    """The arrow of every desktop, its tip at the origin: white with a dark edge; `line` is the width of the edge."""

    def arrow(grow, low, high, tone):
        # The head is two triangles that share the line from the tip to the notch; a third covers their thin edges.
        tip, left, right = (
            (-grow, -2.2 * grow),
            (-grow, size + 2.2 * grow),
            (size * 0.7 + 2.2 * grow, size * 0.7 + grow),
        )
        notch = (size * 0.28, size * 0.72 + grow)
        tail = box(
            (0, (low + high) / 2, size * 0.2), (size * 0.19 + 2 * grow, high - low, size * 0.42 + 2 * grow), tone
        )
        return [
            wedge((left, notch), tip, low, high, tone),
            wedge((notch, right), tip, low, high, tone),
            wedge((between(left, notch), between(notch, right)), tip, low, high, tone),
            moved(tail, (size * 0.27, 0, size * 0.7), 0.42),
        ]

    return concat_shapes(*arrow(line, 0, 0.0016, ink), *arrow(0, 0, 0.0026, paper))


@register("the padded wrist rest")
def wrist_rest(*, width, depth, height, trim):
    look, r = (trim, {"roughness": 0.55}), depth / 2
    flat = scale_matrix((1, height / 2 / r, 1), (0, 0, 0))
    half = width / 2 - r
    cushion = concat_shapes(
        rod((-half, 0, 0), (half, 0, 0), r * 0.95, *look),
        *[ellipsoid((s * half * 0.5, 0, 0), (half * 0.75, r, r), *look) for s in (-1, 1)],
        *[ellipsoid((s * half, 0, 0), (r, r * 0.95, r * 0.95), *look) for s in (-1, 1)],
    )
    return transform_shape(cushion, translation_matrix((0, height / 2, 0)) @ flat)


@register("a mouse pad with a coloured hem, a printed mouse pointer and a wrist rest")
def mousepad(*, width=0.26, depth=0.24, height=0.025, cloth=(0.15, 0.16, 0.2), trim=(0.3, 0.6, 0.9)):
    thick, size = 0.005, min(width, depth) * 0.36
    mark = library_call("pointer", size=size, line=size * 0.05, paper=(0.97, 0.97, 0.97), ink=trim)
    rest = library_call("wrist_rest", width=width * 0.92, depth=depth * 0.26, height=height - 0.002, trim=trim)
    return concat_shapes(
        library_call("pad", width=width, depth=depth, height=thick, cloth=cloth, trim=trim),
        moved(mark, (-size * 0.32, thick - 0.0008, -depth * 0.4)),
        moved(rest, (0, 0.002, depth * 0.345)),
    )
