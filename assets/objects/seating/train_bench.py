# /// asset
# word = "train bench"
# synonyms = ["train seat", "compartment bench", "railway seat", "train seats", "railway bench", "carriage seat", "tram seat"]
# category = "seating"
# support = "floor"
# clearance = {front = 0.4}
# colors = ["fabric", "cover"]
# materials = ["wood"]
# ///
from scene.language import *
from scene.language.modelling import beam, block, box, darker, finish, fitted, pad, upright_pad


@register("the base, the frame of the back and the sides with their armrests")
def frame(*, wood):
    look = finish(wood)
    parts = [
        block((0, 0, -0.02), (1.12, 0.32, 0.44), darker(look[0], 0.6), look[1]),
        block((0, 0.3, 0.0), (1.14, 0.05, 0.56), *look),
        box((0, 0.78, -0.27), (1.18, 0.98, 0.05), *look),
        block((0, 1.26, -0.26), (1.24, 0.05, 0.1), *look),
    ]
    for s in (-1, 1):
        parts.append(block((s * 0.6, 0.0, -0.26), (0.04, 1.28, 0.09), *look))
        parts.append(block((s * 0.6, 0.0, 0.22), (0.04, 0.6, 0.05), *look))
        parts.append(block((s * 0.6, 0.6, -0.02), (0.06, 0.04, 0.52), *look))
        parts.append(beam((s * 0.6, 1.1, -0.22), (s * 0.6, 1.1, -0.06), (0.05, 0.3), *look))
    return concat_shapes(*parts)


@register("the cushions with their piping, and the covers for the heads")
def cushions(*, fabric, cover):
    soft = {"roughness": 0.9}
    parts = [pad((0, 0.35, 0.02), (1.1, 0.13, 0.52), fabric, soft)]
    for s in (-1, 1):
        x = s * 0.275
        parts.append(upright_pad((x, 0.46, -0.19), (0.53, 0.5, 0.12), fabric, soft))
        parts.append(upright_pad((x, 0.93, -0.19), (0.53, 0.3, 0.12), darker(fabric, 0.9), soft))
        parts.append(box((x, 1.1, -0.127), (0.36, 0.22, 0.012), cover, soft))
    return concat_shapes(*parts)


@register("a padded bench of a railway carriage, for two")
def train_bench(
    *, width=1.26, height=1.31, depth=0.6, fabric=(0.5, 0.12, 0.14), cover=(0.94, 0.92, 0.87), wood="mahogany"
):
    return fitted(
        concat_shapes(library_call("frame", wood=wood), library_call("cushions", fabric=fabric, cover=cover)),
        width, height, depth,
    )  # fmt: skip
