# /// asset
# word = "backdrop"
# synonyms = [
#     "photo backdrop", "photography backdrop", "studio backdrop", "paper backdrop", "background paper", "seamless paper",
#     "photo background", "backdrop stand", "portrait backdrop", "paper background",
# ]
# category = "electronics"
# support = "floor"
# clearance = {front = 1.2}
# colors = ["paper"]
# ///
import itertools
import math

from scene.language import *
from scene.language.modelling import beam, finish, fitted, rod


@register("a stand with its three feet")
def stand(*, tall):
    look = finish("black metal")
    feet = [
        rod((0, 0.34, 0), (0.32 * math.cos(a), 0.012, 0.32 * math.sin(a)), 0.011, *look)
        for a in (math.pi / 2, math.pi * 7 / 6, math.pi * 11 / 6)
    ]
    return concat_shapes(
        *feet,
        rod((0, 0.2, 0), (0, tall, 0), 0.014, *look),
        rod((0, 0.3, 0), (0, 0.38, 0), 0.024, *look),
        rod((0, tall * 0.55, 0), (0, tall * 0.58, 0), 0.022, *look),
    )


@register("the paper that hangs from its roll and runs out over the floor")
def sweep(*, wide, tall, reach, paper):
    look, bend = (paper, {"roughness": 0.9}), 0.5
    curve = [(bend - bend * math.cos(a), bend - bend * math.sin(a)) for a in (math.pi / 2 * k / 8 for k in range(9))]
    line = [(0.0, tall), *[(z, y + 0.006) for z, y in curve], (reach, 0.006)]
    return concat_shapes(
        *[beam((0, y0, z0), (0, y1, z1), (wide, 0.008), *look) for (z0, y0), (z1, y1) in itertools.pairwise(line)],
        rod((-wide / 2, tall, -0.05), (wide / 2, tall, -0.05), 0.05, *look),
        rod((-wide / 2 - 0.16, tall, -0.05), (wide / 2 + 0.16, tall, -0.05), 0.018, *finish("steel")),
    )


@register("a photographer's backdrop of paper on two stands")
def backdrop(*, width=2.9, height=2.55, depth=1.9, paper=(0.9, 0.9, 0.89)):
    stands = [
        transform_shape(library_call("stand", tall=2.5), translation_matrix((s * 1.36, 0, -0.05))) for s in (-1, 1)
    ]
    return fitted(
        concat_shapes(*stands, library_call("sweep", wide=2.4, tall=2.48, reach=1.5, paper=paper)), width, height, depth
    )
