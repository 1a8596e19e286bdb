# /// asset
# word = "camping table"
# synonyms = ["folding camp table", "camp table", "portable table", "folding picnic table"]
# category = "outdoor"
# support = "floor"
# materials = ["top"]
# ///
from scene.language import *
from scene.language.modelling import beam, block, finish, fitted


@register("the rolled slats of the top")
def slats(*, width, depth, look, rail):
    count = 9
    step = width / count
    return concat_shapes(
        *[block((step * (i + 0.5) - width / 2, 0.012, 0), (step * 0.93, 0.018, depth), *look) for i in range(count)],
        *[block((0, 0, s * (depth / 2 - 0.04)), (width * 0.98, 0.014, 0.03), *rail) for s in (-1, 1)],
    )


@register("a pair of crossed legs")
def crossed_legs(*, depth, height, look):
    half = depth / 2 - 0.03
    return concat_shapes(
        beam((-0.012, 0.01, -half), (-0.012, height, half), (0.02, 0.02), *look),
        beam((0.012, 0.01, half), (0.012, height, -half), (0.02, 0.02), *look),
    )


@register("a light folding table for a camp")
def camping_table(*, width=1.1, depth=0.7, height=0.7, top="aluminium") -> Shape:
    frame = finish("black metal")
    x = width / 2 - 0.09
    legs = [place("crossed_legs", at=(s * x, 0, 0), depth=depth, height=height - 0.03, look=frame) for s in (-1, 1)]
    bar = beam((-x, height / 2 - 0.01, 0), (x, height / 2 - 0.01, 0), (0.018, 0.018), *frame)
    return fitted(
        concat_shapes(
            place("slats", at=(0, height - 0.03, 0), width=width, depth=depth, look=finish(top), rail=frame), *legs, bar
        ),
        width,
        height,
        depth,
    )
