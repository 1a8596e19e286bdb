# /// asset
# word = "loom"
# synonyms = ["weaving loom", "floor loom", "handloom", "wooden loom", "hand loom"]
# category = "tools"
# support = "floor"
# clearance = {front = 0.7}
# colors = ["paint", "cloth"]
# materials = ["wood"]
# ///
from scene.language import *
from scene.language.modelling import block, box, darker, finish, fitted, rod


@register("a weaver's loom with its threads and half-woven cloth")
def loom(*, width=1.5, height=1.6, depth=1.3, paint=None, wood="oak", cloth=(0.72, 0.2, 0.2)):
    look = finish(wood, paint)
    posts = [
        block((s * 0.7, 0, z), (0.08, h, 0.08), *look)
        for s in (-1, 1)
        for z, h in ((0.55, 0.85), (-0.1, 1.6), (-0.6, 0.95))
    ]
    rails = [
        box((s * 0.7, y, z), (0.07, 0.09, d), *look) for s in (-1, 1) for y, z, d in ((0.14, 0, 1.3), (0.78, 0, 1.3))
    ]
    beams = [
        rod((-0.7, y, z), (0.7, y, z), r, *look)
        for y, z, r in (
            (0.86, 0.58, 0.05),
            (0.9, -0.62, 0.05),
            (0.3, 0.5, 0.07),
            (0.14, 0.55, 0.03),
            (0.14, -0.6, 0.03),
        )
    ]
    warp = [
        rod((-0.5 + 0.02 * i, 0.9, 0.2), (-0.5 + 0.02 * i, 0.93, -0.6), 0.0025, (0.93, 0.9, 0.82)) for i in range(51)
    ]
    bands = [
        box(
            (0, 0.91, 0.56 - 0.04 * i),
            (1.04, 0.008, 0.041),
            (cloth, (0.95, 0.88, 0.7), darker(cloth, 0.6), (0.2, 0.35, 0.5))[(i * 3) % 4],
        )
        for i in range(10)
    ]
    heddles = [
        rod((-0.5 + 0.04 * i, 0.72, z), (-0.5 + 0.04 * i, 1.15, z), 0.003, (0.9, 0.9, 0.88))
        for i in range(26)
        for z in (-0.1, -0.2)
    ]
    frames = [box((0, y, z), (1.12, 0.045, 0.025), *look) for y in (0.72, 1.15) for z in (-0.1, -0.2)]
    beater = [
        box((0, 0.9, 0.1), (1.25, 0.08, 0.04), *look),
        box((0, 1.02, 0.1), (1.25, 0.05, 0.04), *look),
        *[block((s * 0.61, 0.3, 0.1), (0.05, 1.3, 0.04), *look) for s in (-1, 1)],
    ]
    pedals = [box((-0.24 + 0.16 * i, 0.07, 0.35), (0.09, 0.03, 0.75), *look) for i in range(4)]
    whole = concat_shapes(
        *posts,
        *rails,
        *beams,
        *warp,
        *bands,
        *heddles,
        *frames,
        *beater,
        *pedals,
        box((0, 1.55, -0.1), (1.5, 0.09, 0.1), *look),
        box((0, 0.55, 0.58), (1.04, 0.6, 0.008), cloth),
        box((0.2, 0.93, 0.15), (0.24, 0.025, 0.04), (0.85, 0.68, 0.42)),
    )
    return fitted(whole, width, height, depth)
