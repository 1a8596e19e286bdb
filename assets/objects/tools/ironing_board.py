# /// asset
# word = "ironing board"
# synonyms = ["iron board", "ironing table"]
# category = "tools"
# support = "floor"
# colors = ["cover", "dots"]
# materials = ["legs"]
# ///
from scene.language import *
from scene.language.modelling import box, ellipsoid, fitted, moved, rod, stretched


@register("the padded board, rounded at its nose, with a dotted cover")
def padded_board(*, length, width, thick, cover, dots):
    look = (cover, {"roughness": 0.95})
    unit = rod((0, 0, 0), (0, 1, 0), 1.0, cover, {"roughness": 0.95})
    nose = moved(stretched(unit, (length * 0.32, thick, width / 2)), (length * 0.18, 0, 0))
    corner = [
        rod((-length * 0.44, 0, z * width * 0.36), (-length * 0.44, thick, z * width * 0.36), width * 0.14, *look)
        for z in (-1, 1)
    ]
    spots = [
        rod(
            (length * (-0.4 + 0.1 * i), thick, width * (-0.3 + 0.2 * j + 0.1 * (i % 2))),
            (length * (-0.4 + 0.1 * i), thick * 1.03, width * (-0.3 + 0.2 * j + 0.1 * (i % 2))),
            width * 0.035,
            dots,
        )
        for i in range(8)
        for j in range(3 + (i % 2 == 0))
    ]
    return concat_shapes(
        nose,
        box((-length * 0.13, thick / 2, 0), (length * 0.62, thick, width), *look),
        box((-length * 0.47, thick / 2, 0), (length * 0.06, thick, width * 0.72), *look),
        *corner,
        *spots,
    )


@register("a pair of crossed legs")
def crossed_legs(*, reach, height, width, legs):
    look = surface(legs)
    return concat_shapes(
        *[
            concat_shapes(rod((-s * reach, 0.02, z * width), (s * reach * 0.8, height, z * width * 0.6), 0.013, *look))
            for s in (-1, 1)
            for z in (-1, 1)
        ],
        *[rod((s * reach, 0.02, -width * 1.35), (s * reach, 0.02, width * 1.35), 0.014, *look) for s in (-1, 1)],
        *[
            ellipsoid((s * reach, 0.02, z * width * 1.35), (0.02,) * 3, (0.1, 0.1, 0.1))
            for s in (-1, 1)
            for z in (-1, 1)
        ],
    )


@register("the iron rest")
def iron_rest(*, size):
    wire = ((0.75, 0.76, 0.78), {"metallic": 1.0, "roughness": 0.3})
    return concat_shapes(
        *[
            rod((size * x, 0, -size * 0.5), (size * x, 0, size * 0.5), 0.004, *wire)
            for x in (-0.6, -0.3, 0.0, 0.3, 0.6)
        ],
        *[rod((-size * 0.6, 0, z * size * 0.5), (size * 0.6, 0, z * size * 0.5), 0.005, *wire) for z in (-1, 1)],
    )


@register("an ironing board on crossed legs")
def ironing_board(
    *, width=1.35, height=0.88, depth=0.4, cover=(0.35, 0.55, 0.72), dots=(0.95, 0.95, 0.93), legs="steel"
):
    top, board = height - 0.03, width * 0.86
    whole = concat_shapes(
        moved(
            library_call("padded_board", length=board, width=depth * 0.94, thick=0.03, cover=cover, dots=dots),
            (0.07, top, 0),
        ),
        library_call("crossed_legs", reach=width * 0.3, height=top, width=depth * 0.36, legs=legs),
        moved(library_call("iron_rest", size=0.2), (-board * 0.5 - 0.03, top + 0.01, 0)),
    )
    return fitted(whole, width, height, depth)
